// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.lookup.KeyLookup;
import java.util.Arrays;

/**
 * The entries of a dictionary in memory, only ever added to. Their bytes lie one after the other in
 * pages; an entry may reach over a page's end. One writer; a reader finds whatever was there when
 * it was told of an id.
 */
final class DictionaryEntries implements KeyLookup.Keys, AutoCloseable {

  private static final int PAGE_BITS = 14;
  private static final int PAGE = 1 << PAGE_BITS;

  private final Reservation memory;
  private volatile Pages held = new Pages(new byte[0][], new long[1], new long[0], new long[0]);
  private volatile int size;

  /** Arrays that only ever grow; a reader that holds old ones finds its ids in them. */
  private record Pages(byte[][] pages, long[] starts, long[] sip, long[] city) {}

  /**
   * @param context where entries are reserved
   */
  DictionaryEntries(MemoryContext context) {
    this.memory = new Reservation(context);
  }

  @Override
  public int size() {
    return size;
  }

  int length(int id) {
    long[] starts = held.starts;
    return (int) (starts[id + 1] - starts[id]);
  }

  int copy(int id, byte[] target, int offset) {
    Pages now = held;
    long from = now.starts[id];
    int length = (int) (now.starts[id + 1] - from);
    int done = 0;
    while (done < length) {
      int inPage = (int) (from + done) & (PAGE - 1);
      int piece = Math.min(length - done, PAGE - inPage);
      byte[] page = now.pages[(int) (from + done >>> PAGE_BITS)];
      System.arraycopy(page, inPage, target, offset + done, piece);
      done += piece;
    }
    return length;
  }

  boolean equals(int id, byte[] source, int offset, int length) {
    Pages now = held;
    long from = now.starts[id];
    if (now.starts[id + 1] - from != length) {
      return false;
    }
    int done = 0;
    while (done < length) {
      int inPage = (int) (from + done) & (PAGE - 1);
      int piece = Math.min(length - done, PAGE - inPage);
      byte[] page = now.pages[(int) (from + done >>> PAGE_BITS)];
      int at = offset + done;
      if (!Arrays.equals(page, inPage, inPage + piece, source, at, at + piece)) {
        return false;
      }
      done += piece;
    }
    return true;
  }

  long sipHash64(int id) {
    return held.sip[id];
  }

  @Override
  public long hash(int id) {
    return held.sip[id];
  }

  long cityHash64(int id) {
    return held.city[id];
  }

  /** Adds an entry whose sipHash64 is known. */
  int append(byte[] source, int offset, int length, long sip) {
    return append(source, offset, length, sip, CityHash102.hash64(source, offset, length));
  }

  /** Adds an entry whose hashes are known. */
  int append(byte[] source, int offset, int length, long sip, long city) {
    int id = size;
    ensureEntry(id);
    long from = held.starts[id];
    ensurePages(from + length);
    Pages now = held;
    int done = 0;
    while (done < length) {
      int inPage = (int) (from + done) & (PAGE - 1);
      int piece = Math.min(length - done, PAGE - inPage);
      byte[] page = now.pages[(int) (from + done >>> PAGE_BITS)];
      System.arraycopy(source, offset + done, page, inPage, piece);
      done += piece;
    }
    now.starts[id + 1] = from + length;
    now.sip[id] = sip;
    now.city[id] = city;
    size = id + 1;
    return id;
  }

  private void ensureEntry(int id) {
    Pages now = held;
    if (id < now.sip.length) {
      return;
    }
    int capacity = Math.max(16, now.sip.length * 2);
    memory.grow(24L * (capacity - now.sip.length));
    held =
        new Pages(
            now.pages,
            Arrays.copyOf(now.starts, capacity + 1),
            Arrays.copyOf(now.sip, capacity),
            Arrays.copyOf(now.city, capacity));
  }

  private void ensurePages(long end) {
    Pages now = held;
    int needed = (int) (end + PAGE - 1 >>> PAGE_BITS);
    if (needed <= now.pages.length) {
      return;
    }
    memory.grow((long) PAGE * (needed - now.pages.length));
    byte[][] pages = Arrays.copyOf(now.pages, needed);
    for (int p = now.pages.length; p < needed; p++) {
      pages[p] = new byte[PAGE];
    }
    held = new Pages(pages, now.starts, now.sip, now.city);
  }

  @Override
  public void close() {
    memory.close();
  }
}
