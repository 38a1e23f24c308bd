// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.window;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.buffer.RowStore;
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
    try (Reservation bounds = new Reservation(block.memory().context())) {
      bounds.grow(8L * rows);
      int[] starts = new int[rows];
      int[] ends = new int[rows];
      Frames frames = new Frames(block, call.frame());
      for (int p = 0; p < block.partitions(); p++) {
        frames.fill(block.partitionStart(p), block.partitionEnd(p), starts, ends);
      }
      int value = call.arguments().get(0);
      int[] found = starts;
      int pending = 0;
      for (int row = 0; row < rows; row++) {
        long target = target(row, starts[row]);
        if (target >= starts[row] && target < ends[row]) {
          found[pending++] = (int) target;
        } else {
          block.store().gather(value, found, 0, pending, out);
          pending = 0;
          appendDefault(row, out);
        }
      }
      block.store().gather(value, found, 0, pending, out);
    }
  }

  private long target(int row, int start) {
    boolean nth = call.name().equals("nth_value");
    long offset = call.arguments().size() > 1 ? block.longAt(call.arguments().get(1), row) : 1;
    long least = nth ? 1 : 0;
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
    long capped = Math.min(offset, Integer.MAX_VALUE);
    if (nth) {
      return start + capped - 1;
    }
    return call.name().startsWith("lag") ? row - capped : row + capped;
  }

  private void appendDefault(int row, ColumnBuffer out) {
    if (call.arguments().size() > 2) {
      out.append(block.column(call.arguments().get(2), row), RowStore.rowOf(row), 1);
    } else if (call.type().isNullable()) {
      out.appendNulls(1);
    } else {
      out.appendDefaults(1); // 0 for an Enum, too, even if it has no such value
    }
  }
}
