// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.storage.arrow.lookup.KeyLookup;
import java.util.Arrays;

/**
 * A growing dictionary. Entries are looked up by their sipHash64, so that two entries of one hash,
 * if ever, meet: as long as none did, hashes may be counted by counting ids.
 */
public final class StringDictionary implements Dictionary, AutoCloseable {

  /** Rows that are looked for side by side. */
  private static final int TOGETHER = 256;

  private final String key;
  private final DictionaryEntries entries;
  private final KeyLookup lookup;

  /**
   * Takes over what it is made of.
   *
   * @param key what the dictionary belongs to, as {@code StreamKey.dictionaryKey()}
   * @param lookup of the entries
   */
  StringDictionary(String key, DictionaryEntries entries, KeyLookup lookup) {
    this.key = key;
    this.entries = entries;
    this.lookup = lookup;
  }

  String key() {
    return key;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public int length(int id) {
    return entries.length(id);
  }

  @Override
  public int copy(int id, byte[] target, int offset) {
    return entries.copy(id, target, offset);
  }

  /** Compares two entries as ClickHouse orders strings: unsigned bytes, then length. */
  public int compare(int left, int right) {
    if (left == right) {
      return 0;
    }
    return Arrays.compareUnsigned(bytes(left), bytes(right));
  }

  @Override
  public int find(byte[] source, int offset, int length) {
    return find(SipHash24.hash64(source, offset, length), source, offset, length);
  }

  private int find(long hash, byte[] source, int offset, int length) {
    return lookup.find(
        hash, id -> id < entries.size() && entries.equals(id, source, offset, length));
  }

  @Override
  public long sipHash64(int id) {
    return entries.sipHash64(id);
  }

  @Override
  public boolean hasDistinctSipHashes() {
    return lookup.hasDistinctHashes();
  }

  @Override
  public long cityHash64(int id) {
    return entries.cityHash64(id);
  }

  /**
   * The id of each of the rows {@code [0, rows)}, new ones given where needed; 0 for NULL.
   *
   * @param column strings in any flat or dictionary encoding
   */
  public synchronized void intern(Column column, int rows, int[] ids) {
    if (column instanceof DictionaryColumn coded) {
      internEntries(coded, rows, ids);
      return;
    }
    internBytes((BytesColumn) column, rows, ids);
  }

  private void internBytes(BytesColumn column, int rows, int[] ids) {
    InternedRows interned = new InternedRows(column, Math.min(rows, TOGETHER));
    for (int from = 0; from < rows; from += TOGETHER) {
      int to = Math.min(rows, from + TOGETHER);
      int count = interned.hash(from, to);
      lookup.guess(interned.hashes(), count, interned.guesses());
      for (int i = 0; i < count; i++) {
        int row = interned.row(i);
        int offset = column.offsets()[row];
        int length = column.length(row);
        int guess = interned.guesses()[i];
        boolean right = guess >= 0 && entries.equals(guess, column.data(), offset, length);
        ids[row] = right ? guess : intern(interned.hashes()[i], column.data(), offset, length);
      }
      interned.spread(ids, from, to, count);
    }
  }

  private void internEntries(DictionaryColumn column, int rows, int[] ids) {
    if (column.dictionary() == this) {
      System.arraycopy(column.ids(), 0, ids, 0, rows);
      return;
    }
    int[] translated = new int[column.dictionary().size()];
    for (int i = 0; i < rows; i++) {
      int foreign = column.ids()[i];
      if (column.isNull(i)) {
        ids[i] = 0;
      } else {
        if (translated[foreign] == 0) {
          byte[] entry = column.dictionary().bytes(foreign);
          translated[foreign] = intern(entry, 0, entry.length) + 1;
        }
        ids[i] = translated[foreign] - 1;
      }
    }
  }

  /** The id of one string, a new one if needed. */
  public synchronized int intern(byte[] source, int offset, int length) {
    return intern(SipHash24.hash64(source, offset, length), source, offset, length);
  }

  private int intern(long sip, byte[] source, int offset, int length) {
    int known = find(sip, source, offset, length);
    if (known >= 0) {
      return known;
    }
    int id = entries.append(source, offset, length, sip);
    lookup.add(sip, id);
    return id;
  }

  @Override
  public void close() {
    lookup.close();
    entries.close();
  }
}
