// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/**
 * HyperLogLog (Flajolet and others, 2007): of each cell the largest rank of a hash that fell into
 * it, a rank being the zeros at the end of the rest of the hash and one more.
 */
final class LogLogSketch {

  private static final int OCTET = Byte.SIZE;

  private final int precision;
  private final int bits;
  private final int mostRank;
  private final byte[] ranks;

  /**
   * @param precision the binary logarithm of the number of cells
   * @param bits of a hash, 32 or 64
   * @param memory holds a byte a cell
   */
  LogLogSketch(int precision, int bits, Reservation memory) {
    this.precision = precision;
    this.bits = bits;
    mostRank = bits - precision + 1;
    memory.grow(1L << precision);
    ranks = new byte[1 << precision];
  }

  void add(long hash) {
    long tail = (bits == Integer.SIZE ? hash & 0xffffffffL : hash) >>> precision;
    int rank = tail == 0 ? mostRank : Long.numberOfTrailingZeros(tail) + 1;
    raise((int) hash & ranks.length - 1, rank);
  }

  private void raise(int cell, int rank) {
    if (rank > ranks[cell]) {
      ranks[cell] = (byte) rank;
    }
  }

  void merge(LogLogSketch other) {
    for (int cell = 0; cell < ranks.length; cell++) {
      raise(cell, other.ranks[cell]);
    }
  }

  private int[] counts() {
    int[] counts = new int[mostRank + 1];
    for (byte rank : ranks) {
      counts[rank]++;
    }
    return counts;
  }

  int cells() {
    return ranks.length;
  }

  /** The number of values by the harmonic mean of what the cells say, without any correction. */
  double raw() {
    int[] counts = counts();
    double sum = counts[mostRank];
    for (int rank = mostRank - 1; rank >= 0; rank--) {
      sum = sum / 2 + counts[rank];
    }
    double cells = ranks.length;
    return 0.7213 / (1 + 1.079 / cells) * cells * cells / sum;
  }

  /** The number of values by the cells that are empty, or {@code otherwise} where none is. */
  double linear(double otherwise) {
    int empty = counts()[0];
    double cells = ranks.length;
    return empty == 0 ? otherwise : cells * (StrictMath.log(cells) - StrictMath.log(empty));
  }

  private int rankBits() {
    return bits == Integer.SIZE ? 5 : 6;
  }

  private int emptyBytes() {
    return ranks.length < 1 << 16 ? 2 : 4;
  }

  /** Ranks in five or six bits each, how often each rank stands there, how many cells are empty. */
  void write(BytesBuffer out) {
    int width = rankBits();
    int held = 0;
    int pending = 0;
    for (byte rank : ranks) {
      pending |= rank << held;
      held += width;
      while (held >= OCTET) {
        out.write(pending & 0xff);
        pending >>>= OCTET;
        held -= OCTET;
      }
    }
    int[] counts = counts();
    for (int count : counts) {
      StateBytes.writeBytes(out, count, Integer.BYTES);
    }
    StateBytes.writeBytes(out, counts[0], emptyBytes());
  }

  /** Adds what {@link #write} wrote. */
  void read(StateReader in) {
    int width = rankBits();
    int start = in.skip((long) ranks.length * width / OCTET);
    byte[] data = in.data();
    int held = 0;
    int pending = 0;
    int next = start;
    for (int cell = 0; cell < ranks.length; cell++) {
      while (held < width) {
        pending |= (data[next++] & 0xff) << held;
        held += OCTET;
      }
      raise(cell, Math.min(pending & (1 << width) - 1, mostRank));
      pending >>>= width;
      held -= width;
    }
    in.skip(Integer.BYTES * (mostRank + 1L) + emptyBytes());
  }
}
