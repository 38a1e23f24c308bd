// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.predicate.OrderedValue;
import io.twinhouse.engine.predicate.Predicate;
import io.twinhouse.engine.predicate.Ranges;
import io.twinhouse.engine.type.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A condition that holds for the values in {@code [low, high]} of one column of the LONG lane and
 * for no others.
 *
 * @param input the read
 */
record ColumnRange(int input, long low, long high) {

  /**
   * Both ways of reading a condition claim too little rather than too much. Where what may be true
   * and what may be false do not overlap, the first is therefore the condition itself.
   *
   * @param condition a comparison of a column with a constant
   * @param failure what is known of rows of which it is false
   */
  static @Nullable ColumnRange of(Expression condition, Predicate failure) {
    return Predicate.of(condition) instanceof Predicate.InRanges holds
            && holds.ranges() instanceof Ranges.Longs kept
            && kept.low().length == 1
            && failure instanceof Predicate.InRanges fails
            && fails.input() == holds.input()
            && fails.ranges() instanceof Ranges.Longs others
            && !others.meets(kept.low()[0], kept.high()[0])
            && isSigned(condition)
        ? new ColumnRange(holds.input(), kept.low()[0], kept.high()[0])
        : null;
  }

  private static boolean isSigned(Expression condition) {
    return condition instanceof Expression.Call call
        && call.arguments().stream()
            .filter(Expression.InputRef.class::isInstance)
            .map(Expression::type)
            .allMatch(type -> type.lane() == Lane.LONG && OrderedValue.flip(type) == 0);
  }

  /** What fulfils both; null when they are about two columns. */
  @Nullable ColumnRange and(ColumnRange other) {
    return other.input == input
        ? new ColumnRange(input, Math.max(low, other.low), Math.min(high, other.high))
        : null;
  }
}
