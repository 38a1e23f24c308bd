// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.predicate.Predicate;
import io.twinhouse.engine.predicate.Ranges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The values of one UInt64 column that a condition may let through, as ranges that ascend and lie
 * apart, both ends in them. The ends are signed: the column's values less 2^63. Immutable.
 */
record NumberRanges(List<Range> ranges) {

  /** More ranges than these are taken for one from the first to the last. */
  private static final int MOST = 10_000;

  private static final NumberRanges ALL =
      new NumberRanges(List.of(new Range(Long.MIN_VALUE, Long.MAX_VALUE)));
  private static final NumberRanges NONE = new NumberRanges(List.of());

  /** From one value to another, both included. */
  record Range(long low, long high) {}

  NumberRanges {
    ranges = List.copyOf(ranges);
  }

  /** What a condition over rows with nothing but that column says of it. */
  static NumberRanges of(Expression condition) {
    return of(Predicate.of(condition));
  }

  private static NumberRanges of(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      NumberRanges all = ALL;
      for (Predicate part : and.parts()) {
        all = all.and(of(part));
      }
      return all;
    }
    if (predicate instanceof Predicate.Or or) {
      List<Range> any = new ArrayList<>();
      for (Predicate part : or.parts()) {
        any.addAll(of(part).ranges);
      }
      return joined(any);
    }
    if (predicate instanceof Predicate.InRanges in && in.ranges() instanceof Ranges.Longs longs) {
      List<Range> ranges = new ArrayList<>();
      for (int i = 0; i < longs.low().length; i++) {
        ranges.add(new Range(longs.low()[i], longs.high()[i]));
      }
      return joined(ranges);
    }
    return predicate instanceof Predicate.NullTest test && test.isNull() ? NONE : ALL;
  }

  private NumberRanges and(NumberRanges other) {
    List<Range> both = new ArrayList<>();
    int left = 0;
    int right = 0;
    while (left < ranges.size() && right < other.ranges.size()) {
      Range a = ranges.get(left);
      Range b = other.ranges.get(right);
      long low = Math.max(a.low, b.low);
      long high = Math.min(a.high, b.high);
      if (low <= high) {
        both.add(new Range(low, high));
      }
      if (a.high < b.high) {
        left++;
      } else {
        right++;
      }
    }
    return new NumberRanges(both);
  }

  /** Ranges in any order, which may overlap. */
  private static NumberRanges joined(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(Range::low));
    List<Range> apart = new ArrayList<>();
    for (Range range : sorted) {
      Range last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
      boolean meets = last != null && (last.high == Long.MAX_VALUE || range.low <= last.high + 1);
      if (last != null && (meets || apart.size() == MOST)) {
        apart.set(apart.size() - 1, new Range(last.low, Math.max(last.high, range.high)));
      } else {
        apart.add(range);
      }
    }
    return new NumberRanges(apart);
  }
}
