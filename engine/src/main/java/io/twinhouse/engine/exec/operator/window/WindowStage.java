// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.TotalsRow;
import io.twinhouse.engine.exec.operator.sort.RowOrder;
import io.twinhouse.engine.exec.operator.sort.SortStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts its input by partition and order, then computes the functions block by block. */
public final class WindowStage implements Stage {

  private final QueryContext query;
  private final Stage sorted;
  private final PlanNode.Window node;
  private final OperatorFigure figure;

  /**
   * @param sortFigure for the sort below the window
   */
  public WindowStage(
      QueryContext query,
      Stage input,
      PlanNode.Window node,
      OperatorFigure figure,
      OperatorFigure sortFigure) {
    this.query = query;
    this.node = node;
    this.figure = figure;
    List<Type> types = node.input().schema().types();
    RowOrder order = RowOrder.grouping(node.partitionBy(), node.orderBy(), types);
    SizeLimit size = query.limits().states().sorting().orFailure();
    sorted =
        node.partitionBy().isEmpty() && node.orderBy().isEmpty()
            ? input
            : new SortStage(query, input, types, order, -1, size, sortFigure);
  }

  @Override
  public void prepare() {
    sorted.prepare();
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    Operator source = new ConcatOperator(sorted, memory);
    return new WindowOperator(query, node, source, figure, figure.memory(memory));
  }

  /** The functions over the row of totals alone: it is no row of any other frame. */
  @Override
  public @Nullable Batch totals() {
    Batch totals = sorted.totals();
    if (totals == null) {
      return null;
    }
    MemoryContext memory = figure.memory(query.memory());
    return TotalsRow.firstOf(
        new WindowOperator(query, node, new TotalsRow(totals), figure, memory));
  }

  @Override
  public void close() {
    sorted.close();
  }
}
