// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import java.util.Arrays;

/**
 * Which of several equal least rows ClickHouse finds: it moves the least row to the front by the
 * selection of Floyd and Rivest (Algorithm 489, CACM 18, 1975), and where equal ones end up is
 * settled by the swaps of that algorithm. Rows beyond 600 are narrowed down by a sample first.
 */
public final class LeastRow {

  private static final int SAMPLED = 600;

  private final Order order;
  private final int[] rows;

  private LeastRow(Order order, int count) {
    this.order = order;
    rows = new int[count];
    Arrays.setAll(rows, row -> row);
  }

  /** A strict order of rows. */
  @FunctionalInterface
  public interface Order {
    boolean isLess(int row, int other);
  }

  /** The least of rows {@code [0, count)}, of which there is at least one. */
  public static int of(int count, Order order) {
    LeastRow selection = new LeastRow(order, count);
    selection.select(0, count - 1);
    return selection.rows[0];
  }

  private boolean isLess(int at, int other) {
    return order.isLess(rows[at], rows[other]);
  }

  private void swap(int at, int other) {
    int row = rows[at];
    rows[at] = rows[other];
    rows[other] = row;
  }

  /**
   * Moves the least of places {@code [left, last]} to the front, where left is 0 but at the end.
   */
  private void select(int left, int last) {
    int right = last;
    while (right > left) {
      if (right - left > SAMPLED) {
        select(left, sampleEnd(left, right));
      }
      int end = partition(left, right);
      if (end <= 0) {
        return;
      }
      right = end - 1;
    }
  }

  /** Where the sample ends in which the least row is looked for first. */
  private static int sampleEnd(int left, int right) {
    double count = right - left + 1;
    double log = Math.log(count);
    double size = 0.5 * Math.exp(2 * log / 3);
    double spread = -0.5 * Math.sqrt(log * size * (count - size) / count);
    return (int) Math.min(right, (count - 1) * size / count + spread);
  }

  /** Parts places by the row at the front; where that row ends up. */
  private int partition(int left, int right) {
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
      swap(j, right);
    }
    return j;
  }
}
