// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.predicate.OrderedValue;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * What one page holds, for pruning.
 *
 * @param min the smallest value that is not NULL, as {@link OrderedValue} orders the type; for
 *     dictionary-encoded strings the smallest id. Greater than {@code max} when there is none
 * @param max the greatest
 * @param nulls NULLs in the page
 */
public record Zone(long min, long max, int nulls) {

  /** Of a lane whose values have no order of 64 bits: any value may be there. */
  static final long ANY_MIN = Long.MIN_VALUE;

  static final long ANY_MAX = Long.MAX_VALUE;

  /** The zone of rows {@code [from, from + count)} of a flat or dictionary-encoded column. */
  public static Zone of(Type type, Column column, int from, int count) {
    int nulls = 0;
    boolean[] flags = column.nulls();
    if (flags != null) {
      for (int i = from; i < from + count; i++) {
        nulls += flags[i] ? 1 : 0;
      }
    }
    boolean[] skip = nulls == 0 ? null : flags;
    if (column instanceof LongColumn longs) {
      return ofLongs(OrderedValue.flip(type), longs.values(), skip, from, count, nulls);
    }
    if (column instanceof DoubleColumn doubles) {
      return ofDoubles(doubles.values(), skip, from, count, nulls);
    }
    if (column instanceof DictionaryColumn coded) {
      return ofIds(coded.ids(), skip, from, count, nulls);
    }
    return new Zone(ANY_MIN, ANY_MAX, nulls);
  }

  private static Zone ofLongs(
      long flip, long[] values, boolean @Nullable [] skip, int from, int count, int nulls) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = from; i < from + count; i++) {
      if (skip == null || !skip[i]) {
        long ordered = values[i] ^ flip;
        min = Math.min(min, ordered);
        max = Math.max(max, ordered);
      }
    }
    return new Zone(min, max, nulls);
  }

  private static Zone ofDoubles(
      double[] values, boolean @Nullable [] skip, int from, int count, int nulls) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = from; i < from + count; i++) {
      if ((skip == null || !skip[i]) && !Double.isNaN(values[i])) {
        long ordered = OrderedValue.ofDouble(values[i]);
        min = Math.min(min, ordered);
        max = Math.max(max, ordered);
      }
    }
    return new Zone(min, max, nulls);
  }

  private static Zone ofIds(int[] ids, boolean @Nullable [] skip, int from, int count, int nulls) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = from; i < from + count; i++) {
      if (skip == null || !skip[i]) {
        min = Math.min(min, ids[i]);
        max = Math.max(max, ids[i]);
      }
    }
    return new Zone(min, max, nulls);
  }
}
