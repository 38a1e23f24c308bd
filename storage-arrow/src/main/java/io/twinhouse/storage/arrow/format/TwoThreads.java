// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Two pieces of work, the second by another thread if one is free in time. Thread-safe. */
public final class TwoThreads {

  /** No other thread: who asks does everything. */
  public static final TwoThreads ONE = new TwoThreads(Runnable::run);

  private final Executor helpers;

  public TwoThreads(Executor helpers) {
    this.helpers = helpers;
  }

  /** Returns when both are over; throws what the first has thrown, else the second. */
  public void run(Runnable first, Runnable second) {
    Begun other = begin(second);
    try {
      first.run();
    } finally {
      other.await();
    }
    other.end();
  }

  /** Leaves work to another thread while this one goes on; whoever begins it asks for its end. */
  public Begun begin(Runnable work) {
    FutureTask<Object> task = new FutureTask<>(Executors.callable(work));
    try {
      helpers.execute(task);
    } catch (IllegalStateException | RejectedExecutionException e) {
      // the threads are being ended: who asks for the end does all of it
    }
    return new Begun(task);
  }

  /** Returns when all is done; whichever thread is free takes the next. */
  public void run(List<Runnable> work) {
    AtomicInteger next = new AtomicInteger();
    Runnable share =
        () -> {
          for (int i = next.getAndIncrement(); i < work.size(); i = next.getAndIncrement()) {
            work.get(i).run();
          }
        };
    run(share, share);
  }

  /** Work that another thread does if one is free in time, and else who asks for its end. */
  public static final class Begun {

    private final FutureTask<Object> task;

    private Begun(FutureTask<Object> task) {
      this.task = task;
    }

    /** Returns when it is over; throws what it has thrown. */
    public void end() {
      Throwable failure = await();
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        // work that returns nothing declares no other
        throw (RuntimeException) failure;
      }
    }

    /** Waits for the end, however often interrupted; what was thrown, or null. */
    public @Nullable Throwable await() {
      // nothing if another thread has begun it
      task.run();
      boolean interrupted = false;
      try {
        while (true) {
          try {
            task.get();
            return null;
          } catch (InterruptedException e) {
            interrupted = true;
          } catch (ExecutionException e) {
            return e.getCause();
          }
        }
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
