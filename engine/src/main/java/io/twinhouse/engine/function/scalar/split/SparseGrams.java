// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.split;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.hash.CastagnoliWord;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/**
 * Pieces of a text whose short pieces at both ends have larger hashes than all short pieces between
 * them. Which pieces a text has hangs on nothing around them, so that a part of a text has those of
 * its own. One owner, one thread.
 */
final class SparseGrams {

  private final boolean utf8;
  private final long least;
  private final long most;
  private final long cutoff;
  private final Reservation memory;

  /** Starts, numbers and hashes of short pieces that may begin a piece yet, with falling hashes. */
  private int[] starts = {};

  private int[] places = {};
  private long[] hashes = {};
  private int size;

  /** Takes the pieces of a text in their order. */
  interface Sink {
    void accept(int from, int to);
  }

  /**
   * @param least characters of a piece; short pieces have one less
   * @param cutoff pieces of fewer characters are left out
   */
  SparseGrams(boolean utf8, long least, long most, long cutoff, Reservation memory) {
    this.utf8 = utf8;
    this.least = least;
    this.most = most;
    this.cutoff = cutoff;
    this.memory = memory;
  }

  void visit(byte[] data, int from, int to, Sink sink) {
    size = 0;
    int left = from;
    int right = from;
    long count = 0;
    while (right < to && count < least - 2) {
      right = next(data, right, to);
      count++;
    }
    for (int place = 0; right < to; place++) {
      Checkpoint.passSometimes(place);
      int end = next(data, right, to);
      meet(hash(data, left, end), place, end, sink);
      push(left, place, hash(data, left, end));
      right = end;
      left = next(data, left, to);
    }
  }

  /** Tells the pieces that end with a short piece of this hash. */
  private void meet(long hash, int place, int end, Sink sink) {
    boolean far = false;
    while (size > 0 && hashes[size - 1] < hash && !far) {
      far = !tell(place, end, sink);
      size = far ? 0 : size - 1;
    }
    if (size > 0) {
      tell(place, end, sink);
    }
    while (size > 0 && hashes[size - 1] == hash) {
      size--;
    }
  }

  /** Whether the piece from the last short piece on is not too long. */
  private boolean tell(int place, int end, Sink sink) {
    long length = place - places[size - 1] + least - 1;
    if (length > most) {
      return false;
    }
    if (length >= cutoff) {
      sink.accept(starts[size - 1], end);
    }
    return true;
  }

  private void push(int start, int place, long hash) {
    if (size == starts.length) {
      int grown = Math.max(16, 2 * size);
      memory.grow(16L * (grown - size));
      starts = Arrays.copyOf(starts, grown);
      places = Arrays.copyOf(places, grown);
      hashes = Arrays.copyOf(hashes, grown);
    }
    starts[size] = start;
    places[size] = place;
    hashes[size++] = hash;
  }

  private int next(byte[] data, int at, int to) {
    return utf8 ? TextPieces.next(data, at, to) : at + 1;
  }

  /** CRC-32C of eight bytes at a time, from 0 on; the last word has its length in a byte. */
  static long hash(byte[] data, int from, int to) {
    int length = to - from;
    int crc = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      crc = CastagnoliWord.crc(crc, word(data, at, Long.BYTES));
    }
    if (length < Long.BYTES) {
      crc = CastagnoliWord.crc(crc, word(data, from, length) | (long) length << 56);
    } else if (at < to) {
      int tail = to - at;
      crc = CastagnoliWord.crc(crc, word(data, at, tail) << 8 * (Long.BYTES - tail) | tail);
    }
    return crc & 0xFFFF_FFFFL;
  }

  private static long word(byte[] data, int at, int length) {
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (data[at + i] & 0xFFL) << 8 * i;
    }
    return word;
  }
}
