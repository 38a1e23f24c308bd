// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set of pairs of an entry's id and a number below {@link #NUMBERS}. For each run of 32 numbers
 * there are pages of ids, made when they are first needed. Many threads may add at once; what is
 * held depends on the pairs alone, whoever was first.
 */
final class PairSet {

  static final int NUMBERS = 1 << 16;

  /** Above this many entries a page table alone would be dear. */
  private static final int MOST_ENTRIES = 1 << 22;

  private final Reservation memory;
  private final PairPage[] @Nullable [] runs;
  private volatile @Nullable Dictionary dictionary;
  private int pages;

  PairSet(MemoryContext context) {
    memory = new Reservation(context);
    memory.grow(4L * (NUMBERS >> 5) + PairPage.MOST_COPIED);
    runs = new PairPage[NUMBERS >> 5][];
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
      pages = candidate.size() + PairPage.IDS - 1 >>> PairPage.ID_BITS;
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
    for (int row = 0; row < rows; row++) {
      int id = ids[row];
      int number = (int) numbers[row];
      PairPage[] run = runs[number >>> 5];
      PairPage page = run == null ? null : run[id >>> PairPage.ID_BITS];
      if (page == null || !page.addToWords(id, number)) {
        addToFew(id, number);
      }
    }
  }

  private synchronized void addToFew(int id, int number) {
    PairPage[] run = runs[number >>> 5];
    if (run == null) {
      memory.grow(16 + 4L * pages);
      run = new PairPage[pages];
      runs[number >>> 5] = run;
    }
    PairPage page = run[id >>> PairPage.ID_BITS];
    if (page == null) {
      memory.grow(PairPage.EMPTY_BYTES);
      page = new PairPage();
      VarHandle.releaseFence();
      run[id >>> PairPage.ID_BITS] = page;
    }
    page.add(id, number, memory);
  }

  /** Bytes that the set takes at most as long as numbers stay in the runs they are in. */
  long mostBytes() {
    long used = 0;
    for (PairPage[] run : runs) {
      used += run == null ? 0 : 1;
    }
    return 4L * runs.length + used * (16 + pages * (4L + PairPage.MOST_BYTES));
  }

  /** Goes through the pairs by entry, then by number; for one thread, when nobody adds any more. */
  final class Cursor {

    private final int[] used =
        IntStream.range(0, runs.length).filter(r -> runs[r] != null).toArray();

    /** How far the list of each used run's page has been read. */
    private final int[] read = new int[used.length];

    private final int end;
    private int id;
    private int run = -1;
    private int bits;

    /**
     * @param from a page of ids
     * @param to the page behind the last
     */
    private Cursor(int from, int to) {
      id = from << PairPage.ID_BITS;
      end = to << PairPage.ID_BITS;
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
          PairPage[] pagesOfRun = runs[used[run]];
          PairPage page = pagesOfRun == null ? null : pagesOfRun[id >>> PairPage.ID_BITS];
          bits = page == null ? 0 : page.word(id, read[run]);
          if (bits != 0) {
            read[run] += Integer.bitCount(bits);
            return true;
          }
        }
        run = -1;
        id++;
        if ((id & PairPage.IDS - 1) == 0) {
          Arrays.fill(read, 0);
        }
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
