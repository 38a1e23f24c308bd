// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import java.util.Arrays;
import java.util.List;

/** Sorts row numbers by key, equal keys in order of arrival. */
public final class RowOrder {

  private final long[][] keys;

  private RowOrder(List<long[]> keys) {
    this.keys = keys.toArray(long[][]::new);
  }

  /**
   * The rows {@code [0, rows)} in order.
   *
   * @param keys arrays of {@link KeyComponents}; none keeps the order of arrival
   */
  public static int[] of(List<long[]> keys, int rows) {
    int[] order = new int[rows];
    Arrays.setAll(order, i -> i);
    RowOrder sorter = new RowOrder(keys);
    if (!sorter.isSorted(rows) && !sorter.sortPacked(order)) {
      sorter.mergeSort(order);
    }
    return order;
  }

  private int compare(int left, int right) {
    for (long[] key : keys) {
      if (key[left] != key[right]) {
        return key[left] < key[right] ? -1 : 1;
      }
    }
    return 0;
  }

  private boolean isSorted(int rows) {
    for (int i = 1; i < rows; i++) {
      if (compare(i - 1, i) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Sorts plain longs when all key arrays and the row number fit into 63 bits together. */
  private boolean sortPacked(int[] order) {
    int rows = order.length;
    int rowBits = 32 - Integer.numberOfLeadingZeros(rows - 1);
    int free = 63 - rowBits;
    long[] lows = new long[keys.length];
    int[] bits = new int[keys.length];
    for (int k = 0; k < keys.length; k++) {
      long min = Long.MAX_VALUE;
      long max = Long.MIN_VALUE;
      for (int i = 0; i < rows; i++) {
        min = Math.min(min, keys[k][i]);
        max = Math.max(max, keys[k][i]);
      }
      lows[k] = min;
      bits[k] = 64 - Long.numberOfLeadingZeros(max - min);
      free -= bits[k];
      if (free < 0) {
        return false;
      }
    }
    long[] packed = new long[rows];
    for (int i = 0; i < rows; i++) {
      long value = 0;
      for (int k = 0; k < keys.length; k++) {
        value = value << bits[k] | (keys[k][i] - lows[k]);
      }
      packed[i] = value << rowBits | i;
    }
    Arrays.sort(packed);
    long mask = (1L << rowBits) - 1;
    for (int i = 0; i < rows; i++) {
      order[i] = (int) (packed[i] & mask);
    }
    return true;
  }

  /** Bottom-up; halves that follow each other already are copied, not compared. */
  private void mergeSort(int[] order) {
    int rows = order.length;
    int[] from = order;
    int[] to = new int[rows];
    for (int width = 1; width < rows; width *= 2) {
      for (int low = 0; low < rows; low += 2 * width) {
        int middle = Math.min(low + width, rows);
        merge(from, to, low, middle, Math.min(low + 2 * width, rows));
      }
      int[] sorted = to;
      to = from;
      from = sorted;
    }
    if (from != order) {
      System.arraycopy(from, 0, order, 0, rows);
    }
  }

  private void merge(int[] from, int[] to, int low, int middle, int high) {
    if (middle >= high || compare(from[middle - 1], from[middle]) <= 0) {
      System.arraycopy(from, low, to, low, high - low);
      return;
    }
    int left = low;
    int right = middle;
    for (int at = low; at < high; at++) {
      boolean takeLeft = right >= high || (left < middle && compare(from[left], from[right]) <= 0);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
