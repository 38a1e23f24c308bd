// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.QueryExecution;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.QueryLimits;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import java.util.List;
import java.util.function.Consumer;

/** Runs the query of a dictionary's source, on the server's account. */
final class LookupQuery {

  private final EmbeddedTwinhouse engine;

  LookupQuery(EmbeddedTwinhouse engine) {
    this.engine = engine;
  }

  private Statement.Query prepared(List<String> queries) {
    int at = 0;
    while (true) {
      try {
        return (Statement.Query)
            engine.frontend().prepare(queries.get(at), engine.asEngine("default"));
      } catch (TwinhouseException e) {
        if (!e.is(ErrorCode.UNKNOWN_IDENTIFIER) || ++at == queries.size()) {
          throw at > 0 && e.is(ErrorCode.BAD_ARGUMENTS) ? unlike(e) : e;
        }
      }
    }
  }

  /** Columns in order, of which there are more or fewer than are wanted. */
  private static TwinhouseException unlike(TwinhouseException e) {
    return new TwinhouseException(
        ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH, String.valueOf(e.getMessage()), e);
  }

  void read(List<String> queries, Consumer<Batch> rows) {
    Statement.Query query = prepared(queries);
    MemoryContext memory =
        engine.memory().child(MemoryLevel.OPERATOR, "DictionarySource", MemoryContext.UNLIMITED);
    QueryContext context =
        new QueryContext(
            memory, engine.pool(), QueryLimits.NONE.withThreads(engine.pool().threads()));
    try (QueryExecution execution = new QueryExecution(query.plan(), context)) {
      for (Batch batch = execution.next(); batch != null; batch = execution.next()) {
        rows.accept(batch);
      }
    } finally {
      context.spill().close();
      memory.close();
    }
  }
}
