// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate over frames. Where the order of rows does not matter whole partitions are groups
 * like any others, frames that start with the partition grow one state and read it as they go, and
 * any other frames get a group a row. Elsewhere frames take their rows as ClickHouse has them do:
 * those that a frame has more than the one before come in one pass, as those of a table do, and a
 * frame that starts elsewhere begins anew.
 */
final class FrameAggregation {

  private final WindowBlock block;
  private final WindowCall call;
  private final BoundAggregate function;
  private final Frames frames;

  /** The server takes states and arrays out of a call in whole tables only. */
  private final RowPass pass;

  FrameAggregation(WindowBlock block, WindowCall call, BoundAggregate function) {
    this.block = block;
    this.call = call;
    this.function = function;
    frames = new Frames(block, call.frame());
    boolean wrapped = call.name().endsWith("State") || call.name().endsWith("Array");
    pass = wrapped ? RowPass.EACH : RowPass.TABLE;
  }

  void compute(ColumnBuffer out) {
    refuse(AggregateTrait.OTHER_IN_WINDOWS, "windows; group the rows and join them");
    refuseChosenCompensation();
    if (!frames.areWhole()) {
      refuse(AggregateTrait.WORN_BY_ANSWERS, "frames but whole partitions");
    }
    try (Reservation state = new Reservation(block.memory().context())) {
      if (!function.ignoresOrder() || choosesByAnother()) {
        inTurn(state, out);
      } else if (frames.areWhole()) {
        whole(function.newAccumulator(state), out);
      } else {
        framed(function.newAccumulator(state), out);
      }
    }
  }

  /** Of rows that are equally good the pass over them settles which one is chosen. */
  private boolean choosesByAnother() {
    return call.arguments().size() > 1
        && FunctionRegistry.standard().has(call.name(), AggregateTrait.CHOOSES);
  }

  private void inTurn(Reservation bounds, ColumnBuffer out) {
    int rows = block.rows();
    boolean whole = frames.areWhole();
    bounds.grow(4L * Batch.ROWS + (whole ? 0 : 8L * rows));
    int[] starts = new int[whole ? 0 : rows];
    int[] ends = new int[whole ? 0 : rows];
    int[] group = new int[Batch.ROWS];
    for (int p = 0; p < block.partitions(); p++) {
      int from = block.partitionStart(p);
      int end = block.partitionEnd(p);
      if (!whole) {
        frames.fill(from, end, starts, ends);
      }
      int row = from;
      while (row < end) {
        int start = whole ? from : starts[row];
        int next = whole ? end : row + 1;
        while (next < end && starts[next] == start) {
          next++;
        }
        growInTurn(row, next, start, whole ? null : ends, group, out);
        row = next;
      }
    }
  }

  /**
   * Answers rows whose frames start at one row.
   *
   * @param ends of the frames; null where all end with the rows
   */
  private void growInTurn(
      int from, int to, int start, int @Nullable [] ends, int[] group, ColumnBuffer out) {
    try (Reservation state = new Reservation(block.memory().context())) {
      Accumulator accumulator = function.newAccumulator(state);
      accumulator.resize(1);
      int added = start;
      int row = from;
      while (row < to) {
        int end = Math.max(added, ends == null ? to : ends[row]);
        addInOnePass(accumulator, added, end, group);
        added = end;
        int next = ends == null ? to : row + 1;
        while (next < to && ends != null && ends[next] <= added) {
          next++;
        }
        Column value = accumulator.results(0, 1);
        for (; row < next; row += Math.min(next - row, group.length)) {
          out.append(value, group, 0, Math.min(next - row, group.length));
        }
      }
    }
  }

  /** Adds rows {@code [from, end)} to the one group as far as possible in full batches. */
  private void addInOnePass(Accumulator accumulator, int from, int end, int[] group) {
    for (int row = from; row < end; row += Batch.ROWS) {
      Checkpoint.pass();
      int count = Math.min(end - row, Batch.ROWS);
      try (Reservation passing = new Reservation(block.memory().context())) {
        accumulator.add(rows(row, count, passing), group, count, pass);
      }
    }
  }

