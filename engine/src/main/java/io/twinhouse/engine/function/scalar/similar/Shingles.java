// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.memory.Reservation;
import java.util.zip.CRC32C;

/**
 * The runs of neighbouring bytes, characters or words of a text, each with its hash: the CRC-32C of
 * its bytes before the last inversion, and all bits set for no bytes. One owner, one thread.
 */
final class Shingles {

  /** The most units of a run. */
  static final int LARGEST = 25;

  /** What is shorter is no word. */
  private static final int SHORTEST_WORD = 4;

  private static final int CASE_BIT = 0x20;

  private final Unit unit;
  private final boolean anyCase;
  private final int size;
  private final Reservation memory;
  private final CRC32C crc = new CRC32C();
  private final int[] starts = new int[LARGEST];
  private final int[] ends = new int[LARGEST];
  private byte[] hashed = {};
  private byte[] folded = {};
  private int shift;

  /** What a run is made of. */
  enum Unit {
    BYTE,
    CHARACTER,
    WORD
  }

  /** Takes the runs of a text in their order. */
  interface Visitor {

    /** The text is too short for a run of its own; it stands for one as a whole. */
    void whole(long hash, int from, int to);

    void shingle(long hash, int from, int to);
  }

  /**
   * @param anyCase whether bytes are hashed with the bit set that tells small letters from capitals
   * @param size units of a run, 1 to {@link #LARGEST}
   */
  Shingles(Unit unit, boolean anyCase, int size, Reservation memory) {
    this.unit = unit;
    this.anyCase = anyCase;
    this.size = size;
    this.memory = memory;
  }

  /** Shows {@code visitor} the runs of the bytes in {@code [from, to)}. */
  void visit(byte[] data, int from, int to, Visitor visitor) {
    prepare(data, from, to);
    switch (unit) {
      case BYTE -> bytes(from, to, visitor);
      case CHARACTER -> characters(data, from, to, visitor);
      case WORD -> words(data, from, to, visitor);
    }
  }

  private void prepare(byte[] data, int from, int to) {
    hashed = data;
    shift = 0;
    if (anyCase) {
      int length = to - from;
      if (folded.length < length) {
        memory.grow((long) length - folded.length);
        folded = new byte[length];
      }
      for (int i = 0; i < length; i++) {
        folded[i] = (byte) (data[from + i] | CASE_BIT);
      }
      hashed = folded;
      shift = from;
    }
  }

  private void bytes(int from, int to, Visitor visitor) {
    if (to - from < size) {
      visitor.whole(hash(from, to), from, to);
      return;
    }
    for (int at = from; at + size <= to; at++) {
      Checkpoint.passSometimes(at);
      visitor.shingle(hash(at, at + size), at, at + size);
    }
  }

  /** The first run of characters is none to the server: it begins with the second one. */
  private void characters(byte[] data, int from, int to, Visitor visitor) {
    int end = from;
    for (int i = 0; i < size; i++) {
      if (end >= to) {
        visitor.whole(hash(from, to), from, to);
        return;
      }
      end = afterCharacter(data, end, to);
    }
    int start = from;
    for (int count = 1; end < to; count++) {
      Checkpoint.passSometimes(count);
      start = afterCharacter(data, start, end);
      end = afterCharacter(data, end, to);
      visitor.shingle(hash(start, end), start, end);
    }
  }

  private static int afterCharacter(byte[] data, int at, int to) {
    return Math.min(to, at + NgramSketch.length(data[at]));
  }

  /** A text of fewer words than a run has is a run of those. */
  private void words(byte[] data, int from, int to, Visitor visitor) {
    int known = 0;
    int oldest = 0;
    int at = from;
    int count = 0;
    boolean shown = false;
    while (at < to) {
      Checkpoint.passSometimes(count++);
      int start = skip(data, at, to, true);
      at = skip(data, start, to, false);
      if (at - start < SHORTEST_WORD) {
        continue;
      }
      int slot = known < size ? known++ : oldest;
      starts[slot] = start;
      ends[slot] = at;
      if (shown) {
        oldest = (oldest + 1) % size;
      }
      if (known == size) {
        shown = true;
        visitor.shingle(hashWords(known, oldest), starts[oldest], at);
      }
    }
    if (!shown && known > 0) {
      visitor.shingle(hashWords(known, 0), starts[0], ends[known - 1]);
    }
  }

  /** The end of the separators, or of the word, that stands at {@code from}. */
  private static int skip(byte[] data, int from, int to, boolean separators) {
    int at = from;
    while (at < to && isSeparator(data[at]) == separators) {
      at++;
    }
    return at;
  }

  private static boolean isSeparator(byte sign) {
    int lower = sign | CASE_BIT;
    boolean letter = lower >= 'a' && lower <= 'z';
    boolean digit = sign >= '0' && sign <= '9';
    return sign >= 0 && !letter && !digit;
  }

  private long hashWords(int count, int first) {
    crc.reset();
    for (int i = 0; i < count; i++) {
      int word = (first + i) % count;
      crc.update(hashed, starts[word] - shift, ends[word] - starts[word]);
    }
    return uninverted();
  }

  private long hash(int from, int to) {
    if (from == to) {
      return -1;
    }
    crc.reset();
    crc.update(hashed, from - shift, to - from);
    return uninverted();
  }

  private long uninverted() {
    return ~crc.getValue() & 0xFFFF_FFFFL;
  }
}
