// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import java.util.concurrent.atomic.AtomicLong;

/** Tells a listener now and then that work goes on; from any thread, never from two at once. */
final class ProgressTicker {

  private static final long PAUSE_NANOS = 100_000_000;

  private final Runnable listener;
  private final AtomicLong next = new AtomicLong(System.nanoTime() + PAUSE_NANOS);

  ProgressTicker(Runnable listener) {
    this.listener = listener;
  }

  void tick() {
    long due = next.get();
    long now = System.nanoTime();
    // whoever moves the time away tells; until that is done it is nobody's turn
    if (now - due >= 0 && next.compareAndSet(due, now + Long.MAX_VALUE / 2)) {
      try {
        listener.run();
      } finally {
        next.set(System.nanoTime() + PAUSE_NANOS);
      }
    }
  }
}
