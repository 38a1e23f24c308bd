// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Sorts the elements of each row by a key, equal ones in their order of before. NULL stands last,
 * and NaN before it, in both directions.
 */
public final class ElementSort {

  private final ValueOrder order;
  private final boolean reverse;
  private final boolean isLong;

  private ElementSort(ValueOrder order, boolean reverse, boolean isLong) {
    this.order = order;
    this.reverse = reverse;
    this.isLong = isLong;
  }

  /**
   * @param key type of what is sorted by
   */
  public static ElementSort of(Type key, boolean reverse) {
    ValueOrder.requireKnown(key);
    boolean isLong = key.lane() == Lane.LONG && !key.base().equals(IntegerType.UINT64);
    ValueOrder order = reverse ? ValueOrder.reverse(key) : ValueOrder.of(key);
    return new ElementSort(order, reverse, isLong);
  }

  /** The first array's elements in the order of {@code keys}, one key an element. */
  public Column sorted(
      Invocation call, LambdaCall.Elements elements, Column keys, Type elementType) {
    int rows = elements.rows();
    int[] offsets = elements.offsets();
    ElementPicks picks = ElementPicks.of(call, elementType, offsets[rows]);
    boolean alike = keys instanceof ConstantColumn;
    for (int row = 0; row < rows; row++) {
      int start = picks.count();
      picks.addRange(offsets[row], offsets[row + 1]);
      if (!alike && picks.count() - start > 1) {
        sort(keys, picks.picks(), start, picks.count());
      }
      picks.endRow();
    }
    return picks.column(elements.first());
  }

  /** The first so many of each row in that order, without those that or whose key is NULL. */
  public Column first(
      Invocation call, LambdaCall.Elements elements, Type elementType, IntToLongFunction wanted) {
    int rows = elements.rows();
    int[] offsets = elements.offsets();
    Column keys = elements.values();
    Column given = elements.first();
    ElementPicks picks = ElementPicks.of(call, elementType, offsets[rows]);
    for (int row = 0; row < rows; row++) {
      int start = picks.count();
      for (int element = offsets[row]; element < offsets[row + 1]; element++) {
        if (!keys.isNull(element) && !given.isNull(element)) {
          picks.add(element);
        }
      }
      if (!(keys instanceof ConstantColumn)) {
        sort(keys, picks.picks(), start, picks.count());
      }
      picks.cut(start, wanted.applyAsLong(row));
      picks.endRow();
    }
    return picks.column(given.nulls() == null ? given : given.withNulls(null));
  }

  private void sort(Column keys, int[] picks, int from, int to) {
    if (to - from <= 16) {
      insert(keys, picks, from, to);
    } else if (isLong && keys.nulls() == null) {
      sortLongs(((LongColumn) keys).values(), picks, from, to);
    } else {
      Integer[] boxed = new Integer[to - from];
      Arrays.setAll(boxed, i -> picks[from + i]);
      Arrays.sort(boxed, (a, b) -> compare(keys, a, b));
      for (int i = 0; i < boxed.length; i++) {
        picks[from + i] = boxed[i];
      }
    }
  }

  private void insert(Column keys, int[] picks, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int moving = picks[i];
      int at = i;
      while (at > from && compare(keys, picks[at - 1], moving) > 0) {
        picks[at] = picks[at - 1];
        at--;
      }
      picks[at] = moving;
    }
  }

  /** Merges runs of insertion-sorted elements: stable, and no boxing. */
  private void sortLongs(long[] keys, int[] picks, int from, int to) {
    int[] source = Arrays.copyOfRange(picks, from, to);
    int[] target = new int[source.length];
    for (int width = 1; width < source.length; width *= 2) {
      for (int low = 0; low < source.length; low += 2 * width) {
        merge(keys, source, target, low, Math.min(low + width, source.length), width);
      }
      int[] swap = source;
      source = target;
      target = swap;
    }
    System.arraycopy(source, 0, picks, from, source.length);
  }

  private void merge(long[] keys, int[] source, int[] target, int low, int middle, int width) {
    int high = Math.min(middle + width, source.length);
    int a = low;
    int b = middle;
    for (int at = low; at < high; at++) {
      boolean first = b >= high || (a < middle && !isBehind(keys[source[a]], keys[source[b]]));
      target[at] = first ? source[a++] : source[b++];
    }
  }

  private boolean isBehind(long a, long b) {
    return reverse ? a < b : a > b;
  }

  private int compare(Column keys, int a, int b) {
    return order.compare(keys, a, keys, b);
  }
}
