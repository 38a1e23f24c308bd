// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * A growing dictionary in memory. Entry bytes lie one after the other in pages; an entry may reach
 * over a page's end. Entries are looked up by their sipHash64, so that two entries of one hash, if
 * ever, meet: as long as none did, hashes may be counted by counting ids.
 */
public final class StringDictionary implements Dictionary, AutoCloseable {

  private static final int PAGE_BITS = 14;
  private static final int PAGE = 1 << PAGE_BITS;

  private final String key;
  private final Reservation memory;
  private final KeyLookup lookup;
  private volatile Entries entries;
  private volatile int size;
  private volatile boolean distinctHashes = true;

  /** Arrays that only ever grow; a reader that holds old ones finds its ids in them. */
  private record Entries(byte[][] pages, long[] starts, long[] sip, long[] city) {}

  /**
   * @param key what the dictionary belongs to, as {@code StreamKey.dictionaryKey()}
   * @param context where entries are reserved
   */
  StringDictionary(String key, MemoryContext context) {
    this.key = key;
    this.memory = new Reservation(context);
    this.lookup = KeyLookup.openAddressing(new Reservation(context));
    this.entries = new Entries(new byte[0][], new long[1], new long[0], new long[0]);
  }

  String key() {
    return key;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int length(int id) {
    long[] starts = entries.starts;
    return (int) (starts[id + 1] - starts[id]);
  }

  @Override
  public int copy(int id, byte[] target, int offset) {
    Entries held = entries;
    long from = held.starts[id];
    int length = (int) (held.starts[id + 1] - from);
    int done = 0;
    while (done < length) {
      int inPage = (int) (from + done) & (PAGE - 1);
      int piece = Math.min(length - done, PAGE - inPage);
      byte[] page = held.pages[(int) (from + done >>> PAGE_BITS)];
      System.arraycopy(page, inPage, target, offset + done, piece);
      done += piece;
    }
    return length;
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
    return lookup.find(hash, id -> id < size && equals(id, source, offset, length));
  }

  private boolean equals(int id, byte[] source, int offset, int length) {
    Entries held = entries;
    long from = held.starts[id];
    if (held.starts[id + 1] - from != length) {
      return false;
    }
    int done = 0;
    while (done < length) {
      int inPage = (int) (from + done) & (PAGE - 1);
      int piece = Math.min(length - done, PAGE - inPage);
      byte[] page = held.pages[(int) (from + done >>> PAGE_BITS)];
      int at = offset + done;
      if (!Arrays.equals(page, inPage, inPage + piece, source, at, at + piece)) {
        return false;
      }
      done += piece;
    }
    return true;
  }

  @Override
  public long sipHash64(int id) {
    return entries.sip[id];
  }

  @Override
  public boolean hasDistinctSipHashes() {
    return distinctHashes;
  }

  @Override
  public long cityHash64(int id) {
    return entries.city[id];
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
    BytesColumn bytes = (BytesColumn) column;
    byte[] data = bytes.data();
    int[] offsets = bytes.offsets();
    int last = -1;
    for (int i = 0; i < rows; i++) {
      int length = offsets[i + 1] - offsets[i];
      if (column.isNull(i)) {
        ids[i] = 0;
      } else if (last >= 0 && equals(last, data, offsets[i], length)) {
        ids[i] = last;
      } else {
        last = intern(data, offsets[i], length);
        ids[i] = last;
      }
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
    long sip = SipHash24.hash64(source, offset, length);
    int id = find(sip, source, offset, length);
    if (id < 0) {
      add(source, offset, length, sip, CityHash102.hash64(source, offset, length));
      id = size - 1;
    }
    return id;
  }

  private void add(byte[] source, int offset, int length, long sip, long city) {
    if (lookup.find(sip, known -> entries.sip[known] == sip) != KeyLookup.NONE) {
      distinctHashes = false;
    }
    int id = append(source, offset, length, sip, city);
    lookup.add(sip, id);
  }

  /** Adds an entry read from the log, whose hashes are known. */
  synchronized void restore(byte[] source, int offset, int length, long sip, long city) {
    add(source, offset, length, sip, city);
  }

  private int append(byte[] source, int offset, int length, long sip, long city) {
    int id = size;
    ensureEntry(id);
    long from = entries.starts[id];
    ensurePages(from + length);
    Entries held = entries;
    int done = 0;
    while (done < length) {
      int inPage = (int) (from + done) & (PAGE - 1);
      int piece = Math.min(length - done, PAGE - inPage);
      byte[] page = held.pages[(int) (from + done >>> PAGE_BITS)];
      System.arraycopy(source, offset + done, page, inPage, piece);
      done += piece;
    }
    held.starts[id + 1] = from + length;
    held.sip[id] = sip;
    held.city[id] = city;
    size = id + 1;
    return id;
  }

  private void ensureEntry(int id) {
    Entries held = entries;
    if (id < held.sip.length) {
      return;
    }
    int capacity = Math.max(16, held.sip.length * 2);
    memory.grow(24L * (capacity - held.sip.length));
    entries =
        new Entries(
            held.pages,
            Arrays.copyOf(held.starts, capacity + 1),
            Arrays.copyOf(held.sip, capacity),
            Arrays.copyOf(held.city, capacity));
  }

  private void ensurePages(long end) {
    Entries held = entries;
    int needed = (int) (end + PAGE - 1 >>> PAGE_BITS);
    if (needed <= held.pages.length) {
      return;
    }
    memory.grow((long) PAGE * (needed - held.pages.length));
    byte[][] pages = Arrays.copyOf(held.pages, needed);
    for (int p = held.pages.length; p < needed; p++) {
      pages[p] = new byte[PAGE];
    }
    entries = new Entries(pages, held.starts, held.sip, held.city);
  }

  @Override
  public void close() {
    lookup.close();
    memory.close();
  }
}
