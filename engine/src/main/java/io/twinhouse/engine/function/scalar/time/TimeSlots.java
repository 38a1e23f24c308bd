// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.define.RowKernels.LongRun;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** timeSlots: the rounded points of time that an interval touches. */
public final class TimeSlots {

  private static final long HALF_HOUR = 1800;
  private static final long TWO_TO_32_LESS_1 = 0xFFFF_FFFFL;

  /** As many as fit an array of the server, before it refuses one that is too large. */
  private static final long MOST_SLOTS = 1_000_000;

  private TimeSlots() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Dates and times: slots").add("timeSlots", TimeSlots::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(2, 3);
    if (call.base(0) instanceof DateTimeType) {
      return seconds(call);
    }
    if (call.base(0) instanceof DateTime64Type time) {
      return ticks(call, time);
    }
    throw call.illegal(0);
  }

  private static BoundFunction seconds(CallSite call) {
    if (!call.base(1).equals(IntegerType.UINT32)) {
      throw call.illegal(1);
    }
    boolean unsigned =
        call.size() == 2
            || (call.base(2) instanceof IntegerType size
                && !size.signed()
                && size.lane() == Lane.LONG);
    if (!unsigned) {
      throw call.illegal(2);
    }
    long size = checked(call, call.size() == 2 ? HALF_HOUR : call.constantLong(2));
    if (size > TWO_TO_32_LESS_1) {
      throw call.notImplemented("slots of " + Long.toUnsignedString(size) + " seconds");
    }
    // The end of an interval wraps around as a time does.
    return slots(call, call.base(0), size, 1, (start, length) -> start + length & TWO_TO_32_LESS_1);
  }

  private static BoundFunction ticks(CallSite call, DateTime64Type time) {
    int length = decimalScale(call, 1);
    int slot = call.size() == 2 ? 0 : decimalScale(call, 2);
    int scale = Math.max(time.precision(), Math.max(length, slot));
    if (scale > 9) {
      throw call.notImplemented("more than nine digits of a second");
    }
    long given = checked(call, call.size() == 2 ? HALF_HOUR : call.constantLong(2));
    long lengthTicks = power(scale - length);
    return slots(
        call,
        new DateTime64Type(scale, time.zone()),
        Math.multiplyExact(given, power(scale - slot)),
        power(scale - time.precision()),
        (start, duration) -> Math.addExact(start, Math.multiplyExact(duration, lengthTicks)));
  }

  private static int decimalScale(CallSite call, int index) {
    if (call.base(index) instanceof DecimalType decimal && decimal.bits() == 64) {
      return decimal.scale();
    }
    throw call.illegal(index);
  }

  private static long checked(CallSite call, long size) {
    if (size <= 0) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Third argument for function timeSlots must be greater than zero");
    }
    return size;
  }

  private static long power(int digits) {
    long power = 1;
    for (int i = 0; i < digits; i++) {
      power *= 10;
    }
    return power;
  }

  /** The end of an interval in ticks of the result, from its beginning in such and its length. */
  private interface End {
    long of(long start, long length);
  }

  private static BoundFunction slots(
      CallSite call, Type element, long size, long startTicks, End end) {
    return Bound.of(
        new ArrayType(element),
        RowKernels.longArrays(
            invocation -> {
              LongLane starts = LongLane.of(invocation.argument(0));
              LongLane lengths = LongLane.of(invocation.argument(1));
              return (row, out) -> {
                try {
                  long start = Math.multiplyExact(starts.at(row), startTicks);
                  add(call, start / size, end.of(start, lengths.at(row)) / size, size, out);
                } catch (ArithmeticException e) {
                  throw call.notImplemented("times beyond 64 bits");
                }
              };
            }));
  }

  private static void add(CallSite call, long first, long last, long size, LongRun out) {
    if (last - first >= MOST_SLOTS) {
      throw call.notImplemented("more than " + MOST_SLOTS + " slots in a row");
    }
    for (long slot = first; slot <= last; slot++) {
      out.add(slot * size);
    }
  }
}
