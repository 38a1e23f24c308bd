// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that all queries share. Tasks run in steps; after each step a task
 * queues up again behind the others, so that a long query delays a short one by a step only.
 * Threads start with the first task. Thread-safe.
 */
public final class WorkerPool implements AutoCloseable {

  /** A piece of work in steps of some milliseconds. Never runs on two threads at once. */
  public interface Task {
    /** Works for a while; returns whether there is more to do. Must not throw. */
    boolean step();
  }

  private final int threadCount;
  private final Deque<Task> queue = new ArrayDeque<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean closed;

  public WorkerPool(int threadCount) {
    this.threadCount = Math.max(1, threadCount);
  }

  public int threads() {
    return threadCount;
  }

  /** Queues a task. */
  public synchronized void submit(Task task) {
    if (closed) {
      throw new IllegalStateException("the worker pool is closed");
    }
    queue.addLast(task);
    if (threads.size() < threadCount) {
      Thread thread = new Thread(this::work, "twinhouse-worker-" + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    notifyAll();
  }

  private void work() {
    boolean more = workOnce();
    while (more) {
      more = workOnce();
    }
  }

  /**
   * One step of one task; false once closed. The thread waits while no variable of its holds a
   * task: what a finished query's tasks refer to would else stay until the next query.
   */
  private boolean workOnce() {
    Task task = take();
    if (task == null) {
      return false;
    }
    if (task.step()) {
      putBack(task);
    }
    return true;
  }

  /** A task that has more to do goes behind those that wait. */
  private synchronized void putBack(Task task) {
    queue.addLast(task);
    notifyAll();
  }

  /** Takes the next task; null once closed. */
  private synchronized @Nullable Task take() {
    while (queue.isEmpty()) {
      if (closed) {
        return null;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        // nobody interrupts these threads but a host that shuts down; close() ends them
        closed = true;
      }
    }
    return queue.removeFirst();
  }

  /** Lets queued tasks finish, then ends the threads; idempotent. */
  @Override
  public void close() {
    List<Thread> ending;
    synchronized (this) {
      closed = true;
      notifyAll();
      ending = List.copyOf(threads);
    }
    boolean interrupted = false;
    for (Thread thread : ending) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
