// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The rows of a store in order. */
final class SortedRun {

  private final RowOrder order;
  private final RowStore store;
  private final int[] addresses;
  private final long[] prefixes;
  private final int size;

  private SortedRun(RowOrder order, RowStore store, int[] addresses, long[] prefixes, int size) {
    this.order = order;
    this.store = store;
    this.addresses = addresses;
    this.prefixes = prefixes;
    this.size = size;
  }

  /**
   * Sorts stably the rows of a sealed store.
   *
   * @param memory holds 12 bytes a row from now on, and as much again while sorting
   */
  static SortedRun of(RowOrder order, RowStore store, Reservation memory) {
    int size = Math.toIntExact(store.rows());
    memory.grow(24L * size);
    int[] addresses = new int[size];
    long[] prefixes = new long[size];
    store.addresses(addresses);
    long[] chunkPrefixes = new long[Batch.ROWS];
    int next = 0;
    for (int chunk = 0; chunk < store.chunks(); chunk++) {
      Checkpoint.pass();
      Batch batch = store.chunk(chunk);
      order.prefixes(batch, chunkPrefixes);
      System.arraycopy(chunkPrefixes, 0, prefixes, next, batch.rows());
      next += batch.rows();
    }
    SortedRun run = new SortedRun(order, store, addresses, prefixes, size);
    run.new Sorting().sortByKey(0, size, 0);
    memory.shrink(12L * size);
    return run;
  }

  int size() {
    return size;
  }

  RowStore store() {
    return store;
  }

  /** Addresses in order. */
  int[] addresses() {
    return addresses;
  }

  long prefix(int position) {
    return prefixes[position];
  }

  /** Whether the row at {@code position} here comes before that of {@code other}. */
  int compare(int position, SortedRun other, int otherPosition) {
    int byPrefix = Long.compare(prefixes[position], other.prefixes[otherPosition]);
    return byPrefix != 0
        ? byPrefix
        : order.compareTied(
            prefixes[position],
            store,
            addresses[position],
            other.store,
            other.addresses[otherPosition]);
  }

  /**
   * Sorts by the prefixes of one key, then the rows that it leaves tied by those of the next: so a
   * row is looked at once a key and not once a comparison. Where prefixes do not tell all values
   * apart, rows are compared.
   */
  private final class Sorting {

    /** Runs of so many rows are sorted by insertion. */
    private static final int FEW = 8;

    private final int[] spareAddresses = new int[size];
    private final long[] sparePrefixes = new long[size];

    /** Sorts rows whose keys before {@code key} are tied and whose prefixes are those of it. */
    void sortByKey(int from, int end, int key) {
      sort(from, end, false);
      int start = from;
      for (int row = from + 1; row <= end; row++) {
        if (row == end || prefixes[row] != prefixes[start]) {
          if (row - start > 1) {
            sortTied(start, row, key);
          }
          start = row;
        }
      }
    }

    private void sortTied(int from, int end, int key) {
      long prefix = prefixes[from];
      Checkpoint.passSometimes(from);
      if (!order.areTied(key, prefix, store, addresses, from, end)) {
        Arrays.fill(prefixes, from, end, 0);
        sort(from, end, true);
      } else if (key + 1 < order.keys()) {
        order.prefixes(key + 1, store, addresses, from, end, prefixes);
        sortByKey(from, end, key + 1);
      }
      Arrays.fill(prefixes, from, end, prefix);
    }

    /**
     * Merge sort from runs of eight upward; pairs that are in order already are not touched.
     *
     * @param whole whether rows are compared where prefixes are equal
     */
    private void sort(int from, int end, boolean whole) {
      for (int start = from; start < end; start += FEW) {
        Checkpoint.passSometimes(start);
        insertionSort(start, Math.min(end, start + FEW), whole);
      }
      int rows = end - from;
      for (long width = FEW; width < rows; width *= 2) {
        for (long start = 0; start + width < rows; start += 2 * width) {
          int first = from + (int) start;
          int middle = first + (int) width;
          Checkpoint.passSometimes((int) start);
          if (comesBefore(prefixes[middle], addresses[middle], middle - 1, whole)) {
            merge(first, middle, (int) Math.min(end, middle + width), whole);
          }
        }
      }
    }

    private boolean comesBefore(long prefix, int address, int position, boolean whole) {
      return prefix < prefixes[position]
          || (whole
              && prefix == prefixes[position]
              && order.compare(store, address, store, addresses[position]) < 0);
    }

    private void insertionSort(int from, int end, boolean whole) {
      for (int i = from + 1; i < end; i++) {
        int address = addresses[i];
        long prefix = prefixes[i];
        int j = i;
        while (j > from && comesBefore(prefix, address, j - 1, whole)) {
          addresses[j] = addresses[j - 1];
          prefixes[j] = prefixes[j - 1];
          j--;
        }
        addresses[j] = address;
        prefixes[j] = prefix;
      }
    }

    private void merge(int from, int middle, int end, boolean whole) {
      int leftCount = middle - from;
      System.arraycopy(addresses, from, spareAddresses, 0, leftCount);
      System.arraycopy(prefixes, from, sparePrefixes, 0, leftCount);
      int left = 0;
      int right = middle;
      int out = from;
      while (left < leftCount && right < end) {
        Checkpoint.passSometimes(out);
        boolean takeRight =
            prefixes[right] < sparePrefixes[left]
                || (whole
                    && prefixes[right] == sparePrefixes[left]
                    && order.compare(store, addresses[right], store, spareAddresses[left]) < 0);
        if (takeRight) {
          addresses[out] = addresses[right];
          prefixes[out++] = prefixes[right++];
        } else {
          addresses[out] = spareAddresses[left];
          prefixes[out++] = sparePrefixes[left++];
        }
      }
      System.arraycopy(spareAddresses, left, addresses, out, leftCount - left);
      System.arraycopy(sparePrefixes, left, prefixes, out, leftCount - left);
    }
  }
}
