// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.exec.QueryExecution;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one KILL QUERY: finds its victims, cancels them and tells what became of each. */
final class KillRun {

  static final Schema SCHEMA =
      new Schema(
          Stream.of("kill_status", "query_id", "user", "query")
              .map(name -> new Field(name, StringType.INSTANCE))
              .toList());

  /** A query whose reader does not come back for more rows never ends; so long SYNC waits. */
  private static final long MOST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final RunningQueries queries;
  private final String ownId;
  private final QueryContext query;

  KillRun(RunningQueries queries, String ownId, QueryContext query) {
    this.queries = queries;
    this.ownId = ownId;
    this.query = query;
  }

  /** A plan that yields one row for each victim but the KILL itself. */
  QueryPlan run(Statement.Kill kill) {
    List<List<String>> rows = new ArrayList<>();
    try (QueryExecution execution = new QueryExecution(kill.victims(), query)) {
      for (Batch batch = execution.next(); batch != null; batch = execution.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          List<String> victim = new ArrayList<>();
          for (int i = 0; i < batch.width(); i++) {
            Column column = batch.column(i).flatten();
            victim.add(((BytesColumn) column).string(row));
          }
          rows.add(victim);
        }
      }
    }
    rows.removeIf(victim -> victim.get(0).equals(ownId));
    if (kill.mode() != Statement.KillMode.TEST) {
      rows.forEach(victim -> queries.cancel(victim.get(0)));
    }
    rows.forEach(victim -> victim.add(0, status(victim.get(0), kill.mode())));
    Column[] columns = new Column[SCHEMA.size()];
    for (int i = 0; i < columns.length; i++) {
      int index = i;
      columns[i] =
          BytesColumn.ofStrings(rows.stream().map(r -> r.get(index)).toArray(String[]::new));
    }
    Batch batch = Batch.of(rows.size(), columns);
    return new QueryPlan(new PlanNode.Values(SCHEMA, batch), List.of());
  }

  private String status(String id, Statement.KillMode mode) {
    return switch (mode) {
      case TEST -> "unknown_status";
      case ASYNC -> "waiting";
      case SYNC -> queries.awaitEnd(id, MOST_WAIT_NANOS) ? "finished" : "waiting";
    };
  }
}
