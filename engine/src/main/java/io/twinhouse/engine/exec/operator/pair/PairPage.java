// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.pair;

import io.twinhouse.engine.memory.Reservation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of {@link #IDS} ids and 32 numbers: a sorted list while they are few, then one word of
 * bits an id. Words take bits from many threads at once; the list belongs to whoever holds the
 * set's lock.
 */
final class PairPage {

  static final int ID_BITS = 8;
  static final int IDS = 1 << ID_BITS;

  /** What a page without pairs takes. */
  static final long EMPTY_BYTES = 24;

  /** What a page takes at most. */
  static final long MOST_BYTES = EMPTY_BYTES + 16 + 4L * IDS;

  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int FIRST = 8;

  /** A list of this length takes half of what the words take. */
  private static final int MOST_FEW = IDS;

  /** The longest list, which is still held while its successor is made. */
  static final long MOST_COPIED = 16 + 2L * MOST_FEW;

  /** Ids within the page times 32, plus the number within the run. */
  private short @Nullable [] few;

  private int size;
  private volatile int @Nullable [] words;

  /** Adds a pair without a lock; false where there are no words yet. */
  boolean addToWords(int id, int number) {
    int[] held = words;
    if (held == null) {
      return false;
    }
    int at = id & IDS - 1;
    if ((held[at] >>> number & 1) == 0) {
      WORD.getAndBitwiseOr(held, at, 1 << number);
    }
    return true;
  }

  /**
   * Adds a pair, under the set's lock.
   *
   * @param memory grows by what the page takes more; a copy of the list is the caller's to reserve
   */
  void add(int id, int number, Reservation memory) {
    if (addToWords(id, number)) {
      return; // another thread made words meanwhile
    }
    short[] list = few;
    short pair = (short) ((id & IDS - 1) << 5 | number & 31);
    int at = list == null ? -1 : Arrays.binarySearch(list, 0, size, pair);
    if (at >= 0) {
      return;
    }
    if (list == null || size == list.length) {
      list = grown(list, memory);
      if (list == null) {
        addToWords(id, number);
        return;
      }
    }
    System.arraycopy(list, -at - 1, list, -at, size + at + 1);
    list[-at - 1] = pair;
    size++;
  }

  /** A longer list; null when the pairs have become words instead. */
  private short @Nullable [] grown(short @Nullable [] list, Reservation memory) {
    if (list == null) {
      memory.grow(16 + 2L * FIRST);
      few = new short[FIRST];
      return few;
    }
    if (list.length < MOST_FEW) {
      memory.grow(2L * list.length);
      few = Arrays.copyOf(list, 2 * list.length);
      return few;
    }
    memory.grow(4L * IDS - 2L * list.length);
    int[] made = new int[IDS];
    for (int i = 0; i < size; i++) {
      made[list[i] >>> 5] |= 1 << list[i];
    }
    few = null;
    words = made;
    return null;
  }

  /**
   * The numbers of an id as bits, when nobody adds any more.
   *
   * @param read how many pairs of the list belong to smaller ids
   */
  int word(int id, int read) {
    int[] held = words;
    if (held != null) {
      return held[id & IDS - 1];
    }
    short[] list = few;
    int bits = 0;
    for (int i = read; list != null && i < size && list[i] >>> 5 == (id & IDS - 1); i++) {
      bits |= 1 << list[i];
    }
    return bits;
  }
}
