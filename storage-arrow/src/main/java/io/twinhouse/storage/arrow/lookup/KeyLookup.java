// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import java.util.Arrays;

/**
 * Finds ids by key. The keys themselves live elsewhere; the look-up knows their hashes only and
 * asks back. It is derived state: it can be lost and rebuilt. One writer at a time; readers may run
 * beside it and miss what is being added.
 */
public interface KeyLookup extends AutoCloseable {

  /** What {@link #find} answers when there is no such key. */
  int NONE = -1;

  /** Tells whether the key at hand is that of an entry. */
  @FunctionalInterface
  interface Matcher {
    boolean matches(int id);
  }

  /** The keys, by ids from 0 on that never change their key. */
  interface Keys {

    /** How many there are. */
    int size();

    /** 64 well-mixed bits of a key. */
    long hash(int id);
  }

  /**
   * The id whose key has this hash and matches, or {@link #NONE}.
   *
   * @param hash as {@link Keys#hash}
   */
  int find(long hash, Matcher matcher);

  /**
   * Ids whose keys probably have these hashes, or {@link #NONE} where {@link #find} has to be
   * asked. Where many are looked for, their places are fetched side by side and not one after the
   * other.
   *
   * @param ids receives the first {@code count}
   */
  default void guess(long[] hashes, int count, int[] ids) {
    Arrays.fill(ids, 0, count, NONE);
  }

  /** Adds an id that is not there yet. */
  void add(long hash, int id);

  /** Whether no two keys that were added have the same hash. */
  boolean hasDistinctHashes();

  /** Frees what it holds; its keys must still be there. */
  @Override
  void close();
}
