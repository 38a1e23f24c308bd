// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.PassingStage;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.pair.PairShape;
import io.twinhouse.engine.plan.PlanNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many rows there would be without the outermost LIMITs of a plan, as far as the plan gets to
 * know them: the rows that are sorted below such a LIMIT, or those that it takes itself. Counted
 * where ClickHouse counts {@code rows_before_limit_at_least}.
 */
final class RowsBeforeLimit {

  private final Map<PlanNode, Count> counts = new IdentityHashMap<>();

  /**
   * @param most what a generator stops at that knows of the limit
   */
  private record Count(LongAdder rows, long most) {}

  /** For a plan whose sub-queries have run. */
  RowsBeforeLimit(PlanNode root) {
    findLimits(root);
  }

  private void findLimits(PlanNode node) {
    if (node instanceof PlanNode.Portion portion) {
      if (!findSorts(portion.input())) {
        counts.put(portion, new Count(new LongAdder(), Long.MAX_VALUE));
      }
      return;
    }
    if (!(node instanceof PlanNode.Limit limit) || limit.limit() == Long.MAX_VALUE) {
      node.inputs().forEach(this::findLimits);
    } else if (limit.limit() == 0 || !findSorts(limit.input())) {
      long most =
          isGenerated(limit.input()) ? sumUpTo(limit.offset(), limit.limit()) : Long.MAX_VALUE;
      counts.put(limit, new Count(new LongAdder(), most));
    }
  }

  private boolean findSorts(PlanNode node) {
    if (node instanceof PlanNode.Sort || isSortedWindow(node)) {
      counts.put(node, new Count(new LongAdder(), Long.MAX_VALUE));
      return true;
    }
    boolean found = false;
    boolean cut =
        node instanceof PlanNode.Limit
            || node instanceof PlanNode.Portion
            || node instanceof PlanNode.LimitBy;
    if (!cut) {
      for (PlanNode input : node.inputs()) {
        found |= findSorts(input);
      }
    }
    return found;
  }

  private static boolean isSortedWindow(PlanNode node) {
    return node instanceof PlanNode.Window window && PairShape.under(window) == null;
  }

  private static long sumUpTo(long offset, long limit) {
    return offset > Long.MAX_VALUE - limit ? Long.MAX_VALUE : offset + limit;
  }

  private static boolean isGenerated(PlanNode node) {
    if (node instanceof PlanNode.Project project) {
      return isGenerated(project.input());
    }
    return node instanceof PlanNode.Scan scan
        && scan.filter() == null
        && scan.table().definition().engine().equals("SystemNumbers");
  }

  /**
   * What {@code node} reads, counted where that is asked for.
   *
   * @param omitted once it is prepared: further rows, which nobody needs to read
   */
  Stage counted(PlanNode node, Stage input, LongSupplier omitted) {
    Count count = counts.get(node);
    return count == null ? input : new CountedStage(input, count.rows, omitted);
  }

  /** The rows so far; -1 if the plan has no LIMIT. */
  long rows() {
    return counts.isEmpty()
        ? -1
        : counts.values().stream().mapToLong(c -> Math.min(c.rows.sum(), c.most)).sum();
  }

  private static final class CountedStage extends PassingStage {

    private final LongAdder rows;
    private final LongSupplier omitted;

    CountedStage(Stage stage, LongAdder rows, LongSupplier omitted) {
      super(stage);
      this.rows = rows;
      this.omitted = omitted;
    }

    @Override
    public void prepare() {
      super.prepare();
      rows.add(omitted.getAsLong());
    }

    @Override
    protected Operator watched(Operator operator) {
      return new PassingOperator(operator) {
        @Override
        public @Nullable Batch next() {
          Batch batch = handedOn();
          rows.add(batch == null ? 0 : batch.rows());
          return batch;
        }
      };
    }
  }
}
