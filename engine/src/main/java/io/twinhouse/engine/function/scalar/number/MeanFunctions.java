// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.List;

/** avg2 and midpoint: the mean of two numbers or times in their common type, cut off towards 0. */
public final class MeanFunctions {

  private MeanFunctions() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Arithmetic: means")
        .add("avg2", t -> t.ownNulls().anyCase(), MeanFunctions::bind)
        .add(
            "midpoint",
            t -> t.ownNulls().anyCase(),
            call -> {
              if (call.size() == 0) {
                throw call.refuse(
                    ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
                    "Function midpoint cannot be called without arguments");
              }
              if (call.size() != 2) {
                throw call.notImplemented("any number of arguments but two");
              }
              return bind(call);
            });
  }

  private static BoundFunction bind(CallSite call) {
    Type a = call.arity(2).type(0);
    Type b = call.type(1);
    if (a.isNullable() || b.isNullable()) {
      throw call.notImplemented("Nullable arguments");
    }
    Type type = LeastSupertype.of(List.of(a, b));
    if (!isMeant(type)) {
      boolean number = NumberTypes.isNumber(type);
      throw number ? call.notImplemented(type.name()) : call.illegal();
    }
    boolean same = a.equals(type) && b.equals(type);
    if (!same && !(NumberTypes.isNumber(a) && NumberTypes.isNumber(b))) {
      throw call.notImplemented(a.name() + " and " + b.name());
    }
    Conversion first = ElementCast.of(call, a, type);
    Conversion second = ElementCast.of(call, b, type);
    return type instanceof FloatType floating
        ? floats(floating, first, second)
        : wholes(type, first, second);
  }

  private static boolean isMeant(Type type) {
    boolean time =
        type instanceof DateType || type instanceof DateTimeType || type instanceof DateTime64Type;
    boolean integer = type instanceof IntegerType && type.lane() == Lane.LONG;
    return time || integer || type instanceof FloatType;
  }

  private static BoundFunction floats(FloatType type, Conversion first, Conversion second) {
    boolean single = type.equals(FloatType.FLOAT32);
    return Bound.total(
        type,
        RowKernels.doubles(
            invocation -> {
              DoubleLane a = DoubleLane.of(type, first.convert(invocation.argument(0)));
              DoubleLane b = DoubleLane.of(type, second.convert(invocation.argument(1)));
              return row -> {
                double sum = a.at(row) + b.at(row);
                return single ? (float) sum / 2 : sum / 2;
              };
            }));
  }

  private static BoundFunction wholes(Type type, Conversion first, Conversion second) {
    boolean unsigned = type.equals(IntegerType.UINT64);
    return Bound.total(
        type,
        RowKernels.longs(
            invocation -> {
              Column left = first.convert(invocation.argument(0));
              LongLane a = LongLane.of(left);
              LongLane b = LongLane.of(second.convert(invocation.argument(1)));
              return row -> {
                long x = a.at(row);
                long y = b.at(row);
                long below = (x & y) + (unsigned ? (x ^ y) >>> 1 : (x ^ y) >> 1);
                boolean half = ((x ^ y) & 1) == 1;
                return half && below < 0 && !unsigned ? below + 1 : below;
              };
            }));
  }
}
