// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.AsofOrder;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/**
 * The rows of each key of a join's right side in the order of their closeness column, so that the
 * closest partner is found by halving. Among equal values the first to arrive counts; from {@link
 * #STABLE_ROWS} rows of a key on, the last one when looking backward, as the server's sort has it.
 */
final class AsofIndex {

  private static final int STABLE_ROWS = 256;

  private final AsofOrder order;
  private final boolean unsigned;
  private final long[] values;

  /** A column of the right rows. */
  record Source(RowStore store, int column, Type type) {}

  private AsofIndex(AsofOrder order, boolean unsigned, long[] values) {
    this.order = order;
    this.unsigned = unsigned;
    this.values = values;
  }

  /**
   * Sorts {@code addresses[starts[k] .. starts[k + 1])} for each k.
   *
   * @param addresses none of a row whose closeness column is NULL
   */
  static AsofIndex of(
      Source source, AsofOrder order, int[] starts, int[] addresses, Reservation memory) {
    int rows = starts[starts.length - 1];
    memory.grow(8L * rows);
    AsofIndex index = new AsofIndex(order, isUnsigned(source.type()), new long[rows]);
    for (int i = 0; i < rows; i++) {
      Batch chunk = source.store().chunk(RowStore.chunkOf(addresses[i]));
      Column values = chunk.column(source.column());
      index.values[i] = index.sortable(values, RowStore.rowOf(addresses[i]));
    }
    long scratch = 12L * longest(starts);
    memory.grow(scratch);
    index.sort(starts, addresses);
    memory.shrink(scratch);
    return index;
  }

  private static boolean isUnsigned(Type type) {
    return type.base() instanceof IntegerType integer && !integer.signed();
  }

  private static int longest(int[] starts) {
    int longest = 0;
    for (int key = 0; key + 1 < starts.length; key++) {
      longest = Math.max(longest, starts[key + 1] - starts[key]);
    }
    return longest;
  }

  /** A value as a number whose order is that of the values. */
  private long sortable(Column column, int row) {
    if (column instanceof ConstantColumn constant) {
      return sortable(constant.value(), 0);
    }
    if (column instanceof LongColumn longs) {
      long value = longs.values()[row];
      return unsigned ? value ^ Long.MIN_VALUE : value;
    }
    if (column instanceof DoubleColumn doubles) {
      double value = doubles.values()[row];
      if (Double.isNaN(value)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "ASOF JOIN by a column that holds NaN is not supported");
      }
      long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
      return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "ASOF JOIN by numbers above 64 bits is not supported");
  }

  private void sort(int[] starts, int[] addresses) {
    int longest = longest(starts);
    long[] spareValues = new long[longest];
    int[] spareAddresses = new int[longest];
    for (int key = 0; key + 1 < starts.length; key++) {
      int from = starts[key];
      int count = starts[key + 1] - from;
      for (int width = 1; width < count; width *= 2) {
        for (int low = from; low + width < from + count; low += 2 * width) {
          int middle = low + width;
          if (values[middle - 1] > values[middle]) {
            int high = Math.min(middle + width, from + count);
            merge(low, middle, high, addresses, spareValues, spareAddresses);
          }
        }
      }
    }
  }

  private void merge(
      int low, int middle, int high, int[] addresses, long[] spareValues, int[] spareAddresses) {
    int leftCount = middle - low;
    System.arraycopy(values, low, spareValues, 0, leftCount);
    System.arraycopy(addresses, low, spareAddresses, 0, leftCount);
    int left = 0;
    int right = middle;
    int out = low;
    while (left < leftCount) {
      boolean takeLeft = right == high || spareValues[left] <= values[right];
      values[out] = takeLeft ? spareValues[left] : values[right];
      addresses[out++] = takeLeft ? spareAddresses[left++] : addresses[right++];
    }
  }

  /**
   * The position of the closest partner within {@code [first, end)}, or -1.
   *
   * @param column of the left rows, not NULL at {@code row}
   */
  int find(Column column, int row, int first, int end) {
    long value = sortable(column, row);
    if (!order.isBackward()) {
      int position = lower(first, end, value, order.allowsEqual());
      return position == end ? -1 : position;
    }
    int position = lower(first, end, value, !order.allowsEqual()) - 1;
    if (position < first) {
      return -1;
    }
    return end - first >= STABLE_ROWS ? position : lower(first, end, values[position], true);
  }

  /** The first position whose value is at least {@code value}, or above it. */
  private int lower(int first, int end, long value, boolean equal) {
    int low = first;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before = equal ? values[middle] < value : values[middle] <= value;
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }
}
