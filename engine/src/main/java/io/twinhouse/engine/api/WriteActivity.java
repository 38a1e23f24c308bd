// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.spi.ScanCounters;

/** An INSERT or KILL at work. */
final class WriteActivity implements RunningQuery.Activity {

  private final QueryContext query;
  private volatile long writtenRows;

  WriteActivity(QueryContext query) {
    this.query = query;
  }

  void wrote(long rows) {
    writtenRows = rows;
  }

  @Override
  public QueryEntry.Figures figures() {
    ScanCounters read = query.counters();
    return new QueryEntry.Figures(
        read.rows(),
        read.bytes(),
        writtenRows,
        0,
        query.memory().peakBytes(),
        QueryEntry.Figures.rowsOf(read.granules(), read.rows()));
  }

  @Override
  public long heldBytes() {
    return query.memory().reservedBytes();
  }

  @Override
  public void cancel() {
    query.cancel();
  }
}
