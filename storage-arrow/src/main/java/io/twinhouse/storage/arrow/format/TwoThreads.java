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

  private final Executor helpers;

  public TwoThreads(Executor helpers) {
    this.helpers = helpers;
  }

  /** Returns when both are over; throws what the first has thrown, else the second. */
  public void run(Runnable first, Runnable second) {
    FutureTask<Object> other = new FutureTask<>(Executors.callable(second));
    try {
      helpers.execute(other);
    } catch (IllegalStateException | RejectedExecutionException e) {
      // the threads are being ended: this one does all of it
    }
    Throwable failure;
    try {
      first.run();
    } finally {
      // nothing if another thread has begun it
      other.run();
      failure = outcome(other);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      // work that returns nothing declares no other
      throw (RuntimeException) failure;
    }
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

  /** Waits for the end, however often interrupted; what was thrown, or null. */
  private static @Nullable Throwable outcome(FutureTask<Object> work) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          work.get();
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
