// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.operator.sort.SortStage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.SortKey;
import java.util.ArrayList;
import java.util.List;

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
    List<SortKey> keys = partitionKeys(node);
    keys.addAll(node.orderBy());
    sorted =
        keys.isEmpty()
            ? input
            : new SortStage(query, input, new PlanNode.Sort(node.input(), keys, -1), sortFigure);
  }

  static List<SortKey> partitionKeys(PlanNode.Window node) {
    List<SortKey> keys = new ArrayList<>();
    node.partitionBy().forEach(column -> keys.add(new SortKey(column, false, false)));
    return keys;
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

  @Override
  public void close() {
    sorted.close();
  }
}
