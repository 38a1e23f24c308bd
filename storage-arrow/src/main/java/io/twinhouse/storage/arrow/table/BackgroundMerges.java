// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges small parts of a store's tables one table after the other, on one thread that begins with
 * the first table that is worth a look. Thread-safe.
 */
public final class BackgroundMerges implements AutoCloseable {

  /** Bytes of the parts that one merge brings together. */
  private static final long BUDGET = 64L << 20;

  private final Set<StoredTable> waiting = new LinkedHashSet<>();
  private @Nullable Thread worker;
  private boolean closed;

  /** A table has more parts than before. */
  synchronized void lookAt(StoredTable table) {
    if (closed) {
      return;
    }
    waiting.add(table);
    if (worker == null) {
      Thread thread = new Thread(this::work, "twinhouse-merges");
      thread.setDaemon(true);
      thread.start();
      worker = thread;
    }
    notifyAll();
  }

  private void work() {
    for (StoredTable table = next(); table != null; table = next()) {
      try {
        boolean more = true;
        while (more && isOpen()) {
          more = table.mergeSmallParts(BUDGET);
        }
      } catch (IOException | TwinhouseException e) {
        // nothing is lost: the parts stay as they are, and the next insert asks again
      }
    }
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  private synchronized @Nullable StoredTable next() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException e) {
      return null;
    }
    if (closed) {
      return null;
    }
    StoredTable table = waiting.iterator().next();
    waiting.remove(table);
    return table;
  }

  /** Waits for the merge that runs and begins no other. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      waiting.clear();
      running = worker;
      notifyAll();
    }
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
