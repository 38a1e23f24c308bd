// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.sort;

import io.twinhouse.engine.buffer.RowStore;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;

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
    run.sort(new int[size], new long[size]);
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
        : order.compare(store, addresses[position], other.store, other.addresses[otherPosition]);
  }

  /** Merge sort from runs of eight upward; pairs that are in order already are not touched. */
  private void sort(int[] spareAddresses, long[] sparePrefixes) {
    for (int from = 0; from < size; from += 8) {
      Checkpoint.passSometimes(from);
      insertionSort(from, Math.min(size, from + 8));
    }
    for (long width = 8; width < size; width *= 2) {
      for (long from = 0; from + width < size; from += 2 * width) {
        int middle = (int) (from + width);
        int end = (int) Math.min(size, from + 2 * width);
        Checkpoint.passSometimes((int) from);
        if (compare(middle - 1, this, middle) > 0) {
          merge((int) from, middle, end, spareAddresses, sparePrefixes);
        }
      }
    }
  }

  private void insertionSort(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      int address = addresses[i];
      long prefix = prefixes[i];
      int j = i;
      while (j > from && comesBefore(prefix, address, j - 1)) {
        addresses[j] = addresses[j - 1];
        prefixes[j] = prefixes[j - 1];
        j--;
      }
      addresses[j] = address;
      prefixes[j] = prefix;
    }
  }

  private boolean comesBefore(long prefix, int address, int position) {
    return prefix < prefixes[position]
        || (prefix == prefixes[position]
            && order.compare(store, address, store, addresses[position]) < 0);
  }

  private void merge(int from, int middle, int end, int[] spareAddresses, long[] sparePrefixes) {
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
              || (prefixes[right] == sparePrefixes[left]
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
