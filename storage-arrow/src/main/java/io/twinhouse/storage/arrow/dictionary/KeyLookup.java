// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.memory.Reservation;

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

  /** An empty open-addressing table. */
  static KeyLookup openAddressing(Reservation memory) {
    return new OpenAddressingLookup(memory);
  }

  /**
   * The id whose key has this hash and matches, or {@link #NONE}.
   *
   * @param hash 64 well-mixed bits of the key
   */
  int find(long hash, Matcher matcher);

  /** Adds an id that is not there yet. */
  void add(long hash, int id);

  /** Frees what it holds. */
  @Override
  void close();
}
