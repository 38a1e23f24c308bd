// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.index;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.lookup.KeyLookup;
import io.twinhouse.storage.arrow.lookup.KeyLookups;
import java.util.Arrays;

/**
 * The newest row of each key of a table that replaces versions. A key is a fixed number of longs
 * (strings by dictionary id). Derived state: rebuilt from the parts when it is missing. One thread.
 */
public final class NewestRows implements KeyLookup.Keys, AutoCloseable {

  private final int keyWords;
  private final Reservation memory;
  private final KeyLookup lookup;
  private long[] keys = new long[0];
  private long[] versions = new long[0];
  private long[] places = new long[0];
  private int size;

  /**
   * @param keyWords longs of a key
   * @param context where the arrays are reserved
   */
  public NewestRows(int keyWords, MemoryContext context) {
    this.keyWords = keyWords;
    this.memory = new Reservation(context);
    this.lookup = KeyLookups.onHeap().open("newest rows", this, new Reservation(context));
  }

  /** The entry of the key at {@code offset}, or {@link KeyLookup#NONE}. */
  public int find(long[] words, int offset) {
    return lookup.find(
        hash(words, offset),
        entry ->
            Arrays.equals(
                keys, entry * keyWords, (entry + 1) * keyWords, words, offset, offset + keyWords));
  }

  private long hash(long[] words, int offset) {
    long hash = 0x9E3779B97F4A7C15L;
    for (int w = 0; w < keyWords; w++) {
      hash = (hash ^ words[offset + w]) * 0xD6E8FEB86659FD93L;
      hash ^= hash >>> 32;
    }
    hash *= 0xD6E8FEB86659FD93L;
    return hash ^ hash >>> 29;
  }

  /**
   * Adds a key that is not there yet.
   *
   * @param version in an order of signed longs
   */
  public void add(long[] words, int offset, long version, int part, int row) {
    if (size == versions.length) {
      int capacity = Math.max(64, size + (size >> 1));
      memory.grow((8L * keyWords + 16) * (capacity - size));
      keys = Arrays.copyOf(keys, Math.multiplyExact(capacity, keyWords));
      versions = Arrays.copyOf(versions, capacity);
      places = Arrays.copyOf(places, capacity);
    }
    System.arraycopy(words, offset, keys, size * keyWords, keyWords);
    int entry = size++;
    replace(entry, version, part, row);
    lookup.add(hash(words, offset), entry);
  }

  /** Points an entry to a newer row. */
  public void replace(int entry, long version, int part, int row) {
    versions[entry] = version;
    places[entry] = (long) part << 32 | row;
  }

  public long version(int entry) {
    return versions[entry];
  }

  /** Number of the part that holds the newest row. */
  public int part(int entry) {
    return (int) (places[entry] >>> 32);
  }

  public int row(int entry) {
    return (int) places[entry];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long hash(int entry) {
    return hash(keys, entry * keyWords);
  }

  @Override
  public void close() {
    lookup.close();
    memory.close();
  }
}
