// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.WindowCall;
import java.util.List;

/**
 * Functions that take a value from another row of the frame: lagInFrame, leadInFrame, lag, lead and
 * nth_value. Where there is no such row the third argument stands, else NULL or the default.
 */
final class OffsetFunction {

  private final WindowBlock block;
  private final WindowCall call;

  OffsetFunction(WindowBlock block, WindowCall call) {
    this.block = block;
    this.call = call;
    if (!List.of("lagInFrame", "leadInFrame", "lag", "lead", "nth_value").contains(call.name())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Window function '" + call.name() + "' is not supported by the embedded engine");
    }
  }

  void compute(ColumnBuffer out) {
    int rows = block.rows();
    try (Reservation scratch = new Reservation(block.memory().context())) {
      scratch.grow(8L * rows);
      int[] starts = new int[rows];
      int[] ends = new int[rows];
      Frames frames = new Frames(block, call.frame());
      for (int p = 0; p < block.partitions(); p++) {
        frames.fill(block.partitionStart(p), block.partitionEnd(p), starts, ends);
      }
      findTargets(starts, ends);
      collect(starts, ends, scratch, out);
    }
  }

  /** Puts the row that each row takes its value from in the place of its frame's start, or -1. */
  private void findTargets(int[] starts, int[] ends) {
    boolean nth = call.name().equals("nth_value");
    int sign = call.name().startsWith("lag") ? -1 : 1;
    for (int row = 0; row < starts.length; row++) {
      long offset = offset(row, nth ? 1 : 0);
      long target = nth ? starts[row] + offset - 1 : row + sign * offset;
      boolean within = target >= starts[row] && target < ends[row];
      starts[row] = within ? (int) target : -1;
    }
  }

  private long offset(int row, int least) {
    long offset = call.arguments().size() > 1 ? block.longAt(call.arguments().get(1), row) : 1;
    if (offset < least) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The offset for function "
              + call.name()
              + " must be in ("
              + least
              + ", 9223372036854775807], "
              + offset
              + " given");
    }
    return Math.min(offset, Integer.MAX_VALUE);
  }

  /**
   * Gathers the values and what stands for those that are not there, then puts them in order.
   *
   * @param targets a row each, or -1
   * @param room as long as {@code targets}
   */
  private void collect(int[] targets, int[] room, Reservation scratch, ColumnBuffer out) {
    ColumnBuffer values = ColumnBuffer.of(call.type(), scratch);
    int found = 0;
    for (int target : targets) {
      room[found] = target;
      found += target >= 0 ? 1 : 0;
    }
    block.store().gather(call.arguments().get(0), room, 0, found, values);
    boolean replaced = call.arguments().size() > 2;
    if (replaced) {
      int missing = 0;
      for (int row = 0; row < targets.length; row++) {
        room[missing] = row;
        missing += targets[row] < 0 ? 1 : 0;
      }
      block.store().gather(call.arguments().get(2), room, 0, missing, values);
    } else if (call.type().isNullable()) {
      values.appendNulls(1);
    } else {
      values.appendDefaults(1); // 0 for an Enum, too, even if it has no such value
    }
    int next = 0;
    int standIn = found;
    for (int row = 0; row < targets.length; row++) {
      if (targets[row] >= 0) {
        room[row] = next++;
      } else {
        room[row] = replaced ? standIn++ : standIn;
      }
    }
    out.append(values.column(), room, 0, targets.length);
  }
}
