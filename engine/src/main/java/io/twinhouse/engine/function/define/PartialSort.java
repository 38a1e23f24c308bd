// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

/**
 * The order in which ClickHouse leaves the first of many rows, equal ones included: a selection
 * brings them to the front, an introspective sort orders those. Where equal rows end up is settled
 * by the swaps of both. One owner.
 */
public final class PartialSort {

  /** Ranges below this are sorted by insertion. */
  private static final int SHORT = 24;

  /** Ranges above this take the median of three medians for a pivot. */
  private static final int LONG = 128;

  private final int[] rows;
  private final RowSelection.Order order;
  private final RowSelection selection;

  public PartialSort(int[] rows, RowSelection.Order order) {
    this.rows = rows;
    this.order = order;
    selection = new RowSelection(rows, order);
  }

  /** Moves the least {@code wanted} of all rows to the front and sorts them. */
  public void sortFirst(int wanted) {
    if (wanted > 0) {
      selection.select(wanted - 1);
      sort(0, wanted, true);
    }
  }

  /** Moves the least {@code wanted} of all rows to the front, in no order. */
  public void selectFirst(int wanted) {
    if (wanted < rows.length) {
      selection.select(wanted);
    }
  }

  private boolean isLess(int at, int other) {
    return order.isLess(rows[at], rows[other]);
  }

  private void swap(int at, int other) {
    int row = rows[at];
    rows[at] = rows[other];
    rows[other] = row;
  }

  private void sort(int from, int end, boolean leftmost) {
    int first = from;
    int last = end;
    boolean outer = leftmost;
    while (last - first >= SHORT) {
      choosePivot(first, last);
      if (!outer && !isLess(first - 1, first)) {
        first = equalsToLeft(first, last);
        continue;
      }
      boolean parted = isParted(first, last);
      int middle = equalsToRight(first, last);
      if (parted) {
        boolean lower = isNearlySorted(first, middle);
        if (isNearlySorted(middle + 1, last)) {
          if (lower) {
            return;
          }
          last = middle;
          continue;
        }
        if (lower) {
          first = middle + 1;
          continue;
        }
      }
      sort(first, middle, outer);
      outer = false;
      first = middle + 1;
    }
    if (last - first <= 5) {
      few(first, last - first);
    } else {
      insertion(first, last, last - first);
    }
  }

  private void choosePivot(int first, int last) {
    int half = (last - first) / 2;
    int middle = first + half;
    if (last - first > LONG) {
      three(first, middle, last - 1);
      three(first + 1, middle - 1, last - 2);
      three(first + 2, middle + 1, last - 3);
      three(middle - 1, middle, middle + 1);
      swap(first, middle);
    } else {
      three(middle, first, last - 1);
    }
  }

  private void three(int x, int y, int z) {
    if (!isLess(y, x)) {
      if (isLess(z, y)) {
        swap(y, z);
        if (isLess(y, x)) {
          swap(x, y);
        }
      }
      return;
    }
    if (isLess(z, y)) {
      swap(x, z);
      return;
    }
    swap(x, y);
    if (isLess(z, y)) {
      swap(y, z);
    }
  }

  /** Sorts up to five rows by as many comparisons as are needed at least. */
  private void few(int first, int count) {
    if (count == 2 && isLess(first + 1, first)) {
      swap(first, first + 1);
    }
    if (count >= 3) {
      three(first, first + 1, first + 2);
    }
    for (int at = first + 3; at < first + count; at++) {
      for (int i = at; i > first && isLess(i, i - 1); i--) {
        swap(i, i - 1);
      }
    }
  }

  /** Sorts by insertion until {@code most} rows were moved; whether all are sorted. */
  private boolean insertion(int first, int last, int most) {
    int moved = 0;
    for (int at = first + 1; at < last; at++) {
      if (isLess(at, at - 1)) {
        for (int i = at; i > first && isLess(i, i - 1); i--) {
          swap(i, i - 1);
        }
        if (++moved == most) {
          return at + 1 == last;
        }
      }
    }
    return true;
  }

  /** Sorts rows if that takes few moves. */
  private boolean isNearlySorted(int first, int last) {
    if (last - first <= 5) {
      few(first, last - first);
      return true;
    }
    three(first, first + 1, first + 2);
    return insertion(first, last, 8);
  }

  /** Whether the rows behind the first are parted by it already. */
  private boolean isParted(int first, int last) {
    int low = first + 1;
    while (low < last && isLess(low, first)) {
      low++;
    }
    int high = last - 1;
    while (high > low && !isLess(high, first)) {
      high--;
    }
    return low >= high;
  }

  /** Parts rows by the first of them, equal ones to the right; where that ends up. */
  private int equalsToRight(int first, int last) {
    int low = first + 1;
    while (low < last && isLess(low, first)) {
      low++;
    }
    int high = last - 1;
    while (high > low && !isLess(high, first)) {
      high--;
    }
    while (low < high) {
      swap(low, high);
      low++;
      while (isLess(low, first)) {
        low++;
      }
      high--;
      while (!isLess(high, first)) {
        high--;
      }
    }
    swap(first, low - 1);
    return low - 1;
  }

  /** Parts rows by the first of them, equal ones to the left; where the greater ones begin. */
  private int equalsToLeft(int first, int last) {
    int low = first + 1;
    while (low < last && !isLess(first, low)) {
      low++;
    }
    int high = last - 1;
    while (high >= low && isLess(first, high)) {
      high--;
    }
    while (low < high) {
      swap(low, high);
      low++;
      while (!isLess(first, low)) {
        low++;
      }
      high--;
      while (isLess(first, high)) {
        high--;
      }
    }
    swap(first, low - 1);
    return low;
  }
}
