// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * What an INSERT took in and wrote so far, with what views wrote of it. One thread writes, others
 * may read.
 */
public final class InsertFigures {

  private final LongConsumer account;
  private final AtomicLong takenRows = new AtomicLong();
  private final AtomicLong takenBytes = new AtomicLong();
  private final AtomicLong fedRows = new AtomicLong();
  private final AtomicLong writtenRows = new AtomicLong();
  private final AtomicLong writtenBytes = new AtomicLong();

  /** Figures that nobody else is told of. */
  public InsertFigures() {
    this(bytes -> {});
  }

  /**
   * @param account is told of the bytes of what is written, by the thread that writes
   */
  public InsertFigures(LongConsumer account) {
    this.account = account;
  }

  /** Rows came in as data. */
  public void took(long rows, long bytes) {
    takenRows.addAndGet(rows);
    takenBytes.addAndGet(bytes);
  }

  /** Rows went to a table, be they known there or not. */
  public void wrote(long rows, long bytes) {
    writtenRows.addAndGet(rows);
    writtenBytes.addAndGet(bytes);
    account.accept(bytes);
  }

  /** Views read rows of what was inserted. */
  public void fed(long rows) {
    fedRows.addAndGet(rows);
  }

  public long fedRows() {
    return fedRows.get();
  }

  public long takenRows() {
    return takenRows.get();
  }

  public long takenBytes() {
    return takenBytes.get();
  }

  public long writtenRows() {
    return writtenRows.get();
  }

  public long writtenBytes() {
    return writtenBytes.get();
  }
}
