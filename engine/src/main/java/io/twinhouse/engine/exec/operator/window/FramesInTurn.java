// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Frames that take their rows as ClickHouse has them do: those that a frame has more than the one
 * before come in one pass, as those of a table do, and a frame that starts elsewhere begins anew.
 */
final class FramesInTurn {

  private final WindowBlock block;
  private final WindowCall call;
  private final BoundAggregate function;
  private final int[] group = new int[Batch.ROWS];

  /** The server takes states and arrays out of a call in whole tables only. */
  private final boolean wrapped;

  /**
   * @param memory holds what is needed beside the states
   */
  FramesInTurn(WindowBlock block, WindowCall call, BoundAggregate function, Reservation memory) {
    memory.grow(4L * Batch.ROWS);
    this.block = block;
    this.call = call;
    this.function = function;
    wrapped = call.name().endsWith("State") || call.name().endsWith("Array");
  }

  /** Answers all rows of the block, whose frames are {@code [starts[row], ends[row])}. */
  void answer(int[] starts, int[] ends, ColumnBuffer out) {
    for (int p = 0; p < block.partitions(); p++) {
      int end = block.partitionEnd(p);
      int row = block.partitionStart(p);
      while (row < end) {
        int next = row + 1;
        while (next < end && starts[next] == starts[row]) {
          next++;
        }
        answer(row, next, starts[row], ends, out);
        row = next;
      }
    }
  }

  /**
   * Answers rows whose frames start at one row.
   *
   * @param ends of the frames; null where all end with the rows
   */
  void answer(int from, int to, int start, int @Nullable [] ends, ColumnBuffer out) {
    try (Reservation state = new Reservation(block.memory().context())) {
      Accumulator accumulator = function.newAccumulator(state);
      accumulator.resize(1);
      int added = start;
      int row = from;
      while (row < to) {
        int end = Math.max(added, ends == null ? to : ends[row]);
        addInOnePass(accumulator, added, end);
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
  private void addInOnePass(Accumulator accumulator, int from, int end) {
    boolean all = block.isAll() && from == 0 && end == block.rows();
    RowPass pass = wrapped ? RowPass.EACH : all ? RowPass.TABLE : RowPass.PART;
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
    Column[] arguments = call.arguments().stream().map(batch::column).toArray(Column[]::new);
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
}
