// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.QueryLimits;
import io.twinhouse.engine.exec.task.WorkerPool;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spill.SpillSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs plans on two workers and checks that nothing is left behind. */
final class PlanRunner implements AutoCloseable {

  final WorkerPool pool = new WorkerPool(2);
  final MemoryContext root = MemoryContext.root("test", MemoryContext.UNLIMITED);
  long lastPeak;
  private final Supplier<SpillSpace> spill;
  private long leftBehind;
  List<List<Object>> lastTotals;

  PlanRunner() {
    this(() -> SpillSpace.NONE);
  }

  /**
   * @param spill the temporary data of each query
   */
  PlanRunner(Supplier<SpillSpace> spill) {
    this.spill = spill;
  }

  List<List<Object>> run(PlanNode node) {
    return run(new QueryPlan(node, List.of()), MemoryContext.UNLIMITED);
  }

  List<List<Object>> run(QueryPlan plan, long limitBytes) {
    MemoryContext memory = root.child(MemoryLevel.QUERY, "query", limitBytes);
    SpillSpace space = spill.get();
    QueryContext query = new QueryContext(memory, pool, QueryLimits.NONE.withThreads(2), space);
    List<List<Object>> rows = new ArrayList<>();
    try (QueryExecution execution = new QueryExecution(plan, query)) {
      for (Batch batch = execution.next(); batch != null; batch = execution.next()) {
        rows.addAll(rowsOf(batch, plan.root().schema()));
      }
      Batch totals = execution.totals();
      lastTotals = totals == null ? null : rowsOf(totals, plan.root().schema());
    } finally {
      lastPeak = memory.peakBytes();
      space.close();
      leftBehind += space.bytes();
      leftBehind += memory.reservedBytes();
      memory.close();
    }
    return rows;
  }

  static List<List<Object>> rowsOf(Batch batch, Schema schema) {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < batch.width(); i++) {
        values.add(JavaValues.get(schema.type(i), batch.column(i), row));
      }
      rows.add(values);
    }
    return rows;
  }

  @Override
  public void close() {
    pool.close();
    if (leftBehind != 0 || root.reservedBytes() != 0) {
      throw new AssertionError(leftBehind + " bytes left behind by queries");
    }
  }
}
