// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running plan: sub-queries first, one after the other, then the root, whose rows are pulled. For
 * one thread; {@link QueryContext#cancel()} may come from any.
 */
public final class QueryExecution implements AutoCloseable {

  private final QueryPlan plan;
  private final QueryContext query;
  private final MemoryContext memory;
  private @Nullable Stage root;
  private @Nullable ConcatOperator rows;
  private @Nullable Batch totals;
  private volatile @Nullable RowsBeforeLimit beforeLimit;
  private boolean closed;

  public QueryExecution(QueryPlan plan, QueryContext query) {
    this.plan = plan;
    this.query = query;
    memory =
        query
            .memory()
            .child(MemoryLevel.OPERATOR, "CreatingSetsTransform", MemoryContext.UNLIMITED);
  }

  /**
   * The next rows, valid until the next call, or null at the end; the first call runs sub-queries
   * and everything that must be over before the first row.
   */
  public @Nullable Batch next() {
    if (closed) {
      return null;
    }
    Runnable asked = Checkpoint.enter(query::proceed);
    try {
      return nextRows();
    } finally {
      Checkpoint.enter(asked);
    }
  }

  private @Nullable Batch nextRows() {
    ConcatOperator source = rows;
    if (source == null) {
      source = start();
    }
    Batch batch = query.proceed() ? source.next() : null;
    if (batch == null && root != null) {
      totals = root.totals();
      close();
    }
    return batch;
  }

  private ConcatOperator start() {
    List<Batch> results = new ArrayList<>();
    SubqueryResolver resolver =
        new SubqueryResolver(results, query.limits().states().sets(), memory);
    for (PlanNode subquery : plan.subqueries()) {
      results.add(
          subquery instanceof PlanNode.Recursion recursion
              ? recurse(recursion, resolver)
              : collect(resolver.resolve(subquery)));
    }
    PlanNode resolved = resolver.resolve(plan.root());
    RowsBeforeLimit counted = new RowsBeforeLimit(resolved);
    beforeLimit = counted;
    Stage stage = StageCompiler.compile(resolved, query, counted);
    root = stage;
    stage.prepare();
    ConcatOperator source = new ConcatOperator(stage, query.memory());
    rows = source;
    return source;
  }

  private Batch recurse(PlanNode.Recursion recursion, SubqueryResolver resolver) {
    BatchBuffer all = new BatchBuffer(recursion.schema().types(), new Reservation(memory));
    Batch found = collect(resolver.resolve(recursion.base()));
    for (long round = 1; found.rows() > 0; round++) {
      append(found, all);
      if (round > recursion.maxRounds()) {
        throw new TwinhouseException(
            ErrorCode.TOO_DEEP_RECURSION,
            "Maximum recursive CTE evaluation depth ("
                + recursion.maxRounds()
                + ") exceeded, during evaluation of "
                + recursion.name()
                + ". Consider raising max_recursive_cte_evaluation_depth setting");
      }
      resolver.setRound(recursion.number(), found);
      found = collect(resolver.resolve(recursion.step()));
    }
    return all.take();
  }

  private static void append(Batch rows, BatchBuffer all) {
    for (int from = 0; from < rows.rows(); from += Batch.ROWS) {
      all.append(rows, from, Math.min(Batch.ROWS, rows.rows() - from));
    }
  }

  /** All rows of a sub-query; their memory is held until this execution is closed. */
  private Batch collect(PlanNode node) {
    BatchBuffer buffer = new BatchBuffer(node.schema().types(), new Reservation(memory));
    try (Stage stage = StageCompiler.compile(node, query, new RowsBeforeLimit(node))) {
      stage.prepare();
      try (ConcatOperator source = new ConcatOperator(stage, query.memory())) {
        Batch batch = source.next();
        while (batch != null && query.proceed()) {
          buffer.append(batch, 0, batch.rows());
          batch = source.next();
        }
      }
    }
    return buffer.take();
  }

  /**
   * The row of WITH TOTALS, once {@link #next()} returned null or no more rows are wanted; null
   * without one.
   */
  public @Nullable Batch totals() {
    if (root != null && !closed) {
      totals = root.totals();
      close();
    }
    return totals;
  }

  /** Rows there would be without LIMIT, as far as they were met; -1 if there is no LIMIT. */
  public long rowsBeforeLimit() {
    RowsBeforeLimit counted = beforeLimit;
    return counted == null ? -1 : counted.rows();
  }

  /** Gives back all memory and resources; idempotent. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (rows != null) {
        rows.close();
      }
      if (root != null) {
        root.close();
      }
      memory.close();
    }
  }
}
