// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.PartitionRun;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hash aggregation: a table a partition, filled side by side and then merged into the first one.
 * Groups come out in the order of their first appearance, grouping sets one after the other.
 */
public final class AggregateStage implements Stage {

  private final QueryContext query;
  private final Stage input;
  private final PlanNode.Aggregate node;
  private final @Nullable Expression having;
  private final OperatorFigure figure;
  private @Nullable PartitionRun<GroupingSink> run;
  private @Nullable GroupingSink groups;

  /**
   * @param having over the node's columns: groups that do not fulfil it do not count for the
   *     totals; null counts all
   */
  public AggregateStage(
      QueryContext query,
      Stage input,
      PlanNode.Aggregate node,
      @Nullable Expression having,
      OperatorFigure figure) {
    this.query = query;
    this.input = input;
    this.node = node;
    this.having = having;
    this.figure = figure;
  }

  @Override
  public void prepare() {
    input.prepare();
    PartitionRun<GroupingSink> pouring =
        PartitionRun.of(query, input, memory -> newSink(figure.memory(memory)));
    run = pouring;
    input.close();
    GroupingSink first = pouring.sinks().get(0);
    for (int i = 1; i < pouring.sinks().size(); i++) {
      query.proceed();
      first.merge(pouring.sinks().get(i));
      pouring.release(i);
    }
    groups = first;
  }

  private GroupingSink newSink(MemoryContext memory) {
    List<List<Integer>> sets = node.groupingSets();
    if (sets.isEmpty()) {
      sets = List.of(IntStream.range(0, node.keys().size()).boxed().toList());
    }
    return new GroupingSink(
        sets.stream().map(set -> newTable(set, memory)).toArray(GroupTable[]::new));
  }

  private GroupTable newTable(List<Integer> set, MemoryContext memory) {
    int[] keys = set.stream().mapToInt(position -> node.keys().get(position)).toArray();
    List<Type> types = IntStream.of(keys).mapToObj(node.input().schema()::type).toList();
    return new GroupTable(keys, types, node.calls(), memory);
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    if (groups == null) {
      throw new IllegalStateException("not prepared");
    }
    return new GroupReader(groups, figure.memory(memory));
  }

  /** Columns of groups {@code [from, from + count)} of a grouping set, in the node's order. */
  private Batch read(GroupingSink source, int set, int from, int count) {
    GroupTable table = source.table(set);
    Column[] columns = new Column[node.schema().size()];
    int keyCount = node.keys().size();
    Column[] present = table.keys(from, count);
    boolean many = !node.groupingSets().isEmpty();
    for (int i = 0; i < keyCount; i++) {
      int position = many ? node.groupingSets().get(set).indexOf(i) : i;
      columns[i] = position >= 0 ? present[position] : absent(node.schema().type(i), count);
    }
    for (int i = 0; i < node.calls().size(); i++) {
      columns[keyCount + i] = table.result(i, from, count);
    }
    if (columns.length > keyCount + node.calls().size()) {
      columns[columns.length - 1] = ConstantColumn.of(LongColumn.of((long) set), count);
    }
    return Batch.of(count, columns);
  }

  /** What stands for a key that a grouping set leaves out. */
  private static Column absent(Type type, int count) {
    ColumnBuilder value = ColumnBuilder.of(type);
    if (type.isNullable()) {
      value.appendNull();
    } else {
      value.appendDefault();
    }
    return ConstantColumn.of(value.build(), count);
  }

  @Override
  public @Nullable Batch totals() {
    GroupingSink source = groups;
    if (!node.totals() || source == null) {
      return null;
    }
    try (MemoryContext memory = figure.memory(query.memory())) {
      GroupTable table = source.table(0);
      new Reservation(memory).grow(4L * table.size());
      int[] target = new int[table.size()];
      if (having != null) {
        markExcluded(source, having, target, memory);
      }
      GroupTable sum = new GroupTable(new int[0], List.of(), node.calls(), memory);
      table.pour(sum, target, 2);
      Column[] columns = new Column[node.schema().size()];
      for (int i = 0; i < columns.length; i++) {
        int call = i - node.keys().size();
        columns[i] = call < 0 ? absent(node.schema().type(i), 1) : sum.result(call, 0, 1);
        columns[i] = columns[i].gather(new int[1], 1);
      }
      return Batch.of(1, columns);
    }
  }

  private void markExcluded(
      GroupingSink source, Expression predicate, int[] target, MemoryContext memory) {
    java.util.Arrays.fill(target, 1);
    int[] kept = new int[Batch.ROWS];
    try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(predicate, memory)) {
      for (int from = 0; from < target.length; from += Batch.ROWS) {
        Batch batch = read(source, 0, from, Math.min(Batch.ROWS, target.length - from));
        int count = evaluator.select(batch, kept);
        for (int i = 0; i < count; i++) {
          target[from + kept[i]] = 0;
        }
      }
    }
  }

  @Override
  public void close() {
    input.close();
    if (run != null) {
      run.close();
    }
  }

  private final class GroupReader implements Operator {

    private final GroupingSink source;
    private final MemoryContext memory;
    private final Reservation held;
    private int set;
    private int from;

    GroupReader(GroupingSink source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      held = new Reservation(memory);
    }

    @Override
    public @Nullable Batch next() {
      query.proceed();
      while (set < source.sets() && from >= source.table(set).size()) {
        set++;
        from = 0;
      }
      if (set == source.sets()) {
        return null;
      }
      int count = Math.min(Batch.ROWS, source.table(set).size() - from);
      Batch batch = read(source, set, from, count);
      held.resize(batch.retainedBytes());
      from += count;
      figure.yielded(count);
      return batch;
    }

    @Override
    public void close() {
      set = source.sets();
      memory.close();
    }
  }
}
