// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.fill;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.FillGrid;
import io.twinhouse.engine.plan.FillKey;
import org.jspecify.annotations.Nullable;

/**
 * One filled key: where its grid stands, and the row that it goes towards. Either may have no
 * value: a grid without FROM below another key that was filled, and a row with NULL. Not
 * thread-safe.
 */
final class GridAxis {

  private final int column;
  private final FillGrid grid;
  private final GridArithmetic arithmetic;
  private boolean standing;
  private boolean signed;
  private long value;
  private boolean aiming;
  private long target;
  private boolean bounded;
  private long bound;

  GridAxis(FillKey key) {
    column = key.column();
    grid = key.grid();
    arithmetic = new GridArithmetic(grid);
    Long to = grid.to();
    bounded = to != null;
    bound = to == null ? 0 : to;
  }

  int column() {
    return column;
  }

  /** Whether the grid stands at a value. */
  boolean isStanding() {
    return standing;
  }

  /** Where the grid stands, in the column's lane. */
  long value() {
    return value;
  }

  /** The value of a row goes towards. */
  void aimAt(Column source, int row) {
    aiming = !source.isNull(row);
    target = aiming ? valueAt(source, row) : 0;
  }

  /** There is no row any more. */
  void aimAtNothing() {
    aiming = false;
  }

  /** Whether the row that the grid goes towards has a value. */
  boolean isAiming() {
    return aiming;
  }

  /** Whether FROM is said, and another value than that of the target. */
  boolean beginsElsewhere() {
    Long from = grid.from();
    return from != null && !(aiming && from == target);
  }

  boolean beginsBeforeTarget() {
    Long from = grid.from();
    return from != null && aiming && arithmetic.before(from, target);
  }

  void standAtFrom() {
    Long from = grid.from();
    standing = from != null;
    signed = true;
    value = from == null ? 0 : from;
  }

  void standAtTo() {
    Long to = grid.to();
    standing = to != null;
    signed = true;
    value = to == null ? 0 : to;
  }

  void standAtTarget() {
    standing = aiming;
    signed = false;
    value = target;
  }

  /** Begins below another key that has come to a row's value: whether it may go on from there. */
  boolean restart() {
    if (grid.from() != null) {
      standAtFrom();
    } else {
      standAtTarget();
    }
    return (!aiming || isBeforeTarget()) && (!bounded || isWithinBound());
  }

  /** Ends the grid behind the target. */
  void boundByTarget() {
    FillGrid.@Nullable Step staleness = grid.staleness();
    if (staleness == null) {
      return;
    }
    Long to = grid.to();
    if (!aiming) {
      if (staleness.unit() != FillGrid.Unit.VALUES) {
        throw new TwinhouseException(ErrorCode.BAD_GET, "Bad get: has Null, requested a time");
      }
      bounded = to != null;
      bound = to == null ? 0 : to;
      return;
    }
    long border = arithmetic.border(target, staleness);
    bounded = true;
    bound = to != null && arithmetic.before(to, border) ? to : border;
  }

  boolean isBounded() {
    return bounded;
  }

  boolean isWithinBound() {
    return standing && arithmetic.before(value, bound);
  }

  boolean isAtTarget() {
    return standing == aiming && (!standing || value == target);
  }

  /** Whether the two have different values, so that one comes before the other. */
  boolean isApart() {
    return standing && aiming && value != target;
  }

  boolean isBeforeTarget() {
    return standing && aiming && arithmetic.before(value, target);
  }

  boolean isBehindTarget() {
    return standing && aiming && arithmetic.before(target, value);
  }

  /** Whether there is a way to go: to the target, or to the end of the grid. */
  boolean isUnderWay() {
    if (!standing || !bounded && !aiming) {
      return false;
    }
    long end = !bounded || aiming && !arithmetic.before(bound, target) ? target : bound;
    return value != end;
  }

  /** Whether no step leads on. */
  boolean isAtEnd() {
    return arithmetic.isEndless(value)
        || aiming && (arithmetic.isEndless(target) || arithmetic.before(target, value))
        || bounded && !arithmetic.before(value, bound);
  }

  /** A step if it stays within a bound that there is. */
  boolean stepToBound() {
    if (!standing || !bounded) {
      return false;
    }
    long next = arithmetic.next(value);
    if (isBelowZero(next) || !arithmetic.before(next, bound)) {
      return false;
    }
    return move(next);
  }

  /** A step if it does not lead behind the target or the bound. */
  boolean stepToTarget() {
    long next = arithmetic.next(value);
    if (isBelowZero(next)
        || aiming && arithmetic.before(target, next)
        || bounded && !arithmetic.before(next, bound)) {
      return false;
    }
    return move(next);
  }

  /** A grid that began with FROM counts in signed numbers, unlike one that began with a row. */
  private boolean isBelowZero(long next) {
    return signed && grid.descending() && grid.numbers() == FillGrid.Numbers.UNSIGNED && next < 0;
  }

  private boolean move(long next) {
    if (!arithmetic.before(value, next)) {
      throw GridArithmetic.endless();
    }
    value = next;
    return true;
  }

  /** As many steps as do not lead behind the target. */
  void jump() {
    value = arithmetic.towards(value, target);
  }

  private static long valueAt(Column source, int row) {
    if (source instanceof ConstantColumn constant) {
      return valueAt(constant.value(), 0);
    }
    return source instanceof LongColumn numbers
        ? numbers.values()[row]
        : Double.doubleToRawLongBits(((DoubleColumn) source).values()[row]);
  }
}
