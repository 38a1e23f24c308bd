// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/**
 * Distinct byte strings numbered from 0; ids never change and entries are never removed, so that
 * columns which share a dictionary compare by id. Reads are thread-safe beside one writer.
 */
public interface Dictionary {

  /** The dictionary behind a column of entries or of their sipHash64; null for other columns. */
  static @Nullable Dictionary of(Column column) {
    if (column instanceof LongColumn longs) {
      return longs.hashed();
    }
    return column instanceof DictionaryColumn coded ? coded.dictionary() : null;
  }

  /** The ids of a column that has a dictionary behind it. */
  static int[] idsOf(Column column) {
    return column instanceof LongColumn hashes ? hashes.ids() : ((DictionaryColumn) column).ids();
  }

  /** Entries visible now; ids below stay valid forever. */
  int size();

  /** Length in bytes of entry {@code id}. */
  int length(int id);

  /** Copies entry {@code id} to {@code target} at {@code offset}; returns its length. */
  int copy(int id, byte[] target, int offset);

  /** A copy of entry {@code id}. */
  default byte[] bytes(int id) {
    byte[] entry = new byte[length(id)];
    copy(id, entry, 0);
    return entry;
  }

  /** The id of {@code length} bytes at {@code offset} of {@code source}, or -1. */
  int find(byte[] source, int offset, int length);

  /** ClickHouse's sipHash64 of the entry. */
  long sipHash64(int id);

  /** Whether no two of the entries visible now have the same {@link #sipHash64}. */
  default boolean hasDistinctSipHashes() {
    return false;
  }

  /** ClickHouse's cityHash64 of the entry. */
  long cityHash64(int id);
}
