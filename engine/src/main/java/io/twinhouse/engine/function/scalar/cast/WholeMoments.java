// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.cast;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.function.LongUnaryOperator;

/** Whole numbers as dates and times; NULL where there is none for a number. */
final class WholeMoments {

  private static final long DAY = 86_400;
  private static final long MOST_SECONDS = 0xFFFF_FFFFL;
  private static final long FIRST_SECOND = CivilDate.toDays(0, 1, 1) * DAY;
  private static final long LAST_SECOND = CivilDate.toDays(10_000, 1, 1) * DAY - 1;

  /** What stands for no value; no date or time has it. */
  private static final long NONE = Long.MIN_VALUE;

  private WholeMoments() {}

  /** Whether numbers of type {@code from} are taken for values of {@code to}. */
  static boolean take(Type from, Type to) {
    boolean whole =
        from instanceof BoolType || from instanceof IntegerType number && number.bits() <= 64;
    return whole
        && (to.equals(DateType.DATE) || to instanceof DateTimeType || to instanceof DateTime64Type);
  }

  static BoundFunction orNull(CallSite call, Type to) {
    boolean unsigned = call.base(0).equals(IntegerType.UINT64);
    LongUnaryOperator rule = rule(call, to);
    return Bound.total(
        to.toNullable(),
        invocation -> {
          LongLane numbers = LongLane.of(invocation.argument(0));
          int rows = invocation.rows();
          long[] moments = invocation.scratch().longs(rows);
          boolean[] none = invocation.scratch().flags(rows);
          for (int row = 0; row < rows; row++) {
            long number = numbers.at(row);
            long moment = unsigned && number < 0 ? NONE : rule.applyAsLong(number);
            none[row] = moment == NONE;
            moments[row] = none[row] ? 0 : moment;
          }
          return LongColumn.of(moments, rows, none);
        });
  }

  private static LongUnaryOperator rule(CallSite call, Type to) {
    if (to instanceof DateTime64Type time) {
      long ticks = time.ticksPerSecond();
      return second -> {
        boolean fits =
            second >= Math.max(FIRST_SECOND, Long.MIN_VALUE / ticks)
                && second <= Math.min(LAST_SECOND, Long.MAX_VALUE / ticks);
        return fits ? second * ticks : NONE;
      };
    }
    if (to instanceof DateTimeType) {
      return second -> second < 0 || second > MOST_SECONDS ? NONE : second;
    }
    ZoneClock clock = new ZoneClock(call.context().zone());
    return number -> {
      if (number < 0 || number > MOST_SECONDS) {
        return NONE;
      }
      boolean days = number <= 0xFFFF;
      return days ? number : Math.floorDiv(clock.toLocal(number), DAY);
    };
  }
}
