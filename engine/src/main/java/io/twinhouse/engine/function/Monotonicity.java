// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;

/**
 * Where a bound function keeps the order of one argument's values, or turns it round; the other
 * arguments are constants. What lies outside the pieces may come out in any order, and may fail.
 * Immutable.
 *
 * @param argument whose order it is
 * @param pieces of the argument's values, ascending and apart; empty for all values of the type
 */
public record Monotonicity(int argument, List<Piece> pieces) {

  /**
   * Values {@code [low, high]} of the argument, as a LONG lane holds them. Of a UInt64 those below
   * 2^63 alone may be told of.
   *
   * @param slack values that are no more than this apart may be out of order: where the local clock
   *     is set back, a later instant has an earlier local time
   */
  public record Piece(long low, long high, long slack) {}

  public Monotonicity {
    pieces = List.copyOf(pieces);
  }

  /** Over every value of the argument's type; a float's NaN is left aside. */
  public static Monotonicity everywhere(int argument) {
    return new Monotonicity(argument, List.of());
  }

  /** Within {@code [low, high]} of a LONG lane. */
  public static Monotonicity within(int argument, long low, long high) {
    return within(argument, low, high, 0);
  }

  /** Within {@code [low, high]} of a LONG lane, between values more than {@code slack} apart. */
  public static Monotonicity within(int argument, long low, long high, long slack) {
    return new Monotonicity(argument, List.of(new Piece(low, high, slack)));
  }
}
