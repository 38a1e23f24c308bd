// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.spi.ScanCounters;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the sources of a scan touch. Thread-safe. */
public final class ReadCounters {

  private final long totalRows;
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong parts = new AtomicLong();
  private final AtomicLong granules = new AtomicLong();

  public ReadCounters(long totalRows) {
    this.totalRows = totalRows;
  }

  /** Counts a part with what is left of it after pruning. */
  public void addPart(int granulesLeft) {
    if (granulesLeft > 0) {
      parts.incrementAndGet();
      granules.addAndGet(granulesLeft);
    }
  }

  public void addRows(long count) {
    rows.addAndGet(count);
  }

  public void addBytes(long count) {
    bytes.addAndGet(count);
  }

  public ScanCounters read() {
    return new ScanCounters(rows.get(), bytes.get(), parts.get(), granules.get(), totalRows);
  }
}
