// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.push;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.RemoteStatistics;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads some columns of what a server streams; closing it early ends the query there. */
final class PushedScan implements Scan, BatchSource {

  private final RemoteResult rows;
  private final List<Integer> columns;

  PushedScan(RemoteResult rows, List<Integer> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public List<BatchSource> sources() {
    return List.of(this);
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = rows.next();
    while (batch != null && batch.rows() == 0) {
      batch = rows.next();
    }
    if (batch == null) {
      return null;
    }
    Batch whole = batch;
    List<Column> chosen = columns.stream().map(whole::column).toList();
    return Batch.of(whole.rows(), chosen);
  }

  /** What the server read for it. */
  @Override
  public ScanCounters counters() {
    RemoteStatistics read = rows.statistics();
    return new ScanCounters(read.readRows(), read.readBytes(), 1, 0, read.readRows());
  }

  @Override
  public void close() {
    rows.close();
  }
}
