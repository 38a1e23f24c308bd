// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.Arrays;
import java.util.List;

/** The bucket of a histogram that a number falls into, and the step of a list that is below it. */
public final class BucketFunctions {

  private BucketFunctions() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Buckets")
        .add("widthBucket", t -> t.withAliases("width_bucket").anyCase(), BucketFunctions::width)
        .add("roundDown", BucketFunctions::roundDown);
  }

  private static BoundFunction width(CallSite call) {
    call.arity(4);
    for (int i = 0; i < 4; i++) {
      Type type = call.base(i);
      boolean integer = type instanceof IntegerType && type.lane() == Lane.LONG;
      boolean unsigned = integer && !((IntegerType) type).signed();
      if (i < 3 ? !integer && !(type instanceof FloatType) : !unsigned) {
        throw call.illegal(i);
      }
    }
    IntegerType count = (IntegerType) call.base(3);
    IntegerType result = new IntegerType(NumberTypes.next(count.bits()), false);
    return Bound.of(
        result,
        RowKernels.longs(
            invocation -> {
              DoubleLane values = DoubleLane.of(call.base(0), invocation.argument(0));
              DoubleLane lows = DoubleLane.of(call.base(1), invocation.argument(1));
              DoubleLane highs = DoubleLane.of(call.base(2), invocation.argument(2));
              LongLane counts = LongLane.of(invocation.argument(3));
              return row ->
                  result.wrap(bucket(values.at(row), lows.at(row), highs.at(row), counts.at(row)));
            }));
  }

  private static long bucket(double value, double low, double high, long count) {
    if (count == 0) {
      throw invalid("Last argument (count) for function widthBucket cannot be 0.");
    }
    if (Double.isNaN(value) || Double.isNaN(low) || Double.isNaN(high)) {
      throw invalid(
          "The first three arguments (operand, low, high) cannot be NaN in function widthBucket");
    }
    if (Double.isInfinite(low) || Double.isInfinite(high)) {
      throw invalid(
          "The second and third arguments (low, high) cannot be Inf function widthBucket");
    }
    if (value < low || low >= high) {
      return 0;
    }
    if (value >= high) {
      return count + 1;
    }
    double share = (value - low) / (high - low);
    double bucket = DoubleLane.ofUnsigned(count) * share + 1;
    if (Double.isNaN(bucket) || bucket >= 0x1p63) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "widthBucket is not implemented for a range that overflows");
    }
    return (long) bucket;
  }

  private static TwinhouseException invalid(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }

  private static BoundFunction roundDown(CallSite call) {
    call.arity(2);
    Type value = call.base(0);
    if (!NumberTypes.isNumber(value)) {
      throw call.illegal(0);
    }
    if (!(call.base(1) instanceof ArrayType array) || !NumberTypes.isNumber(array.element())) {
      throw call.illegal(1);
    }
    Type step = array.element();
    if (value instanceof DecimalType || step instanceof DecimalType) {
      throw call.notImplemented("decimals");
    }
    Column steps = call.constant(1);
    if (steps == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN, "The second argument of function roundDown must be a constant");
    }
    Type result = LeastSupertype.of(List.of(value, step));
    if (result.lane() == Lane.WIDE || !NumberTypes.isNumber(result)) {
      throw call.notImplemented("big integers");
    }
    var toStep = ElementCast.ofArray(call, step, result);
    ArrayLane sorted = ArrayLane.of(toStep.convert(steps));
    int size = sorted.length(0);
    if (size == 0) {
      throw call.refuse(ErrorCode.BAD_ARGUMENTS, "Empty array is illegal for function roundDown");
    }
    var toValue = ElementCast.of(call, value, result);
    return result.lane() == Lane.DOUBLE
        ? floats(result, toValue::convert, doubles(result, sorted))
        : wholes(result, toValue::convert, longs(result, sorted));
  }

  /** Brings values to the type of the steps. */
  private interface Cast {
    Column of(Column values);
  }

  private static double[] doubles(Type type, ArrayLane array) {
    DoubleLane lane = DoubleLane.of(type, array.elements());
    double[] steps = new double[array.length(0)];
    Arrays.setAll(steps, i -> lane.at(array.start(0) + i));
    Arrays.sort(steps);
    return steps;
  }

  /** Steps in the order of their type, unsigned ones shifted to be compared as signed ones. */
  private static long[] longs(Type type, ArrayLane array) {
    long[] values = ((LongColumn) array.elements()).values();
    long shift = shift(type);
    long[] steps = new long[array.length(0)];
    Arrays.setAll(steps, i -> values[array.start(0) + i] ^ shift);
    Arrays.sort(steps);
    return steps;
  }

  private static long shift(Type type) {
    return type.equals(IntegerType.UINT64) ? Long.MIN_VALUE : 0;
  }

  private static BoundFunction wholes(Type type, Cast cast, long[] steps) {
    long shift = shift(type);
    return Bound.total(
        type,
        RowKernels.longs(
            invocation -> {
              LongLane lane = LongLane.of(cast.of(invocation.argument(0)));
              return row -> {
                int at = Arrays.binarySearch(steps, lane.at(row) ^ shift);
                return steps[Math.max(0, at < 0 ? -at - 2 : at)] ^ shift;
              };
            }));
  }

  private static BoundFunction floats(Type type, Cast cast, double[] steps) {
    return Bound.total(
        type,
        RowKernels.doubles(
            invocation -> {
              DoubleLane lane = DoubleLane.of(type, cast.of(invocation.argument(0)));
              return row -> {
                if (Double.isNaN(lane.at(row))) {
                  return Double.NaN;
                }
                int at = 0;
                while (at + 1 < steps.length && !(lane.at(row) < steps[at + 1])) {
                  at++;
                }
                return steps[at];
              };
            }));
  }
}
