// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.function.Monotonicity;
import io.twinhouse.engine.function.Monotonicity.Piece;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which arguments a monotonic function maps into given ranges, found by asking the function itself:
 * the ends of the ranges are searched for within the pieces in which it keeps or turns round their
 * order. Arguments outside the pieces are taken to fit. One thread.
 */
final class Preimage {

  /** Values that are asked for at once. */
  private static final int PROBES = 64;

  /** Of more ranges the span alone is looked for. */
  private static final int MOST_RANGES = 16;

  private final OrderedCall call;
  private final Ranges.Longs wanted;
  private final List<long[]> found = new ArrayList<>();

  private Preimage(OrderedCall call, Ranges.Longs wanted) {
    this.call = call;
    this.wanted = wanted;
  }

  /**
   * What a call's result says of the one argument that is no constant.
   *
   * @param ranges where the argument's value is
   */
  record Of(Expression argument, Ranges.Longs ranges) {}

  /** Null where {@code call} is not known to be monotonic. */
  static @Nullable Of find(Expression.Call call, Ranges.Longs wanted) {
    Monotonicity monotonicity = call.function().monotonicity();
    if (monotonicity == null || !isOfOne(call, monotonicity.argument())) {
      return null;
    }
    Expression argument = call.arguments().get(monotonicity.argument());
    try (OrderedCall ordered = new OrderedCall(call, monotonicity.argument())) {
      Preimage preimage = new Preimage(ordered, span(wanted));
      return preimage.search(argument.type(), monotonicity.pieces())
          ? new Of(argument, preimage.ranges())
          : null;
    } catch (TwinhouseException | ArithmeticException fails) {
      return null; // the rows that it fails for are to be met
    }
  }

  /** Whether the others are constants, and nothing but a NULL makes the result NULL. */
  private static boolean isOfOne(Expression.Call call, int argument) {
    for (int i = 0; i < call.arguments().size(); i++) {
      boolean constant =
          call.arguments().get(i) instanceof Expression.Constant value && !value.value().isNull(0);
      if (i != argument && !constant) {
        return false;
      }
    }
    Type type = call.arguments().get(argument).type();
    return isOrdered(type)
        && isOrdered(call.type())
        && (isNullable(type) || !isNullable(call.type()));
  }

  private static boolean isOrdered(Type type) {
    return type.lane() == Lane.LONG || type.lane() == Lane.DOUBLE;
  }

  private static boolean isNullable(Type type) {
    return LowCardinalityType.removedFrom(type).isNullable();
  }

  private static Ranges.Longs span(Ranges.Longs wanted) {
    int count = wanted.low().length;
    return count <= MOST_RANGES
        ? wanted
        : Ranges.Longs.of(wanted.low()[0], wanted.high()[count - 1]);
  }

  /** False if the function turns out not to be ordered. */
  private boolean search(Type type, List<Piece> declared) {
    if (type.base().lane() == Lane.DOUBLE && mayNanFit()) {
      return false;
    }
    Domain domain = Domain.of(type);
    long next = domain.low();
    for (Piece piece : domain.pieces(declared)) {
      if (piece.low() > next) {
        add(next, piece.low() - 1);
      }
      long[] ends = call.at(piece.low(), piece.high());
      if (ends == null || !searchPiece(piece, ends[0] > ends[1])) {
        return false;
      }
      next = piece.high() + 1;
    }
    add(next, domain.high());
    return true;
  }

  /** Bounds of a column tell nothing of NaN in it. */
  private boolean mayNanFit() {
    long[] result = call.at(Domain.NAN);
    return result == null ? !call.isNan() : wanted.meets(result[0], result[0]);
  }

  private boolean searchPiece(Piece piece, boolean falls) {
    for (int i = 0; i < wanted.low().length; i++) {
      long low = falls ? ~wanted.high()[i] : wanted.low()[i];
      long high = falls ? ~wanted.low()[i] : wanted.high()[i];
      Long from = boundary(piece, falls, low);
      Long behind =
          high == Long.MAX_VALUE
              ? Long.valueOf(piece.high() + 1)
              : boundary(piece, falls, high + 1);
      if (from == null || behind == null) {
        return false;
      }
      add(earliest(piece, from), latest(piece, behind));
    }
    return true;
  }

  /**
   * A value whose result reaches {@code bound} while that of the one before does not; one behind
   * the piece if none does. Null if the function is not ordered.
   */
  private @Nullable Long boundary(Piece piece, boolean falls, long bound) {
    long low = piece.low();
    long high = piece.high();
    while (low <= high) {
      long[] probes = probes(low, high);
      long[] results = call.at(probes);
      if (results == null) {
        return null;
      }
      int reached = 0;
      while (reached < probes.length && (falls ? ~results[reached] : results[reached]) < bound) {
        reached++;
      }
      if (reached < probes.length) {
        high = probes[reached] - 1;
      }
      if (reached > 0) {
        low = probes[reached - 1] + 1;
      }
    }
    return low;
  }

  private static long[] probes(long low, long high) {
    long values = high - low + 1; // without a sign
    boolean all = Long.compareUnsigned(values, PROBES) <= 0;
    long[] probes = new long[all ? (int) values : PROBES];
    long step = all ? 1 : Long.divideUnsigned(values, PROBES + 1);
    for (int i = 0; i < probes.length; i++) {
      probes[i] = all ? low + i : low + step * (i + 1);
    }
    return probes;
  }

  /** The first value whose result may reach what that of {@code boundary} does. */
  private static long earliest(Piece piece, long boundary) {
    if (piece.slack() == 0) {
      return boundary;
    }
    boolean all = Long.compareUnsigned(boundary - piece.low(), piece.slack() + 1) <= 0;
    return all ? piece.low() : boundary - 1 - piece.slack();
  }

  /** The last value whose result may fall short of that of {@code boundary}. */
  private static long latest(Piece piece, long boundary) {
    if (boundary > piece.high() || piece.slack() == 0) {
      return boundary - 1;
    }
    boolean all = Long.compareUnsigned(piece.high() - boundary, piece.slack()) <= 0;
    return all ? piece.high() : boundary + piece.slack();
  }

  private void add(long low, long high) {
    if (low <= high) {
      found.add(new long[] {low, high});
    }
  }

  /** What was found, in order and with no two ranges side by side. */
  private Ranges.Longs ranges() {
    found.sort(Comparator.comparingLong(range -> range[0]));
    List<long[]> merged = new ArrayList<>();
    for (long[] range : found) {
      long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && (last[1] == Long.MAX_VALUE || range[0] <= last[1] + 1)) {
        last[1] = Math.max(last[1], range[1]);
      } else {
        merged.add(range.clone());
      }
    }
    return new Ranges.Longs(
        merged.stream().mapToLong(range -> range[0]).toArray(),
        merged.stream().mapToLong(range -> range[1]).toArray());
  }
}
