// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * LZ4's fast compression (level 1), with the choices that the reference implementation 1.9 and 1.10
 * makes on a 64-bit machine: which places a hash table of 4096 entries remembers, how far the
 * search leaps over what does not repeat, and when a block is given up. So the blocks are the same
 * bytes. The table is kept from block to block and, as entries that are out of reach, from input to
 * input. For one thread.
 */
final class Lz4Compressor {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int TABLE_BITS = 12;
  private static final long PRIME_OF_5_BYTES = 889_523_592_379L;
  private static final int LEAST_MATCH = 4;

  /** The last bytes of a block are literals. */
  private static final int LAST_LITERALS = 5;

  /** No match begins within so many bytes of a block's end. */
  private static final int MATCH_LIMIT = 12;

  private static final int FARTHEST = 0xFFFF;
  private static final int GAP = 1 << 16;
  private static final int CLEARED_FROM = 1 << 30;

  /** An attempt is made every {@code 1, 2, ..} bytes, one more after so many attempts. */
  private static final int ATTEMPTS_BITS = 6;

  private final int[] table = new int[1 << TABLE_BITS];

  /** The number of the next input's first byte, counted over all of them. */
  private int next;

  /** What is to be taken from a place to get its number. */
  private int shift;

  private byte[] source = new byte[0];
  private byte[] target = source;
  private int start;
  private int at;
  private int limit;

  /** Up to which the source is written. */
  private int anchor;

  /** Where the search stands, and the earlier place that has the same four bytes. */
  private int place;

  private int match;

  /** Begins with another input; what came before cannot be referred to. */
  void begin(byte[] source, int from) {
    if (next > CLEARED_FROM) {
      Arrays.fill(table, 0);
      next = 0;
    }
    if (next != 0) {
      next += GAP;
    }
    this.source = source;
    start = from;
    shift = from - next;
  }

  /**
   * Compresses {@code source[from .. to)}, which goes on where the block before it ended.
   *
   * @param limit where the target ends
   * @return where the block ends in {@code target}; -1 when it may not fit
   */
  int block(int from, int to, byte[] target, int at, int limit) {
    this.target = target;
    this.at = at;
    this.limit = limit;
    next += to - from;
    anchor = from;
    place = from;
    boolean fits = to - from <= MATCH_LIMIT || matches(to);
    return fits ? lastLiterals(anchor, to) : -1;
  }

  /** Writes all matches with the literals before each; false when there is no room. */
  private boolean matches(int to) {
    int end = to - MATCH_LIMIT + 1;
    remember(place++);
    while (search(end)) {
      while (place > anchor && match > start && source[place - 1] == source[match - 1]) {
        place--;
        match--;
      }
      int token = literals(anchor, place - anchor);
      if (token < 0 || !matchesInARow(token, to)) {
        return false;
      }
      if (place >= end) {
        return true;
      }
      place++;
    }
    return true;
  }

  /** Goes to the next place from which four bytes came before; false if there is none. */
  private boolean search(int end) {
    int step = 1;
    int attempts = 1 << ATTEMPTS_BITS;
    while (place + step <= end) {
      match = swap(place);
      if (reaches()) {
        return true;
      }
      place += step;
      step = attempts++ >> ATTEMPTS_BITS;
    }
    return false;
  }

  /** Writes the match that was found and those that follow without a literal between. */
  private boolean matchesInARow(int firstToken, int to) {
    int token = firstToken;
    while (true) {
      int length = common(place + LEAST_MATCH, match + LEAST_MATCH, to - LAST_LITERALS);
      if (!match(token, place - match, length)) {
        return false;
      }
      place += length + LEAST_MATCH;
      anchor = place;
      if (place > to - MATCH_LIMIT) {
        return true;
      }
      remember(place - 2);
      match = swap(place);
      if (!reaches()) {
        return true;
      }
      token = at++;
      target[token] = 0;
    }
  }

  /** Puts a place into the table, for the one that was there: a place or a number before all. */
  private int swap(int place) {
    int slot = slot(place);
    int found = table[slot] + shift;
    table[slot] = place - shift;
    return found;
  }

  private void remember(int place) {
    table[slot(place)] = place - shift;
  }

  private int slot(int place) {
    long five = (long) LONGS.get(source, place) << 24;
    return (int) (five * PRIME_OF_5_BYTES >>> Long.SIZE - TABLE_BITS);
  }

  private boolean reaches() {
    return place - match <= FARTHEST
        && (int) INTS.get(source, match) == (int) INTS.get(source, place);
  }

  /** How many bytes are the same from two places on. */
  private int common(int place, int match, int end) {
    int mismatch = Arrays.mismatch(source, place, end, source, match, match + (end - place));
    return mismatch < 0 ? end - place : mismatch;
  }

  /** Writes a token with its literals; returns where the token is, or -1 when there is no room. */
  private int literals(int from, int length) {
    int token = at++;
    if (at + length + 2 + 1 + LAST_LITERALS + length / 255 > limit) {
      return -1;
    }
    run(token, length);
    System.arraycopy(source, from, target, at, length);
    at += length;
    return token;
  }

  private void run(int token, int length) {
    if (length < 15) {
      target[token] = (byte) (length << 4);
      return;
    }
    target[token] = (byte) 0xF0;
    rest(length - 15);
  }

  /** What does not go into four bits: bytes of 255, then one that is less. */
  private void rest(int length) {
    int rest = length;
    for (; rest >= 255; rest -= 255) {
      target[at++] = (byte) 255;
    }
    target[at++] = (byte) rest;
  }

  private boolean match(int token, int distance, int length) {
    target[at++] = (byte) distance;
    target[at++] = (byte) (distance >> 8);
    if (at + 1 + LAST_LITERALS + (length + 240) / 255 > limit) {
      return false;
    }
    target[token] |= (byte) Math.min(15, length);
    if (length >= 15) {
      rest(length - 15);
    }
    return true;
  }

  private int lastLiterals(int from, int to) {
    int length = to - from;
    if (at + length + 1 + (length + 240) / 255 > limit) {
      return -1;
    }
    run(at++, length);
    System.arraycopy(source, from, target, at, length);
    return at + length;
  }
}
