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
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one KILL QUERY: finds its victims, cancels them and tells what became of each. */
final class KillRun {

  static final Schema SCHEMA = texts("kill_status", "query_id", "user", "query");

  static final Schema MUTATIONS =
      texts("kill_status", "database", "table", "mutation_id", "command");

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

  private static Schema texts(String... names) {
    return new Schema(Stream.of(names).map(name -> new Field(name, StringType.INSTANCE)).toList());
  }

  /** A plan that yields one row for each victim but the KILL itself. */
  QueryPlan run(Statement.Kill kill) {
    List<List<String>> rows = victims(kill);
    rows.removeIf(victim -> victim.get(0).equals(ownId));
    if (kill.mode() != Statement.KillMode.TEST) {
      rows.forEach(victim -> queries.cancel(victim.get(0)));
    }
    rows.forEach(victim -> victim.add(0, status(victim.get(0), kill.mode())));
    return plan(SCHEMA, rows);
  }

  /** As above for KILL MUTATION: what is done already is forgotten, as on the server. */
  QueryPlan runMutations(Statement.Kill kill, Storage storage) {
    List<List<String>> rows = victims(kill);
    for (List<String> victim : rows) {
      TableName table = new TableName(victim.get(0), victim.get(1));
      String status =
          kill.mode() == Statement.KillMode.TEST
              ? "unknown_status"
              : storage.forgetMutation(table, victim.get(2)) ? "waiting" : "finished";
      victim.add(0, status);
    }
    return plan(MUTATIONS, rows);
  }

  private List<List<String>> victims(Statement.Kill kill) {
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
    return rows;
  }

  private static QueryPlan plan(Schema schema, List<List<String>> rows) {
    Column[] columns = new Column[schema.size()];
    for (int i = 0; i < columns.length; i++) {
      int index = i;
      columns[i] =
          BytesColumn.ofStrings(rows.stream().map(r -> r.get(index)).toArray(String[]::new));
    }
    Batch batch = Batch.of(rows.size(), columns);
    return new QueryPlan(new PlanNode.Values(schema, batch), List.of());
  }

  private String status(String id, Statement.KillMode mode) {
    return switch (mode) {
      case TEST -> "unknown_status";
      case ASYNC -> "waiting";
      case SYNC -> queries.awaitEnd(id, MOST_WAIT_NANOS) ? "finished" : "waiting";
    };
  }
}
