// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.fill;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.FillGrid;
import io.twinhouse.engine.plan.FillGrid.Numbers;
import io.twinhouse.engine.plan.FillGrid.Step;
import io.twinhouse.engine.plan.FillGrid.Unit;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.time.ZoneClock;

/** Order and steps of the values of one grid. Not thread-safe: it remembers offsets of clocks. */
final class GridArithmetic {

  private static final long DAY = 86_400;

  /** Lengths that a jump tries at most. */
  private static final int TRIES = 500;

  /** Days, or months, that are more than any calendar has. */
  private static final long FURTHEST = 4_000_000;

  private final FillGrid grid;
  private final Numbers numbers;
  private final ZoneClock local;

  GridArithmetic(FillGrid grid) {
    this.grid = grid;
    numbers = grid.numbers();
    local = new ZoneClock(grid.clock().zone());
  }

  /** Whether {@code first} comes before {@code second} in the direction of the order. */
  boolean before(long first, long second) {
    return grid.descending() ? less(second, first) : less(first, second);
  }

  private boolean less(long first, long second) {
    return switch (numbers) {
      case SIGNED -> first < second;
      case UNSIGNED -> Long.compareUnsigned(first, second) < 0;
      case FLOATS -> less(Double.longBitsToDouble(first), Double.longBitsToDouble(second));
    };
  }

  /** NaN is greater than anything else. */
  private static boolean less(double first, double second) {
    return Double.isNaN(second) ? !Double.isNaN(first) : first < second;
  }

  /** Whether no step leads on from a value: of NaN and of infinity. */
  boolean isEndless(long value) {
    return numbers == Numbers.FLOATS && !Double.isFinite(Double.longBitsToDouble(value));
  }

  long next(long value) {
    return checked(moved(value, grid.step(), 1));
  }

  /** How far the grid goes behind a row with {@code value} at most. */
  long border(long value, Step staleness) {
    long border = moved(value, staleness, 1);
    if (isEndless(border)) {
      throw endless();
    }
    return checked(border);
  }

  private long checked(long moved) {
    if (leavesCalendar(moved)) {
      throw endless();
    }
    return moved;
  }

  private boolean leavesCalendar(long moved) {
    FillGrid.Clock clock = grid.clock();
    return grid.step().unit() != Unit.VALUES && (moved < clock.least() || moved > clock.greatest());
  }

  /** The server begins anew there, and most often finds no end. */
  static TwinhouseException endless() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "WITH FILL leads out of the values of the column's type");
  }

  /**
   * The last value of the grid of {@code value} that does not lie behind {@code target}, which lies
   * behind {@code value}. Months are counted from {@code value}: a day that ended on the 28th once
   * does not stay there.
   */
  long towards(long value, long target) {
    Step step = grid.step();
    if (numbers != Numbers.FLOATS && isUniform(step)) {
      long apart = grid.descending() ? value - target : target - value;
      return value + Long.divideUnsigned(apart, Math.abs(step.count())) * step.count();
    }
    long reached = value;
    long length = 1;
    for (int i = 0; i < TRIES && length > 0; i++) {
      boolean far = !isUniform(step) && length > FURTHEST / Math.abs(step.count());
      long further = far ? reached : moved(reached, step, length);
      if (far || leavesCalendar(further) || before(further, reached) || before(target, further)) {
        length /= 2;
      } else {
        reached = further;
        length = length <= Long.MAX_VALUE / 2 ? length * 2 : length;
      }
    }
    return reached;
  }

  private static boolean isUniform(Step step) {
    return step.unit() == Unit.VALUES || step.unit() == Unit.INTERVALS;
  }

  private long moved(long value, Step step, long times) {
    if (numbers == Numbers.FLOATS) {
      double way = Double.longBitsToDouble(step.count());
      return Double.doubleToRawLongBits(
          Double.longBitsToDouble(value) + (times == 1 ? way : way * times));
    }
    long count = step.count() * times;
    return switch (step.unit()) {
      case VALUES, INTERVALS -> value + count;
      case MONTHS_OF_DAYS -> CivilDate.addMonths(value, count);
      case DAYS_OF_TIMES, MONTHS_OF_TIMES -> later(value, step.unit(), count);
    };
  }

  /** The same time of another day. */
  private long later(long value, Unit unit, long count) {
    FillGrid.Clock clock = grid.clock();
    long second = local.toLocal(Math.floorDiv(value, clock.ticksPerSecond()));
    long day = Math.floorDiv(second, DAY);
    long moved = unit == Unit.DAYS_OF_TIMES ? day + count : CivilDate.addMonths(day, count);
    long instant = local.toInstant(moved * DAY + Math.floorMod(second, DAY));
    return instant * clock.ticksPerSecond() + Math.floorMod(value, clock.ticksPerSecond());
  }
}
