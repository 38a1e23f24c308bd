// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import java.util.Arrays;

/**
 * Brings the least of many rows to the front as ClickHouse does, by the selection of Floyd and
 * Rivest (Algorithm 489, CACM 18, 1975). Where rows that are equal end up is settled by the swaps
 * of that algorithm; ranges of more than 600 rows are narrowed down by a sample first. One owner.
 */
public final class RowSelection {

  private static final int SAMPLED = 600;

  private final int[] rows;
  private final Order order;

  /**
   * @param rows in which the selection swaps
   */
  public RowSelection(int[] rows, Order order) {
    this.rows = rows;
    this.order = order;
  }

  /** A strict order of rows. */
  @FunctionalInterface
  public interface Order {
    boolean isLess(int row, int other);
  }

  /** The least of rows {@code [0, count)}, of which there is at least one. */
  public static int least(int count, Order order) {
    int[] rows = new int[count];
    Arrays.setAll(rows, row -> row);
    new RowSelection(rows, order).select(0);
    return rows[0];
  }

  /** Puts the row to a place that is there in the order, none of those before it being greater. */
  public void select(int place) {
    select(0, rows.length - 1, place);
  }

  private boolean isLess(int at, int other) {
    return order.isLess(rows[at], rows[other]);
  }

  private void swap(int at, int other) {
    int row = rows[at];
    rows[at] = rows[other];
    rows[other] = row;
  }

  private void select(int from, int to, int place) {
    int left = from;
    int right = to;
    while (right > left) {
      if (right - left > SAMPLED) {
        sample(left, right, place);
      }
      int end = part(left, right, place);
      if (end <= place) {
        left = end + 1;
      }
      if (place <= end) {
        right = end - 1;
      }
    }
  }

  private void sample(int left, int right, int place) {
    double count = right - left + 1;
    long index = place - left + 1L;
    double log = Math.log(count);
    double size = 0.5 * Math.exp(2 * log / 3);
    double spread = 0.5 * Math.sqrt(log * size * (count - size) / count);
    if (2 * index < count - count % 2) {
      spread = -spread;
    }
    long low = (long) (place - index * size / count + spread);
    long high = (long) (place + (count - index) * size / count + spread);
    select((int) Math.max(left, low), (int) Math.min(right, high), place);
  }

  /** Parts rows by the one at a place; where that ends up. */
  private int part(int left, int right, int place) {
    swap(left, place);
    boolean swapped = isLess(left, right);
    if (swapped) {
      swap(left, right);
    }
    int pivot = swapped ? left : right;
    int i = left;
    int j = right;
    while (i < j) {
      swap(i, j);
      i++;
      j--;
      while (isLess(i, pivot)) {
        i++;
      }
      while (isLess(pivot, j)) {
        j--;
      }
    }
    if (swapped) {
      swap(left, j);
    } else {
      j++;
      swap(right, j);
    }
    return j;
  }
}
