// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.common.LeastSupertype;

/** {@code range([start,] end [, step])}. */
final class Ranges {

  /** The server's default of function_range_max_elements_in_block. */
  private static final long MOST_ELEMENTS = 500_000_000;

  private final boolean unsigned64;
  private final LongLane starts;
  private final LongLane ends;
  private final LongLane steps;

  private Ranges(IntegerType type, LongLane starts, LongLane ends, LongLane steps) {
    this.unsigned64 = type.equals(IntegerType.UINT64);
    this.starts = starts;
    this.ends = ends;
    this.steps = steps;
  }

  static BoundFunction bind(CallSite call) {
    call.arity(1, 3);
    for (int i = 0; i < call.size(); i++) {
      call.integer(i);
    }
    IntegerType type = (IntegerType) LeastSupertype.of(call.types());
    return Bound.of(new ArrayType(type), invocation -> of(type, invocation).fill(invocation));
  }

  private static Ranges of(IntegerType type, Invocation call) {
    LongLane zero = LongLane.of(constant(0, call.rows()));
    LongLane one = LongLane.of(constant(1, call.rows()));
    LongLane first = LongLane.of(call.argument(0));
    if (call.argumentCount() == 1) {
      return new Ranges(type, zero, first, one).checkPositive(type, call.rows());
    }
    LongLane ends = LongLane.of(call.argument(1));
    LongLane steps = call.argumentCount() == 2 ? one : LongLane.of(call.argument(2));
    return new Ranges(type, first, ends, steps);
  }

  private static Column constant(long value, int rows) {
    return io.twinhouse.engine.column.ConstantColumn.of(LongColumn.of(value), rows);
  }

  private Ranges checkPositive(IntegerType type, int rows) {
    for (int row = 0; type.signed() && row < rows; row++) {
      if (ends.at(row) < 0) {
        throw new TwinhouseException(
            ErrorCode.ARGUMENT_OUT_OF_BOUND,
            "A call to function range overflows, only support positive values when only end is"
                + " provided");
      }
    }
    return this;
  }

  private long length(int row) {
    long start = starts.at(row);
    long end = ends.at(row);
    long step = steps.at(row);
    if (step == 0) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "A call to function range underflows, the 3rd argument step can't be less or equal to"
              + " zero");
    }
    boolean upwards = unsigned64 || step > 0;
    int order = unsigned64 ? Long.compareUnsigned(start, end) : Long.compare(start, end);
    if (upwards ? order >= 0 : order <= 0) {
      return 0;
    }
    long distance = upwards ? end - start : start - end;
    long stride = upwards ? step : -step;
    long length = Long.divideUnsigned(distance - 1, stride) + 1;
    return length < 0 ? Long.MAX_VALUE / 2 : length;
  }

  private Column fill(Invocation call) {
    int rows = call.rows();
    int[] offsets = call.scratch().ints(rows + 1);
    offsets[0] = 0;
    long total = 0;
    for (int row = 0; row < rows; row++) {
      total += length(row);
      if (total > MOST_ELEMENTS) {
        throw new TwinhouseException(
            ErrorCode.ARGUMENT_OUT_OF_BOUND,
            "A call to function range would produce "
                + total
                + " array elements, which is greater than the allowed maximum of "
                + MOST_ELEMENTS);
      }
      offsets[row + 1] = (int) total;
    }
    long[] values = call.scratch().longs((int) total);
    for (int row = 0; row < rows; row++) {
      long value = starts.at(row);
      long step = steps.at(row);
      for (int e = offsets[row]; e < offsets[row + 1]; e++) {
        values[e] = value;
        value += step;
      }
    }
    return ArrayColumn.of(offsets, LongColumn.of(values, (int) total, null), rows);
  }
}