  private Column[] rows(int from, int count, Reservation passing) {
    Batch batch = block.store().chunk(RowStore.chunkOf(from));
    Column[] arguments = arguments(batch);
    int local = RowStore.rowOf(from);
    if (local == 0 && count == batch.rows()) {
      return arguments;
    }
    int[] chosen = new int[count];
    if (local + count <= batch.rows()) {
      Arrays.setAll(chosen, i -> local + i);
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = arguments[i].gather(chosen, count);
      }
      return arguments;
    }
    Arrays.setAll(chosen, i -> from + i);
    for (int i = 0; i < arguments.length; i++) {
      int column = call.arguments().get(i);
      ColumnBuffer gathered = ColumnBuffer.of(block.node().input().schema().type(column), passing);
      block.store().gather(column, chosen, 0, count, gathered);
      arguments[i] = gathered.column();
    }
    return arguments;
  }

  private void whole(Accumulator accumulator, ColumnBuffer out) {
    accumulator.resize(block.partitions());
    int[] groups = new int[Batch.ROWS];
    int partition = 0;
    for (int chunk = 0; chunk < block.store().chunks(); chunk++) {
      Batch batch = block.store().chunk(chunk);
      for (int row = 0; row < batch.rows(); row++) {
        int number = RowStore.address(chunk, row);
        partition += number == block.partitionEnd(partition) ? 1 : 0;
        groups[row] = partition;
      }
      accumulator.add(arguments(batch), groups, batch.rows());
    }
    Column values = accumulator.results(0, block.partitions());
    int[] repeated = new int[Batch.ROWS];
    for (int p = 0; p < block.partitions(); p++) {
      Arrays.fill(repeated, p);
      int left = block.partitionEnd(p) - block.partitionStart(p);
      for (; left > 0; left -= Batch.ROWS) {
        out.append(values, repeated, 0, Math.min(left, Batch.ROWS));
      }
    }
  }

  private Column[] arguments(Batch batch) {
    return call.arguments().stream().map(batch::column).toArray(Column[]::new);
  }

  private void framed(Accumulator accumulator, ColumnBuffer out) {
    int rows = block.rows();
    try (Reservation bounds = new Reservation(block.memory().context())) {
      bounds.grow(8L * rows);
      int[] starts = new int[rows];
      int[] ends = new int[rows];
      for (int p = 0; p < block.partitions(); p++) {
        frames.fill(block.partitionStart(p), block.partitionEnd(p), starts, ends);
      }
      if (frames.startWithPartition()) {
        accumulator.resize(block.partitions());
        for (int p = 0; p < block.partitions(); p++) {
          grow(accumulator, p, ends, out);
        }
      } else {
        accumulator.resize(rows);
        for (int row = 0; row < rows; row++) {
          add(accumulator, starts[row], ends[row], row);
        }
        out.append(accumulator.results(0, rows), 0, rows);
      }
    }
  }

  private void refuse(AggregateTrait trait, String what) {
    if (FunctionRegistry.standard().has(call.name(), trait)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Function " + call.name() + " is not implemented for " + what);
    }
  }

  /** The server's own loses rows there that a condition or a NULL does not leave out. */
  private void refuseChosenCompensation() {
    boolean chosen = call.name().contains("If");
    for (int column : call.arguments()) {
      chosen |= block.node().input().schema().type(column).isNullable();
    }
    if (chosen && call.name().startsWith("sumKahan")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Function " + call.name() + " is not implemented for windows over chosen rows; use sum");
    }
  }

  private void grow(Accumulator accumulator, int partition, int[] ends, ColumnBuffer out) {
    int added = block.partitionStart(partition);
    int row = added;
    while (row < block.partitionEnd(partition)) {
      int end = Math.max(added, ends[row]);
      add(accumulator, added, end, partition);
      added = end;
      Column value = accumulator.results(partition, 1);
      while (row < block.partitionEnd(partition) && ends[row] <= added) {
        out.append(value, 0, 1);
        row++;
      }
    }
  }

  /** Adds rows {@code [from, end)} of the block to one group. */
  private void add(Accumulator accumulator, int from, int end, int group) {
    int row = from;
    while (row < end) {
      Checkpoint.pass();
      Batch batch = block.store().chunk(RowStore.chunkOf(row));
      int local = RowStore.rowOf(row);
      int count = Math.min(end - row, batch.rows() - local);
      int[] chosen = new int[count];
      Arrays.setAll(chosen, i -> local + i);
      Column[] arguments = arguments(batch);
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = arguments[i].gather(chosen, count);
      }
      Arrays.fill(chosen, group);
      accumulator.add(arguments, chosen, count);
      row += count;
    }
  }
}
