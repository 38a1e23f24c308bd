// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.PartitionRun;
import io.twinhouse.engine.exec.operator.PartitionSink;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.AggregateCall;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledBuckets;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final GroupOrder order;
  private final SizeLimit limit;
  private @Nullable PartitionRun<?> run;
  private @Nullable MemoryContext sharedMemory;
  private @Nullable GroupingSink groups;
  private @Nullable MemoryContext spillMemory;
  private @Nullable GroupTables tables;
  private @Nullable TotalsSum totals;

  /** What the reader is at; its groups do not count for the totals yet. */
  private GroupTables.@Nullable Part part;

  /**
   * @param having over the node's columns: groups that do not fulfil it do not count for the
   *     totals; null counts all
   * @param limit of groups
   */
  public AggregateStage(
      QueryContext query,
      Stage input,
      PlanNode.Aggregate node,
      @Nullable Expression having,
      GroupOrder order,
      SizeLimit limit,
      OperatorFigure figure) {
    this.query = query;
    this.input = input;
    this.node = node;
    this.having = having;
    this.order = order;
    this.limit = limit;
    this.figure = figure;
    if (node.calls().stream().allMatch(AggregateStage::isFixed)) {
      figure.holdsFixedRows();
    }
  }

  private static boolean isFixed(AggregateCall call) {
    return FunctionRegistry.standard().has(nameOf(call), AggregateTrait.FIXED_STATE);
  }

  /** The function's name as it was written. */
  private static String nameOf(AggregateCall call) {
    int end = call.text().indexOf('(');
    return end < 0 ? call.text() : call.text().substring(0, end);
  }

  @Override
  public void prepare() {
    input.prepare();
    boolean shared = order.loose() && !limit.cuts();
    if (shared && SharedGroups.suit(node, input.partitions())) {
      fillShared();
    } else {
      fillApart();
    }
  }

  /** One table for all partitions. */
  private void fillShared() {
    MemoryContext own = query.memory().steadyChild(MemoryLevel.OPERATOR, "groups");
    sharedMemory = own;
    SpillTrigger trigger = query.spill().trigger(SpillThresholds.Use.GROUPING, 1);
    GroupingSink sink = newSink(figure.memory(own), trigger, true);
    SharedGroups sharing = new SharedGroups(sink);
    PartitionRun<PartitionSink> pouring = PartitionRun.of(query, input, memory -> sharing.part());
    run = pouring;
    input.close();
    pouring.forgetSinks();
    bringTogether(List.of(sink));
    own.settle();
  }

  /** A table a partition, merged into the first one. */
  private void fillApart() {
    SpillTrigger trigger = query.spill().trigger(SpillThresholds.Use.GROUPING, input.partitions());
    PartitionRun<GroupingSink> pouring =
        PartitionRun.of(
            query, input, memory -> newSink(figure.memory(memory), trigger, order.mixed()));
    run = pouring;
    input.close();
    List<GroupingSink> sinks = pouring.sinks();
    boolean spilled = bringTogether(sinks);
    for (int i = 1; i < sinks.size() && !spilled; i++) {
      pouring.release(i);
    }
    pouring.settle();
    pouring.forgetSinks();
  }

  /** Merges what the partitions have; whether that is to be done on disk. */
  private boolean bringTogether(List<GroupingSink> sinks) {
    GroupingSink first = sinks.get(0);
    stateBound(sinks);
    boolean spilled = false;
    for (int set = 0; set < first.sets(); set++) {
      spilled |= mergeOrSpill(set, sinks);
    }
    groups = first;
    tables = spilled ? spilledTables(sinks) : new HeldGroups(first);
    totals = spilled && node.totals() ? new TotalsSum() : null;
    return spilled;
  }

  /** Says how far the groups that there are can grow, if that is known. */
  private void stateBound(List<GroupingSink> sinks) {
    boolean[] fixed = new boolean[node.calls().size()];
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = isFixed(node.calls().get(i));
    }
    long most = 0;
    for (GroupingSink sink : sinks) {
      long own = sink.sets() == 1 ? sink.table(0).mostBytesPerGroup(fixed) : Long.MAX_VALUE;
      most = own > Long.MAX_VALUE - most ? Long.MAX_VALUE : most + own;
    }
    if (most < Long.MAX_VALUE) {
      figure.holdsAtMost(0, most);
    }
  }

  /** Brings a grouping set together; whether that is to be done on disk. */
  private boolean mergeOrSpill(int set, List<GroupingSink> sinks) {
    if (sinks.stream().anyMatch(sink -> sink.set(set).spilled() != null)) {
      sinks.forEach(sink -> sink.set(set).spill(query.spill()));
      return true;
    }
    for (int i = 1; i < sinks.size(); i++) {
      query.proceed();
      sinks.get(0).table(set).merge(sinks.get(i).table(set));
    }
    return false;
  }

  private GroupTables spilledTables(List<GroupingSink> sinks) {
    MemoryContext memory = figure.memory(query.memory());
    spillMemory = memory;
    SpillTrigger trigger = query.spill().trigger(SpillThresholds.Use.GROUPING, 1);
    SpilledGroups spilled = new SpilledGroups(query, memory, trigger);
    for (int set = 0; set < sinks.get(0).sets(); set++) {
      List<SpilledBuckets> files = new ArrayList<>();
      for (GroupingSink sink : sinks) {
        SpilledBuckets file = sink.set(set).spilled();
        if (file != null) {
          files.add(file);
        }
      }
      GroupSet first = sinks.get(0).set(set);
      if (files.isEmpty()) {
        spilled.add(set, first.table());
      } else {
        spilled.add(set, first.layout(), files);
      }
    }
    return spilled;
  }

  /**
   * A sink for rows of the input.
   *
   * @param mixed whether they come in another order each time
   */
  GroupingSink newSink(MemoryContext memory, SpillTrigger trigger, boolean mixed) {
    List<List<Integer>> sets = node.groupingSets();
    if (sets.isEmpty()) {
      sets = List.of(IntStream.range(0, node.keys().size()).boxed().toList());
    }
    GroupSet[] made =
        sets.stream().map(set -> new GroupSet(layout(set, mixed), memory)).toArray(GroupSet[]::new);
    return new GroupingSink(made, memory, query.spill(), trigger, limit);
  }

  private GroupSet.Layout layout(List<Integer> set, boolean mixed) {
    int[] keys = set.stream().mapToInt(position -> node.keys().get(position)).toArray();
    List<Type> types = IntStream.of(keys).mapToObj(node.input().schema()::type).toList();
    return new GroupSet.Layout(keys, types, node.calls(), mixed);
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    if (tables == null) {
      throw new IllegalStateException("not prepared");
    }
    return new GroupReader(tables, figure.memory(memory));
  }

  /** Columns of groups {@code [from, from + count)} of a grouping set, in the node's order. */
  Batch read(GroupTable table, int set, int from, int count) {
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
    return ConstantColumn.of(DefaultValues.of(type), count);
  }

  @Override
  public @Nullable Batch totals() {
    GroupingSink source = groups;
    if (!node.totals() || source == null) {
      return null;
    }
    try (TotalsSum sum = totals == null ? new TotalsSum() : totals) {
      if (totals == null) {
        sum.add(source.table(0));
      } else if (tables != null) {
        for (GroupTables.Part left = part; left != null; left = tables.next()) {
          query.proceed();
          if (left.set() == 0) {
            sum.add(left.table());
          }
        }
      }
      totals = null;
      return sum.row();
    }
  }

  /** The states of all groups that count, in one; of several grouping sets the first has all. */
  private final class TotalsSum implements AutoCloseable {

    private final MemoryContext memory = figure.memory(query.memory());
    private final GroupTable sum =
        new GroupTable(new int[0], List.of(), node.calls(), false, memory);

    /** Adds all groups of a table, which is not used afterwards. */
    void add(GroupTable table) {
      try (Reservation held = new Reservation(memory)) {
        held.grow(4L * table.size());
        int[] target = new int[table.size()];
        if (having != null) {
          markExcluded(table, having, target, memory);
        }
        table.pour(sum, target, 2);
      }
    }

    Batch row() {
      Column[] columns = new Column[node.schema().size()];
      for (int i = 0; i < columns.length; i++) {
        int call = i - node.keys().size();
        boolean result = call >= 0 && call < node.calls().size();
        columns[i] = result ? sum.result(call, 0, 1) : absent(node.schema().type(i), 1);
        if (call >= node.calls().size()) { // as of the set without keys, which comes last
          columns[i] = LongColumn.of((long) node.groupingSets().size() - 1);
        }
        columns[i] = columns[i].gather(new int[1], 1);
      }
      return Batch.of(1, columns);
    }

    @Override
    public void close() {
      memory.close();
    }
  }

  private void markExcluded(
      GroupTable table, Expression predicate, int[] target, MemoryContext memory) {
    Arrays.fill(target, 1);
    int[] kept = new int[Batch.ROWS];
    try (ExpressionEvaluator evaluator = ExpressionEvaluator.of(predicate, memory)) {
      for (int from = 0; from < target.length; from += Batch.ROWS) {
        Batch batch = read(table, 0, from, Math.min(Batch.ROWS, target.length - from));
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
    if (totals != null) {
      totals.close();
    }
    if (spillMemory != null) {
      spillMemory.close();
    }
    if (run != null) {
      run.close();
    }
    if (sharedMemory != null) {
      sharedMemory.close();
    }
  }

  private final class GroupReader implements Operator {

    private final GroupTables source;
    private final MemoryContext memory;
    private final Reservation held;
    private int from;
    private boolean done;

    GroupReader(GroupTables source, MemoryContext memory) {
      this.source = source;
      this.memory = memory;
      held = new Reservation(memory);
    }

    @Override
    public @Nullable Batch next() {
      query.proceed();
      GroupTables.Part current = part;
      while (!done && (current == null || from >= current.table().size())) {
        current = advance(current);
      }
      if (current == null || done) {
        return null;
      }
      int count = Math.min(Batch.ROWS, current.table().size() - from);
      Batch batch = read(current.table(), current.set(), from, count);
      held.resize(batch.retainedBytes());
      from += count;
      figure.yielded(count);
      return batch;
    }

    private GroupTables.@Nullable Part advance(GroupTables.@Nullable Part finished) {
      if (finished != null && totals != null && finished.set() == 0) {
        totals.add(finished.table());
      }
      GroupTables.Part next = source.next();
      part = next;
      from = 0;
      done = next == null;
      return next;
    }

    @Override
    public void close() {
      done = true;
      memory.close();
    }
  }
}
