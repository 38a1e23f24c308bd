// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of pairs of an entry's id and a number below {@link #NUMBERS}. For each run of 32 numbers
 * there are pages of one word an id, made when they are first needed. Many threads may add at once;
 * what is held depends on the pairs alone, whoever was first.
 */
final class PairSet {

  static final int NUMBERS = 1 << 16;

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;

  /** Above this many entries a page table alone would be dear. */
  private static final int MOST_ENTRIES = 1 << 22;

  private final Reservation memory;
  private final int[] @Nullable [] @Nullable [] runs;
  private volatile @Nullable Dictionary dictionary;
  private int pages;

  PairSet(MemoryContext context) {
    memory = new Reservation(context);
    memory.grow(4L * (NUMBERS >> 5));
    runs = new int[NUMBERS >> 5][][];
  }

  /** The dictionary behind a column of entries or of their hashes, if there is one. */
  static @Nullable Dictionary originOf(Column column) {
    if (column instanceof LongColumn longs) {
      return longs.hashed();
    }
    return column instanceof DictionaryColumn coded ? coded.dictionary() : null;
  }

  /** Whether ids of this dictionary can be added; the first one asked for settles it. */
  boolean accepts(Dictionary candidate) {
    Dictionary settled = dictionary;
    if (settled == null) {
      settled = settle(candidate);
    }
    return settled == candidate;
  }

  private synchronized @Nullable Dictionary settle(Dictionary candidate) {
    if (dictionary == null && candidate.size() <= MOST_ENTRIES) {
      pages = candidate.size() + PAGE - 1 >>> PAGE_BITS;
      dictionary = candidate;
    }
    return dictionary;
  }

  @Nullable Dictionary dictionary() {
    return dictionary;
  }

  /** Reads one of {@code parts} parts of the ids, when nobody adds any more. */
  Cursor cursor(int part, int parts) {
    int from = (int) ((long) pages * part / parts);
    return new Cursor(from, (int) ((long) pages * (part + 1) / parts));
  }

  void add(int[] ids, long[] numbers, int rows) {
    int[][][] table = runs;
    for (int row = 0; row < rows; row++) {
      int id = ids[row];
      int number = (int) numbers[row];
      int[][] run = table[number >>> 5];
      int[] page = run == null ? null : run[id >>> PAGE_BITS];
      if (page == null) {
        page = makePage(number >>> 5, id >>> PAGE_BITS);
      }
      int at = id & PAGE - 1;
      if ((page[at] >>> number & 1) == 0) {
        WORD.getAndBitwiseOr(page, at, 1 << number);
      }
    }
  }

  /** Bytes that the set takes at most as long as numbers stay in the runs they are in. */
  long mostBytes() {
    long used = 0;
    for (int[][] run : runs) {
      used += run == null ? 0 : 1;
    }
    return 4L * runs.length + used * (16 + pages * (4L + 16 + 4L * PAGE));
  }

  private synchronized int[] makePage(int run, int index) {
    int[][] held = runs[run];
    if (held == null) {
      memory.grow(16 + 4L * pages);
      held = new int[pages][];
      runs[run] = held;
    }
    int[] page = held[index];
    if (page == null) {
      memory.grow(16 + 4L * PAGE);
      page = new int[PAGE];
      VarHandle.releaseFence();
      held[index] = page;
    }
    return page;
  }

  /** Goes through the pairs by entry, then by number; for one thread, when nobody adds any more. */
  final class Cursor {

    private final int[] used =
        IntStream.range(0, runs.length).filter(r -> runs[r] != null).toArray();
    private final int end;
    private int id;
    private int run = -1;
    private int bits;

    /**
     * @param from a page of ids
     * @param to the page behind the last
     */
    private Cursor(int from, int to) {
      id = from << PAGE_BITS;
      end = to << PAGE_BITS;
    }

    /** Turns to the next pair; false at the end. */
    boolean next() {
      bits &= bits - 1;
      while (bits == 0) {
        if (!nextWord()) {
          return false;
        }
      }
      return true;
    }

    private boolean nextWord() {
      while (id < end) {
        while (++run < used.length) {
          int[][] held = runs[used[run]];
          int[] page = held == null ? null : held[id >>> PAGE_BITS];
          if (page != null && page[id & PAGE - 1] != 0) {
            bits = page[id & PAGE - 1];
            return true;
          }
        }
        run = -1;
        id++;
      }
      return false;
    }

    int id() {
      return id;
    }

    int number() {
      return (used[run] << 5) + Integer.numberOfTrailingZeros(bits);
    }
  }
}
