// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.operator.ConcatOperator;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.PartitionRun;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hash join: the right side's rows are gathered and numbered first, then the left side's
 * partitions look them up side by side; one after the other where the answer depends on which rows
 * came before.
 */
public final class JoinStage implements Stage {

  private final QueryContext query;
  private final Stage left;
  private final RightSide right;
  private final PlanNode.Join node;
  private final JoinMode mode;
  private final OperatorFigure probeFigure;
  private final OperatorFigure buildFigure;
  private @Nullable PartitionRun<BuildSink> run;

  /** The left side's rows, when both sides went to disk. */
  private @Nullable PartitionRun<BuildSink> leftRun;

  private @Nullable MemoryContext tableMemory;
  private @Nullable BuildTable table;
  private @Nullable Batch leftTotals;

  /**
   * What is gathered.
   *
   * @param lookup whether each left row finds one right row at most, and these come in any order
   * @param limit of its rows
   */
  public record RightSide(Stage stage, boolean lookup, SizeLimit limit) {}

  public JoinStage(
      QueryContext query,
      Stage left,
      RightSide right,
      PlanNode.Join node,
      OperatorFigure probeFigure,
      OperatorFigure buildFigure) {
    this.query = query;
    this.left = left;
    this.right = right;
    this.node = node;
    this.probeFigure = probeFigure;
    this.buildFigure = buildFigure;
    mode = JoinMode.of(node);
    if (node.strictness() == JoinStrictness.ANY && node.kind() == JoinKind.FULL) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "ANY FULL JOINs are not implemented.");
    }
  }

  @Override
  public void prepare() {
    right.stage().prepare();
    PartitionRun<BuildSink> building =
        pour(right.stage(), node.right(), node.rightKeys(), buildFigure, right.limit());
    run = building;
    right.stage().close();
    if (building.sinks().size() == 1) {
      buildFigure.holdsAtMost(building.sinks().get(0).mostBytes(), 0);
    }
    if (building.sinks().stream().anyMatch(BuildSink::isSpilled)) {
      building.sinks().forEach(BuildSink::spill);
      building.settle();
      left.prepare();
      PartitionRun<BuildSink> probing =
          pour(left, node.left(), node.leftKeys(), probeFigure, SizeLimit.NONE);
      leftRun = probing;
      probing.sinks().forEach(BuildSink::spill);
      probing.settle();
      leftTotals = left.totals();
      left.close();
      return;
    }
    RowStore store = building.sinks().get(0).store();
    for (int i = 1; i < building.sinks().size(); i++) {
      store.adopt(building.sinks().get(i).store());
    }
    MemoryContext ownMemory = buildFigure.memory(query.memory());
    tableMemory = ownMemory;
    EntryRows entries = building.sinks().get(0).entries();
    Reservation held = new Reservation(ownMemory);
    table =
        entries == null
            ? BuildTable.of(store, node, mode, right.lookup(), held)
            : BuildTable.of(entries, mode, held);
    left.prepare();
  }

  private PartitionRun<BuildSink> pour(
      Stage side, PlanNode plan, List<Integer> keys, OperatorFigure figure, SizeLimit most) {
    BuildSize size = new BuildSize(most);
    SpillTrigger trigger = query.spill().trigger(SpillThresholds.Use.JOINING, side.partitions());
    int[] columns = GraceJoin.columns(node, keys);
    List<Type> types = plan.schema().types();
    return PartitionRun.of(
        query,
        side,
        memory -> {
          BuildSink sink =
              new BuildSink(types, columns, figure.memory(memory), query.spill(), trigger, size);
          if (right.lookup() && plan == node.right() && isByEntry(side, columns, types)) {
            sink.keepByEntry();
          }
          return sink;
        });
  }

  private static boolean isByEntry(Stage side, int[] columns, List<Type> types) {
    return side.partitions() == 1 && columns.length == 1 && EntryRows.suit(types, columns[0]);
  }

  /** The left side's, without a partner. */
  @Override
  public @Nullable Batch totals() {
    Batch totals = leftRun == null ? left.totals() : leftTotals;
    if (totals == null) {
      return null;
    }
    Column[] columns = new Column[node.schema().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i < totals.width() ? totals.column(i) : DefaultValues.of(node.schema().type(i));
    }
    return Batch.of(1, columns);
  }

  @Override
  public int partitions() {
    return leftRun != null || mode.isSequential() ? 1 : left.partitions();
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    if (leftRun != null && run != null) {
      GraceJoin grace =
          new GraceJoin(query, node, mode, probeFigure, buildFigure, probeFigure.memory(memory));
      grace.add(
          leftRun.sinks().stream().map(BuildSink::spill).toList(),
          run.sinks().stream().map(BuildSink::spill).toList());
      return grace;
    }
    if (table == null) {
      throw new IllegalStateException("not prepared");
    }
    Operator source =
        mode.isSequential() ? new ConcatOperator(left, memory) : left.open(partition, memory);
    MemoryContext own = probeFigure.memory(memory);
    try {
      return new ProbeOperator(query, node, mode, table, source, probeFigure, own);
    } catch (RuntimeException | Error e) {
      source.close();
      own.close();
      throw e;
    }
  }

  @Override
  public void close() {
    left.close();
    right.stage().close();
    if (tableMemory != null) {
      tableMemory.close();
    }
    if (run != null) {
      run.close();
    }
    if (leftRun != null) {
      leftRun.close();
    }
  }
}
