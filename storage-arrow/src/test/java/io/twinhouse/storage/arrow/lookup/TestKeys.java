// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** Keys that are their own hashes, and what every look-up of them must know. */
final class TestKeys implements KeyLookup.Keys {

  private volatile long[] hashes = new long[0];

  /** Keys that differ with the seed. */
  static TestKeys of(int count, long seed) {
    TestKeys keys = new TestKeys();
    keys.hashes = new long[count];
    for (int id = 0; id < count; id++) {
      keys.hashes[id] = hash(id, seed);
    }
    return keys;
  }

  private static long hash(int id, long seed) {
    long mixed = (id + 1 + seed) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 27;
  }

  KeyLookup open(KeyLookups lookups, MemoryContext memory) {
    return lookups.open("test", this, new Reservation(memory));
  }

  /** Adds a key to the keys and to their look-up. */
  void add(KeyLookup lookup, long hash) {
    long[] more = Arrays.copyOf(hashes, hashes.length + 1);
    more[hashes.length] = hash;
    hashes = more;
    lookup.add(hash, more.length - 1);
  }

  /** Adds {@code count} keys, all at hand before the first is added. */
  void addAll(KeyLookup lookup, int count, long seed) {
    int from = hashes.length;
    long[] more = Arrays.copyOf(hashes, from + count);
    for (int id = from; id < more.length; id++) {
      more[id] = hash(id, seed);
    }
    hashes = more;
    for (int id = from; id < more.length; id++) {
      lookup.add(more[id], id);
    }
  }

  /** Each id is found by its hash, and no other key is. */
  void requireFound(KeyLookup lookup) {
    for (int id = 0; id < hashes.length; id++) {
      int wanted = id;
      assertThat(lookup.find(hashes[id], found -> found == wanted)).isEqualTo(id);
      assertThat(lookup.find(hashes[id] ^ 1L << 40, found -> true)).isEqualTo(KeyLookup.NONE);
    }
  }

  @Override
  public int size() {
    return hashes.length;
  }

  @Override
  public long hash(int id) {
    return hashes[id];
  }
}
