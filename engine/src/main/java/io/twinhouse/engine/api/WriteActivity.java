// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.api.measure.InsertFigures;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.spi.ScanCounters;

/** An INSERT or KILL at work. */
final class WriteActivity implements RunningQuery.Activity {

  private final QueryContext query;
  private final InsertFigures insert;

  WriteActivity(QueryContext query) {
    this(query, new InsertFigures());
  }

  WriteActivity(QueryContext query, InsertFigures insert) {
    this.query = query;
    this.insert = insert;
  }

  @Override
  public QueryEntry.Figures figures() {
    ScanCounters read = query.counters();
    return new QueryEntry.Figures(
        read.rows() + insert.takenRows(),
        read.bytes() + insert.takenBytes(),
        insert.writtenRows(),
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
