// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;

/** Frames whose rows may come to their states one by one: many frames take theirs at a time. */
final class FrameSteps {

  private final WindowBlock block;
  private final WindowCall call;
  private final BoundAggregate function;

  FrameSteps(WindowBlock block, WindowCall call, BoundAggregate function) {
    this.block = block;
    this.call = call;
    this.function = function;
  }

  /** Answers all rows of the block, each by a state of its own. */
  void apart(int[] starts, int[] ends, ColumnBuffer out) {
    for (int from = 0; from < block.rows(); from += Batch.ROWS) {
      int count = Math.min(Batch.ROWS, block.rows() - from);
      try (Reservation state = new Reservation(block.memory().context())) {
        Accumulator accumulator = function.newAccumulator(state);
        accumulator.resize(count);
        GroupedRows rows = new GroupedRows(block, call, accumulator, state);
        for (int row = from; row < from + count; row++) {
          rows.add(starts[row], ends[row], row - from);
        }
        rows.flush();
        out.append(accumulator.results(0, count), 0, count);
      }
    }
  }

  /**
   * Answers all rows of the block, whose frames start with their partition: a state a partition
   * takes what a frame has more than the one before, and is read before the next one.
   */
  void growing(int[] ends, ColumnBuffer out) {
    try (Reservation state = new Reservation(block.memory().context())) {
      Accumulator accumulator = function.newAccumulator(state);
      accumulator.resize(block.partitions());
      GroupedRows rows = new GroupedRows(block, call, accumulator, state);
      if (block.partitions() == 1) {
        growOne(accumulator, rows, ends, out);
      } else {
        growSideBySide(accumulator, rows, ends, state, out);
      }
    }
  }

  private void growOne(Accumulator accumulator, GroupedRows rows, int[] ends, ColumnBuffer out) {
    int[] repeated = new int[1];
    int added = 0;
    int row = 0;
    while (row < ends.length) {
      int end = Math.max(added, ends[row]);
      rows.add(added, end, 0);
      rows.flush();
      added = end;
      Column value = accumulator.results(0, 1);
      for (; row < ends.length && ends[row] <= added; row++) {
        out.append(value, repeated, 0, 1);
      }
    }
  }

  /** In each round every partition takes a step, if it has one left. */
  private void growSideBySide(
      Accumulator accumulator, GroupedRows rows, int[] ends, Reservation memory, ColumnBuffer out) {
    int partitions = block.partitions();
    memory.grow(12L * partitions + 4L * ends.length);
    int[] order = bySteps(ends, memory);
    int[] next = new int[partitions];
    int[] added = new int[partitions];
    for (int i = 0; i < partitions; i++) {
      next[i] = block.partitionStart(order[i]);
      added[i] = next[i];
    }
    int[] places = new int[ends.length];
    ColumnBuffer answers = ColumnBuffer.of(call.type(), memory);
    int active = partitions;
    while (active > 0) {
      for (int i = 0; i < active; i++) {
        int end = Math.max(added[i], ends[next[i]]);
        rows.add(added[i], end, i);
        added[i] = end;
        int last = block.partitionEnd(order[i]);
        int row = next[i];
        for (; row < last && ends[row] <= end; row++) {
          places[row] = answers.size() + i;
        }
        next[i] = row;
      }
      rows.flush();
      answers.append(accumulator.results(0, active), 0, active);
      while (active > 0 && next[active - 1] == block.partitionEnd(order[active - 1])) {
        active--;
      }
    }
    out.append(answers.column(), places, 0, places.length);
  }

  /** The partitions, those that take most steps first. */
  private int[] bySteps(int[] ends, Reservation memory) {
    int[] steps = new int[block.partitions()];
    int most = 0;
    for (int p = 0; p < steps.length; p++) {
      int added = -1;
      for (int row = block.partitionStart(p); row < block.partitionEnd(p); row++) {
        steps[p] += ends[row] > added ? 1 : 0;
        added = Math.max(added, ends[row]);
      }
      most = Math.max(most, steps[p]);
    }
    memory.grow(4L * steps.length + 4L * most + 4);
    int[] begins = new int[most + 1];
    for (int count : steps) {
      begins[most - count + 1]++;
    }
    for (int i = 1; i <= most; i++) {
      begins[i] += begins[i - 1];
    }
    int[] order = new int[steps.length];
    for (int p = 0; p < steps.length; p++) {
      order[begins[most - steps[p]]++] = p;
    }
    return order;
  }
}
