// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Two pieces of work, the second by another thread if one is free in time. Thread-safe. */
final class TwoThreads {

  private final Executor helpers;

  TwoThreads(Executor helpers) {
    this.helpers = helpers;
  }

  /** Returns when both are over; throws what the first has thrown, else the second. */
  void run(Runnable first, Runnable second) {
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
