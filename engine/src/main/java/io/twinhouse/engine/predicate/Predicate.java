// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.expression.Expression;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A necessary condition of a filter, over its input columns. Immutable. */
public sealed interface Predicate {

  /** Nothing is known: everything may match. */
  Predicate ANY = new And(List.of());

  /** Nothing matches. */
  Predicate NONE = new Or(List.of());

  /**
   * What {@code filter} says of its inputs; never claims more than it does.
   *
   * @param filter null keeps every row
   */
  static Predicate of(@Nullable Expression filter) {
    return filter == null ? ANY : new PredicateReader().read(filter, true);
  }

  /** As {@link #of}, for rows of which {@code condition} is false; NULL is neither. */
  static Predicate ofFalse(Expression condition) {
    return new PredicateReader().read(condition, false);
  }

  /** Whether data within {@code bounds} may hold a row that passes. */
  boolean mayMatch(Bounds bounds);

  /** Whether it compares nothing but numbers. */
  private boolean isNumbers() {
    return this instanceof InRanges in && in.ranges() instanceof Ranges.Longs;
  }

  /** The condition on those inputs alone that {@code known} accepts; weaker or equal. */
  Predicate over(IntPredicate known);

  /**
   * All hold.
   *
   * @param parts kept with ranges of numbers first: they are compared in no time, and a bound of
   *     time alone often decides
   */
  record And(List<Predicate> parts) implements Predicate {

    public And {
      parts = parts.stream().sorted(Comparator.comparing(p -> !p.isNumbers())).toList();
    }

    @Override
    public boolean mayMatch(Bounds bounds) {
      for (Predicate part : parts) {
        if (!part.mayMatch(bounds)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Predicate over(IntPredicate known) {
      return new And(parts.stream().map(p -> p.over(known)).toList());
    }
  }

  /** At least one holds. */
  record Or(List<Predicate> parts) implements Predicate {

    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean mayMatch(Bounds bounds) {
      for (Predicate part : parts) {
        if (part.mayMatch(bounds)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Predicate over(IntPredicate known) {
      return new Or(parts.stream().map(p -> p.over(known)).toList());
    }
  }

  /** The column's value is in the ranges. */
  record InRanges(int input, Ranges ranges) implements Predicate {

    @Override
    public boolean mayMatch(Bounds bounds) {
      return !ranges.isEmpty() && bounds.mayHold(input, ranges);
    }

    @Override
    public Predicate over(IntPredicate known) {
      return known.test(input) ? this : ANY;
    }
  }

  /** The column is NULL, or is not. */
  record NullTest(int input, boolean isNull) implements Predicate {

    @Override
    public boolean mayMatch(Bounds bounds) {
      return isNull ? bounds.mayHoldNull(input) : bounds.mayHoldValue(input);
    }

    @Override
    public Predicate over(IntPredicate known) {
      return known.test(input) ? this : ANY;
    }
  }
}
