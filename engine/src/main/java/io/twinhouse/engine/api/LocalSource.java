// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.exec.QueryExecution;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.json.column.ShownValues;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.ScanCounters;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows made by the engine's operators. */
final class LocalSource implements ResultSource {

  private final Schema schema;
  private final ShownValues shown;
  private boolean typed;
  private final QueryContext query;
  private final QueryExecution execution;
  private final boolean repeatable;
  private volatile long elapsedNanos = -1;

  LocalSource(QueryPlan plan, Schema schema, QueryContext query, boolean repeatable) {
    this(plan, schema, query, repeatable, ZoneOffset.UTC);
  }

  /**
   * @param zone that the rows are shown in
   */
  LocalSource(QueryPlan plan, Schema schema, QueryContext query, boolean repeatable, ZoneId zone) {
    this.schema = schema;
    this.shown = new ShownValues(schema, zone);
    this.query = query;
    this.repeatable = repeatable;
    execution = new QueryExecution(plan, query);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public boolean keepTypes() {
    typed = true;
    return true;
  }

  @Override
  public @Nullable Batch next() {
    return form(execution.next());
  }

  private @Nullable Batch form(@Nullable Batch rows) {
    return rows == null || typed ? rows : shown.of(rows);
  }

  @Override
  public @Nullable Batch totals() {
    return form(execution.totals());
  }

  @Override
  public QueryStatistics statistics() {
    ScanCounters read = query.counters();
    List<QueryStatistics.OperatorFigures> operators =
        query.figures().stream()
            .map(
                f ->
                    new QueryStatistics.OperatorFigures(
                        f.operator(), f.depth(), f.rows(), f.peakBytes()))
            .toList();
    return new QueryStatistics(
        read.rows(),
        read.bytes(),
        read.rows(),
        0,
        0,
        0,
        0,
        elapsedNanos >= 0 ? elapsedNanos : query.elapsedNanos(),
        query.memory().peakBytes(),
        repeatable,
        read.granules(),
        execution.rowsBeforeLimit(),
        operators);
  }

  @Override
  public long heldBytes() {
    return query.memory().reservedBytes();
  }

  @Override
  public void cancel() {
    query.cancel();
  }

  @Override
  public void close() {
    execution.close();
    query.spill().close();
    query.memory().close();
    elapsedNanos = elapsedNanos >= 0 ? elapsedNanos : query.elapsedNanos();
  }
}
