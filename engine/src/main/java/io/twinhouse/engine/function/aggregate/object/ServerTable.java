// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.memory.Reservation;
import java.util.zip.CRC32C;

/**
 * A hash table of keys of one or two words, each with a count, laid out as ClickHouse lays out its
 * own, since the order of its cells shows in states and in the order of sums: linear probing from
 * the hash on, four times (from 2^23 cells on twice) as large when more than half full, and the key
 * zero apart from the others and in front of them. The hash is the CRC-32C of the key, or for keys
 * that are hashes already their first word. Not thread-safe.
 */
public final class ServerTable {

  private static final int DOUBLING_FROM = 23;

  private final Reservation memory;
  private final int words;
  private final boolean hashed;
  private int degree;
  private long[] keys;
  private long[] counts;
  private boolean zero;
  private long zeroCount;
  private int size;

  /**
   * @param words longs a key
   * @param hashed whether keys are hashes already
   * @param degree binary logarithm of the cells of an empty table
   */
  public ServerTable(int words, boolean hashed, int degree, Reservation memory) {
    this.words = words;
    this.hashed = hashed;
    this.degree = degree;
    this.memory = memory;
    memory.grow(8L * (words + 1) << degree);
    keys = new long[words << degree];
    counts = new long[1 << degree];
  }

  public int size() {
    return size;
  }

  /** Adds {@code count} to that of a key, which may be new; whether it is. */
  public boolean add(long low, long high, long count) {
    if (low == 0 && high == 0) {
      boolean fresh = !zero;
      zero = true;
      zeroCount += count;
      return fresh && grown();
    }
    int cell = find(low, high);
    boolean fresh = isFree(cell);
    if (fresh) {
      put(cell, low, high);
    }
    counts[cell] += count;
    return fresh && grown();
  }

  private boolean grown() {
    size++;
    if (size > 1 << (degree - 1)) {
      grow();
    }
    return true;
  }

  /** What is counted for a key. */
  public long count(long low, long high) {
    return low == 0 && high == 0 ? zeroCount : counts[find(low, high)];
  }

  private boolean isFree(int cell) {
    return keys[cell * words] == 0 && (words == 1 || keys[2 * cell + 1] == 0);
  }

  private void put(int cell, long low, long high) {
    keys[cell * words] = low;
    if (words == 2) {
      keys[2 * cell + 1] = high;
    }
  }

  private int place(long low, long high) {
    long hash = hashed ? low : crc(low, high);
    return (int) hash & (1 << degree) - 1;
  }

  private long crc(long low, long high) {
    CRC32C crc = new CRC32C();
    update(crc, low);
    if (words == 2) {
      update(crc, high);
    }
    return ~crc.getValue() & 0xffffffffL;
  }

  private static void update(CRC32C crc, long value) {
    for (int i = 0; i < 8; i++) {
      crc.update((int) (value >>> 8 * i));
    }
  }

  private int find(long low, long high) {
    int cell = place(low, high);
    int mask = (1 << degree) - 1;
    while (!isFree(cell)
        && (keys[cell * words] != low || (words == 2 && keys[2 * cell + 1] != high))) {
      cell = cell + 1 & mask;
    }
    return cell;
  }

  /** Cells stay where they are and then move one by one, as the server has them do. */
  private void grow() {
    int old = 1 << degree;
    int next = degree + (degree >= DOUBLING_FROM ? 1 : 2);
    memory.grow(8L * (words + 1) << next);
    keys = java.util.Arrays.copyOf(keys, words << next);
    counts = java.util.Arrays.copyOf(counts, 1 << next);
    memory.shrink(8L * (words + 1) * old);
    degree = next;
    int cell = 0;
    for (; cell < old; cell++) {
      move(cell);
    }
    for (; !isFree(cell); cell++) {
      move(cell);
    }
  }

  private void move(int cell) {
    if (isFree(cell)) {
      return;
    }
    long low = keys[cell * words];
    long high = words == 1 ? 0 : keys[2 * cell + 1];
    if (place(low, high) == cell) {
      return;
    }
    int target = find(low, high);
    if (isFree(target)) {
      put(target, low, high);
      counts[target] = counts[cell];
      put(cell, 0, 0);
      counts[cell] = 0;
    }
  }

  /** Receives keys with their counts. */
  @FunctionalInterface
  public interface Sink {
    void accept(long low, long high, long count);
  }

  /** Hands out all keys, zero first, the others by cell. */
  public void forEach(Sink sink) {
    if (zero) {
      sink.accept(0, 0, zeroCount);
    }
    for (int cell = 0; cell < counts.length; cell++) {
      if (!isFree(cell)) {
        sink.accept(keys[cell * words], words == 1 ? 0 : keys[2 * cell + 1], counts[cell]);
      }
    }
  }
}
