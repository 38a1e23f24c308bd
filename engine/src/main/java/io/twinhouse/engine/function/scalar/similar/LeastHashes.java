// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.hash.CityHash102;

/**
 * The few different hashes at one end of the order of all that a text has, and for each the run
 * that had it first. One owner, one thread.
 */
final class LeastHashes {

  private final boolean smallest;
  private final long[] hashes;
  private final int[] starts;
  private final int[] ends;
  private int size;

  /**
   * @param smallest whether the smallest ones are kept, else the largest, both as unsigned numbers
   */
  LeastHashes(int limit, boolean smallest) {
    this.smallest = smallest;
    hashes = new long[limit + 1];
    starts = new int[limit + 1];
    ends = new int[limit + 1];
  }

  void clear() {
    size = 0;
  }

  /** Best first. */
  void add(long hash, int from, int to) {
    int at = size;
    while (at > 0 && before(hash, hashes[at - 1])) {
      at--;
    }
    boolean full = size == hashes.length - 1;
    if (at > 0 && hashes[at - 1] == hash || full && at == size) {
      return;
    }
    for (int i = size; i > at; i--) {
      hashes[i] = hashes[i - 1];
      starts[i] = starts[i - 1];
      ends[i] = ends[i - 1];
    }
    hashes[at] = hash;
    starts[at] = from;
    ends[at] = to;
    size = full ? size : size + 1;
  }

  private boolean before(long a, long b) {
    int order = Long.compareUnsigned(a, b);
    return smallest ? order < 0 : order > 0;
  }

  /** All of them in one hash; 0 without any. */
  long folded() {
    long folded = 0;
    for (int i = size - 1; i >= 0; i--) {
      folded = CityHash102.combine(folded, hashes[i]);
    }
    return folded;
  }

  /** Ends a row of each of {@code texts}: the runs, the worst first, then empty ones. */
  void write(byte[] data, BytesBuffer[] texts) {
    for (int i = 0; i < texts.length; i++) {
      int at = size - 1 - i;
      if (at >= 0) {
        texts[i].write(data, starts[at], ends[at] - starts[at]);
      }
      texts[i].endRow();
    }
  }
}
