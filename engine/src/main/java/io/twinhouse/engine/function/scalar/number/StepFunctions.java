// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** Numbers rounded down to steps: ages, durations, powers of two. */
public final class StepFunctions {

  private static final int[] AGES = {18, 25, 35, 45, 55};
  private static final int[] DURATIONS = {
    1, 10, 30, 60, 120, 180, 240, 300, 600, 1200, 1800, 3600, 7200, 18000, 36000
  };

  private StepFunctions() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Rounding: steps")
        .add("roundAge", call -> steps(call, IntegerType.UINT8, StepFunctions::age))
        .add("roundDuration", call -> steps(call, IntegerType.UINT16, StepFunctions::duration))
        .add("roundToExp2", StepFunctions::powerOfTwo);
  }

  private interface Step {
    long of(double value);
  }

  private static Type number(CallSite call) {
    Type type = call.arity(1).base(0);
    if (!(type instanceof FloatType) && !(type instanceof IntegerType)) {
      throw call.illegal(0);
    }
    if (type instanceof IntegerType integer && integer.bits() > 64) {
      throw call.notImplemented("big integers");
    }
    return type;
  }

  private static BoundFunction steps(CallSite call, Type result, Step step) {
    Type type = number(call);
    return Bound.total(
        result,
        RowKernels.longs(
            invocation -> {
              DoubleLane lane = DoubleLane.of(type, invocation.argument(0));
              return row -> step.of(lane.at(row));
            }));
  }

  /** NaN is as old as can be. */
  private static long age(double age) {
    if (age < 1) {
      return 0;
    }
    return age < AGES[0] ? 17 : below(age, AGES);
  }

  private static long duration(double seconds) {
    return seconds < 1 ? 0 : below(seconds, DURATIONS);
  }

  private static long below(double value, int[] steps) {
    int at = steps.length - 1;
    while (at > 0 && value < steps[at]) {
      at--;
    }
    return steps[at];
  }

  private static BoundFunction powerOfTwo(CallSite call) {
    Type type = number(call);
    if (type instanceof IntegerType integer) {
      return Bound.total(
          type, Operands.longs(x -> integer.signed() && x <= 0 ? 0 : Long.highestOneBit(x)));
    }
    if (type.equals(FloatType.FLOAT32)) {
      return Bound.total(
          type,
          Operands.doubles(
              type, x -> Float.intBitsToFloat(Float.floatToRawIntBits((float) x) & 0xFF800000)));
    }
    return Bound.total(
        type,
        Operands.doubles(
            type, x -> Double.longBitsToDouble(Double.doubleToRawLongBits(x) & -1L << 52)));
  }
}
