// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.function.Monotonicity.Piece;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * All values of a type, as {@link OrderedValue} orders them.
 *
 * @param flip what values of the lane are turned by
 */
record Domain(long low, long high, long flip) {

  /** Not a number, which is not within the domain of floats. */
  static final long NAN = OrderedValue.ofDouble(Double.NaN);

  static Domain of(Type type) {
    Type base = type.base();
    if (base.lane() == Lane.DOUBLE) {
      return new Domain(
          OrderedValue.ofDouble(Double.NEGATIVE_INFINITY),
          OrderedValue.ofDouble(Double.POSITIVE_INFINITY),
          0);
    }
    if (base instanceof IntegerType integer && integer.bits() < Long.SIZE) {
      int bits = integer.bits();
      return integer.signed()
          ? new Domain(-1L << (bits - 1), (1L << (bits - 1)) - 1, 0)
          : new Domain(0, (1L << bits) - 1, 0);
    }
    if (base instanceof BoolType) {
      return new Domain(0, 1, 0);
    }
    if (base.equals(DateType.DATE)) {
      return new Domain(0, 0xFFFF, 0);
    }
    if (base instanceof DateTimeType) {
      return new Domain(0, 0xFFFF_FFFFL, 0);
    }
    return new Domain(Long.MIN_VALUE, Long.MAX_VALUE, OrderedValue.flip(type));
  }

  /**
   * Pieces of lane values in the order of the domain, within it, and none with the first or the
   * last of all longs: one step beyond a piece is no overflow then.
   *
   * @param declared empty for one of all values
   */
  List<Piece> pieces(List<Piece> declared) {
    List<Piece> pieces = new ArrayList<>();
    if (declared.isEmpty()) {
      add(low, high, 0, pieces);
    }
    for (Piece piece : declared) {
      add(piece.low() ^ flip, piece.high() ^ flip, piece.slack(), pieces);
    }
    return pieces;
  }

  private void add(long from, long to, long slack, List<Piece> pieces) {
    long first = Math.max(from, Math.max(low, Long.MIN_VALUE + 1));
    long last = Math.min(to, Math.min(high, Long.MAX_VALUE - 1));
    if (first <= last) {
      pieces.add(new Piece(first, last, slack));
    }
  }
}
