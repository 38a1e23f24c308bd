// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/** The BYTES lane by dictionary id; ids under NULL are 0. */
public final class DictionaryColumn extends Column {

  private final int[] ids;
  private final Dictionary dictionary;

  /** The same rows as bytes where they are at hand. */
  private final @Nullable Column bytes;

  private DictionaryColumn(
      int[] ids,
      Dictionary dictionary,
      int size,
      boolean @Nullable [] nulls,
      @Nullable Column bytes) {
    super(size, nulls);
    this.ids = ids;
    this.dictionary = dictionary;
    this.bytes = bytes;
  }

  public static DictionaryColumn of(
      int[] ids, Dictionary dictionary, int size, boolean @Nullable [] nulls) {
    return new DictionaryColumn(ids, dictionary, size, nulls, null);
  }

  /** One id a row, at least {@link #size()} long. */
  public int[] ids() {
    return ids;
  }

  public Dictionary dictionary() {
    return dictionary;
  }

  @Override
  public Column gather(int[] rows, int count) {
    int[] chosen = new int[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = ids[rows[i]];
    }
    return new DictionaryColumn(chosen, dictionary, count, gatherNulls(rows, count), null);
  }

  /** This column with its bytes beside the ids, for whoever needs them more than once. */
  public DictionaryColumn withBytes() {
    return bytes != null ? this : new DictionaryColumn(ids, dictionary, size(), nulls(), flatten());
  }

  @Override
  public Column flatten() {
    if (bytes != null) {
      return bytes;
    }
    int total = 0;
    for (int i = 0; i < size(); i++) {
      total = Math.addExact(total, isNull(i) ? 0 : dictionary.length(ids[i]));
    }
    byte[] data = new byte[total];
    int[] offsets = new int[size() + 1];
    int end = 0;
    for (int i = 0; i < size(); i++) {
      end += isNull(i) ? 0 : dictionary.copy(ids[i], data, end);
      offsets[i + 1] = end;
    }
    return BytesColumn.of(data, offsets, size(), nulls());
  }

  /** Where every row is NULL the dictionary may be empty: then no id stands for a value. */
  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    if (dictionary.size() == 0) {
      return BytesColumn.of(new byte[0], new int[size() + 1], size(), mask);
    }
    return new DictionaryColumn(ids, dictionary, size(), mask, null);
  }

  @Override
  public long retainedBytes() {
    return 4L * ids.length + nullBytes() + (bytes == null ? 0 : bytes.retainedBytes());
  }
}
