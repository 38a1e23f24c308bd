// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.similar;

import io.twinhouse.engine.function.hash.CastagnoliWord;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * How often the n-grams of two texts occur, by 16 bits of their CRC-32C, as ClickHouse counts them:
 * four bytes each, or three characters of UTF-8. One owner, one thread.
 */
final class NgramSketch {

  /** What the server compares at most. */
  static final int LONGEST = 1 << 15;

  private static final int SLOTS = 1 << 16;

  private final int[] counts;
  private int[] symbols = {};
  private int[] slots = {};
  private final Reservation memory;

  NgramSketch(Reservation memory) {
    this.memory = memory;
    memory.grow(4L * SLOTS);
    counts = new int[SLOTS];
  }

  /** How n-grams are read. */
  enum Reading {
    BYTES(false, false),
    BYTES_ANY_CASE(false, true),
    CHARACTERS(true, false),
    CHARACTERS_ANY_CASE(true, true);

    private final boolean utf8;
    private final boolean anyCase;

    Reading(boolean utf8, boolean anyCase) {
      this.utf8 = utf8;
      this.anyCase = anyCase;
    }
  }

  /** What two texts have in common. */
  record Overlap(int haystack, int needle, int distance) {}

  /**
   * Counts the n-grams of the needle and takes those of the haystack away.
   *
   * @param symmetric whether n-grams that only the haystack has add to the distance
   */
  Overlap compare(
      Reading reading,
      byte[] haystack,
      int[] bounds,
      byte[] needle,
      int[] other,
      boolean symmetric) {
    int wanted = ngrams(reading, needle, other[0], other[1]);
    for (int i = 0; i < wanted; i++) {
      counts[slots[i]]++;
    }
    int[] seen = Arrays.copyOf(slots, wanted);
    int given = ngrams(reading, haystack, bounds[0], bounds[1]);
    int distance = wanted;
    for (int i = 0; i < given; i++) {
      if (counts[slots[i]]-- > 0) {
        distance--;
      } else if (symmetric) {
        distance++;
      }
    }
    for (int i = 0; i < given; i++) {
      counts[slots[i]] = 0;
    }
    for (int slot : seen) {
      counts[slot] = 0;
    }
    return new Overlap(given, wanted, distance);
  }

  /** Puts the slots of a text's n-grams into {@link #slots}; how many there are. */
  private int ngrams(Reading reading, byte[] data, int from, int to) {
    reserve(to - from);
    int size = reading.utf8 ? characters(reading, data, from, to) : bytes(reading, data, from, to);
    int length = reading.utf8 ? 3 : 4;
    int count = Math.max(0, size - length + 1);
    for (int i = 0; i < count; i++) {
      slots[i] = (reading.utf8 ? ofCharacters(i) : ofBytes(i)) & SLOTS - 1;
    }
    return count;
  }

  private void reserve(int length) {
    if (symbols.length < length) {
      memory.grow(8L * (length - symbols.length));
      symbols = new int[length];
      slots = new int[length];
    }
  }

  private int bytes(Reading reading, byte[] data, int from, int to) {
    for (int i = from; i < to; i++) {
      int sign = data[i] & 0xFF;
      boolean upper = reading.anyCase && sign >= 'A' && sign <= 'Z';
      symbols[i - from] = upper ? sign | 0x20 : sign;
    }
    return to - from;
  }

  /** The bytes of each character, lowest first; in any case without the bits that tell cases. */
  private int characters(Reading reading, byte[] data, int from, int to) {
    int size = 0;
    int at = from;
    while (at < to) {
      int length = Math.min(length(data[at]), to - at);
      int symbol = 0;
      for (int i = 0; i < length; i++) {
        symbol |= (data[at + i] & 0xFF) << 8 * i;
      }
      symbols[size++] = reading.anyCase ? symbol & ~caseBits(length) : symbol;
      at += length;
    }
    return size;
  }

  static int length(byte first) {
    int sign = first & 0xFF;
    if (sign < 0x80 || sign >= 0xF8) {
      return 1;
    }
    int leading = Integer.numberOfLeadingZeros(~(sign << 24));
    return leading < 2 ? 1 : leading;
  }

  private static int caseBits(int length) {
    int bits = 1 << 5;
    if (length > 1) {
      bits |= 1 | 1 << 13;
    }
    if (length > 2) {
      bits |= 1 << 21;
    }
    return length > 3 ? bits | 1 << 29 : bits;
  }

  private int ofBytes(int at) {
    int word = 0;
    for (int i = 3; i >= 0; i--) {
      word = word << 8 | symbols[at + i];
    }
    return CastagnoliWord.crc(-1, word & 0xFFFF_FFFFL);
  }

  private int ofCharacters(int at) {
    long pair = (long) symbols[at] << 32 | symbols[at + 1] & 0xFFFF_FFFFL;
    return CastagnoliWord.crc(symbols[at + 2], pair);
  }
}
