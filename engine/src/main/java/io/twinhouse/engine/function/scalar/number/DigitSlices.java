// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** digits: some of the decimal digits of a number, read as a number. */
public final class DigitSlices {

  /** Beyond this an offset or a length is as good as another. */
  private static final long MOST = 1L << 40;

  private DigitSlices() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Rounding").add("digits", DigitSlices::bind);
  }

  private static boolean isUnsigned(Type type) {
    return type.equals(IntegerType.UINT64);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(2, 3);
    for (int i = 0; i < call.size(); i++) {
      Type type = call.base(i);
      boolean whole =
          type instanceof BoolType || (type instanceof IntegerType && type.lane() == Lane.LONG);
      if (!whole) {
        throw call.illegal(i);
      }
    }
    boolean unsigned = isUnsigned(call.base(0));
    boolean limited = call.size() > 2;
    boolean largeOffset = isUnsigned(call.base(1));
    boolean largeLength = limited && isUnsigned(call.base(2));
    return Bound.of(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              LongLane numbers = LongLane.of(invocation.argument(0));
              LongLane offsets = LongLane.of(invocation.argument(1));
              LongLane lengths = LongLane.of(invocation.argument(limited ? 2 : 1));
              return row -> {
                String digits =
                    Long.toUnsignedString(unsigned ? numbers.at(row) : Math.abs(numbers.at(row)));
                long offset = bounded(offsets.at(row), largeOffset);
                long length = limited ? bounded(lengths.at(row), largeLength) : digits.length();
                return slice(digits, offset, length, !limited);
              };
            }));
  }

  private static long bounded(long value, boolean unsigned) {
    return unsigned && value < 0 ? MOST : Math.max(-MOST, Math.min(MOST, value));
  }

  private static long slice(String digits, long offset, long length, boolean toEnd) {
    if (offset == 0) {
      throw new TwinhouseException(
          ErrorCode.ZERO_ARRAY_OR_TUPLE_INDEX, "Indices in number are 1-based");
    }
    int size = digits.length();
    long from = offset > 0 ? offset - 1 : size + offset;
    long end = toEnd ? size : length >= 0 ? from + length : size + length;
    int first = (int) Math.max(0, Math.min(size, from));
    int last = (int) Math.max(0, Math.min(size, end));
    return first < last ? Long.parseUnsignedLong(digits.substring(first, last)) : 0;
  }
}
