// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spill.SpillThresholds;
import io.twinhouse.engine.spill.SpillTrigger;
import io.twinhouse.engine.spill.SpilledBuckets;
import io.twinhouse.engine.spill.SpilledRows;
import io.twinhouse.engine.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Both sides on disk by the hash of their keys, joined bucket by bucket (the grace hash join of
 * Kitsuregawa et al., 1983). Rows of a bucket keep their order, so that it decides between partners
 * as it does in memory. A right side that is still too large is split again, its left side with it.
 */
final class GraceJoin implements Operator {

  private final QueryContext query;
  private final PlanNode.Join node;
  private final JoinMode mode;
  private final OperatorFigure probeFigure;
  private final OperatorFigure buildFigure;
  private final MemoryContext memory;
  private final SpillTrigger trigger;
  private final Deque<Pair> waiting = new ArrayDeque<>();
  private @Nullable ProbeOperator probe;
  private @Nullable MemoryContext tableMemory;

  GraceJoin(
      QueryContext query,
      PlanNode.Join node,
      JoinMode mode,
      OperatorFigure probeFigure,
      OperatorFigure buildFigure,
      MemoryContext memory) {
    this.query = query;
    this.node = node;
    this.mode = mode;
    this.probeFigure = probeFigure;
    this.buildFigure = buildFigure;
    this.memory = memory;
    trigger = query.spill().trigger(SpillThresholds.Use.JOINING, 1);
  }

  /** The two sides of one bucket. */
  private record Pair(int level, List<SpilledRows> left, List<SpilledRows> right) {}

  /** Takes what the partitions of both sides wrote. */
  void add(List<SpilledBuckets> left, List<SpilledBuckets> right) {
    for (int i = 0; i < SpilledBuckets.COUNT; i++) {
      int bucket = i;
      waiting.addLast(
          new Pair(
              0,
              left.stream().map(file -> file.bucket(bucket)).toList(),
              right.stream().map(file -> file.bucket(bucket)).toList()));
    }
  }

  @Override
  public @Nullable Batch next() {
    while (true) {
      query.proceed();
      Batch batch = probe == null ? null : probe.next();
      if (batch != null) {
        return batch;
      }
      closeCurrent();
      Pair pair = waiting.pollFirst();
      if (pair == null) {
        return null;
      }
      open(pair);
    }
  }

  private void open(Pair pair) {
    long bytes = pair.right().stream().mapToLong(SpilledRows::decodedBytes).sum();
    if (pair.level() < SpilledBuckets.DEEPEST && trigger.wants(bytes)) {
      split(pair);
      return;
    }
    MemoryContext own = buildFigure.memory(memory);
    tableMemory = own;
    List<Type> types = node.right().schema().types();
    RowStore store = new RowStore(types, new Reservation(own));
    try (Reservation scratch = new Reservation(own)) {
      for (SpilledRows rows : pair.right()) {
        SpilledRows.Reader reader = rows.reader(scratch);
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          query.proceed();
          store.append(batch);
        }
      }
    }
    store.seal();
    BuildTable table = BuildTable.of(store, node, mode, false, new Reservation(own));
    MemoryContext probing = probeFigure.memory(memory);
    probe =
        new ProbeOperator(
            query, node, mode, table, new Source(pair.left(), own), probeFigure, probing);
  }

  /** The keys that rows must have in common, not the one that ASOF takes the closest of. */
  static int[] columns(PlanNode.Join join, List<Integer> keys) {
    int count = join.asof() == null ? keys.size() : keys.size() - 1;
    return keys.stream().limit(count).mapToInt(Integer::intValue).toArray();
  }

  private void split(Pair pair) {
    int level = pair.level() + 1;
    SpilledBuckets left = rewrite(pair.left(), node.left(), columns(node, node.leftKeys()), level);
    SpilledBuckets right =
        rewrite(pair.right(), node.right(), columns(node, node.rightKeys()), level);
    long rows = pair.right().stream().mapToLong(SpilledRows::rows).sum();
    for (int i = SpilledBuckets.COUNT - 1; i >= 0; i--) {
      SpilledRows part = right.bucket(i);
      int reached = part.rows() == rows ? SpilledBuckets.DEEPEST : level;
      waiting.addFirst(new Pair(reached, List.of(left.bucket(i)), List.of(part)));
    }
  }

  private SpilledBuckets rewrite(List<SpilledRows> rows, PlanNode side, int[] keys, int level) {
    SpilledBuckets target =
        new SpilledBuckets(query.spill(), side.schema().types(), keys, level, memory);
    try (Reservation scratch = new Reservation(memory)) {
      for (SpilledRows part : rows) {
        SpilledRows.Reader reader = part.reader(scratch);
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          query.proceed();
          target.add(batch);
        }
      }
    }
    target.flush();
    return target;
  }

  private void closeCurrent() {
    if (probe != null) {
      probe.close();
      probe = null;
    }
    if (tableMemory != null) {
      tableMemory.close();
      tableMemory = null;
    }
  }

  @Override
  public void close() {
    waiting.clear();
    closeCurrent();
    memory.close();
  }

  /** The left rows of a bucket. */
  private static final class Source implements Operator {

    private final List<SpilledRows.Reader> readers = new ArrayList<>();
    private final Reservation held;
    private int next;

    Source(List<SpilledRows> rows, MemoryContext memory) {
      held = new Reservation(memory);
      rows.forEach(part -> readers.add(part.reader(held)));
    }

    @Override
    public @Nullable Batch next() {
      while (next < readers.size()) {
        Batch batch = readers.get(next).next();
        if (batch != null) {
          return batch;
        }
        next++;
      }
      return null;
    }

    @Override
    public void close() {
      held.close();
    }
  }
}
