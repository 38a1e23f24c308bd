// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IntervalType.Unit;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** plus and minus where a date, a time or an interval takes part. */
public final class TimeArithmetic {

  private TimeArithmetic() {}

  /** The bound function, or null when neither argument is a date, a time or an interval. */
  public static @Nullable BoundFunction bind(CallSite call, boolean minus) {
    Type a = call.base(0);
    Type b = call.base(1);
    boolean timeA = isTime(a);
    boolean timeB = isTime(b);
    boolean intervalA = a instanceof IntervalType;
    boolean intervalB = b instanceof IntervalType;
    if (!timeA && !timeB && !intervalA && !intervalB) {
      return null;
    }
    BoundFunction sum = ofTuplesAndTexts(call, a, b, minus);
    if (sum != null) {
      return sum;
    }
    if (timeA && timeB) {
      if (ClockArithmetic.isClock(a) || ClockArithmetic.isClock(b)) {
        return ClockArithmetic.bind(call, minus);
      }
      if (!minus) {
        throw call.illegal();
      }
      return difference(call, a, b);
    }
    if (intervalA && intervalB) {
      return intervals(call, (IntervalType) a, (IntervalType) b, minus);
    }
    if (timeA) {
      return TimeAddition.bind(call, 0, 1, unit(a, b), minus);
    }
    if (timeB && !minus) {
      return TimeAddition.bind(call, 1, 0, unit(b, a), false);
    }
    throw call.illegal();
  }

  /** Times beside tuples of intervals, and intervals beside tuples of them or texts. */
  private static @Nullable BoundFunction ofTuplesAndTexts(
      CallSite call, Type a, Type b, boolean minus) {
    if (b instanceof TupleType) {
      return isTime(a) ? IntervalSums.addition(call, 0, minus) : null;
    }
    if (a instanceof TupleType) {
      if (b instanceof IntervalType) {
        return IntervalSums.sum(call, minus);
      }
      return minus ? null : IntervalSums.addition(call, 1, false);
    }
    if (CallSite.isText(a) && b instanceof IntervalType interval) {
      return TextTimes.addition(call, 0, 1, interval.unit(), minus);
    }
    if (CallSite.isText(b) && a instanceof IntervalType interval && !minus) {
      return TextTimes.addition(call, 1, 0, interval.unit(), false);
    }
    return null;
  }

  private static boolean isTime(Type type) {
    return type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type
        || ClockArithmetic.isClock(type);
  }

  /** A plain number counts days beside a date and seconds beside a time. */
  private static Unit unit(Type time, Type count) {
    if (count instanceof IntervalType interval) {
      return interval.unit();
    }
    return time instanceof DateType ? Unit.DAY : Unit.SECOND;
  }

  private static BoundFunction intervals(
      CallSite call, IntervalType a, IntervalType b, boolean minus) {
    if (!a.equals(b)) {
      return IntervalSums.sum(call, minus);
    }
    return Bound.total(a, Operands.longs((x, y) -> minus ? x - y : x + y));
  }

  private static BoundFunction difference(CallSite call, Type a, Type b) {
    boolean sameKind =
        (a.equals(DateType.DATE) && b.equals(DateType.DATE))
            || (a instanceof DateTimeType && b instanceof DateTimeType);
    if (sameKind) {
      return Bound.total(IntegerType.INT32, Operands.longs((x, y) -> (int) (x - y)));
    }
    TimeSort left = TimeSort.of(a, null, call.context().zone());
    TimeSort right = TimeSort.of(b, null, call.context().zone());
    if (left == null || right == null || left.isDate() || right.isDate()) {
      throw call.illegal();
    }
    int scale = Math.max(left.precision(), right.precision());
    long ticks = new DateTime64Type(scale, null).ticksPerSecond();
    return Bound.total(
        new DecimalType(18, scale),
        invocation -> {
          TimeLane x = new TimeLane(left, invocation.argument(0));
          TimeLane y = new TimeLane(right, invocation.argument(1));
          long[] values = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            values[row] = x.ticks(row, ticks) - y.ticks(row, ticks);
          }
          return LongColumn.of(values, invocation.rows(), null);
        });
  }
}
