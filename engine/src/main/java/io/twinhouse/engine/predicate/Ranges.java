// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of values of one column as ranges. */
public sealed interface Ranges {

  /** Whether no value is in the set. */
  boolean isEmpty();

  /**
   * Closed ranges in the order of {@link OrderedValue}, ascending and apart.
   *
   * @param low first value of each range
   * @param high last value of each range
   */
  record Longs(long[] low, long[] high) implements Ranges {

    static Longs of(long low, long high) {
      return low > high
          ? new Longs(new long[0], new long[0])
          : new Longs(new long[] {low}, new long[] {high});
    }

    static Longs ofPoints(long[] points) {
      long[] sorted = Arrays.stream(points).sorted().distinct().toArray();
      return new Longs(sorted, sorted);
    }

    @Override
    public boolean isEmpty() {
      return low.length == 0;
    }

    /** Whether a value in {@code [min, max]} is in the set. */
    public boolean meets(long min, long max) {
      if (low.length == 1) {
        return min <= max && low[0] <= max && min <= high[0];
      }
      int at = Arrays.binarySearch(high, min);
      int first = at >= 0 ? at : -at - 1;
      return min <= max && first < low.length && low[first] <= max;
    }
  }

  /**
   * Ranges of byte strings in unsigned order.
   *
   * @param intervals ascending by lower bound; they may overlap
   */
  record Bytes(List<Interval> intervals) implements Ranges {

    public Bytes {
      intervals = List.copyOf(intervals);
    }

    static Bytes ofPoints(List<byte[]> points) {
      List<byte[]> sorted = new ArrayList<>(points);
      sorted.sort(Comparator.comparing(p -> p, Arrays::compareUnsigned));
      return new Bytes(sorted.stream().map(p -> new Interval(p, p, false)).toList());
    }

    @Override
    public boolean isEmpty() {
      return intervals.isEmpty();
    }

    /** The single values the set is made of, or null if it has a real range. */
    public @Nullable List<byte[]> points() {
      List<byte[]> points = new ArrayList<>(intervals.size());
      for (Interval interval : intervals) {
        if (!interval.isPoint()) {
          return null;
        }
        points.add(interval.low());
      }
      return points;
    }

    /** Whether a value in {@code [min, max]} is in the set. */
    public boolean meets(byte[] min, byte[] max) {
      for (Interval interval : intervals) {
        if (interval.meets(min, max)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * One range of byte strings, its lower bound in it.
   *
   * @param low lower bound; empty for none
   * @param high upper bound, null for none
   * @param highOpen whether {@code high} itself is outside
   */
  record Interval(byte[] low, byte @Nullable [] high, boolean highOpen) {

    boolean isPoint() {
      return high != null && !highOpen && Arrays.equals(low, high);
    }

    boolean meets(byte[] min, byte[] max) {
      if (Arrays.compareUnsigned(max, low) < 0) {
        return false;
      }
      if (high == null) {
        return true;
      }
      int order = Arrays.compareUnsigned(min, high);
      return highOpen ? order < 0 : order <= 0;
    }
  }
}
