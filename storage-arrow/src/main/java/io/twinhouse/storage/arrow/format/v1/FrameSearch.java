// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import org.apache.arrow.memory.util.MemoryUtil;

/**
 * Finds the values of a frame of reference that lie in a range, as they are stored: the range is
 * moved into the frame instead of every value out of it.
 */
final class FrameSearch {

  private FrameSearch() {}

  /**
   * @param low at most {@code high}
   * @param rows receives the numbers of the rows found, ascending
   * @return how many
   */
  static int find(PageHeader header, int from, int count, long low, long high, int[] rows) {
    long base = MemoryUtil.getLong(header.body());
    long values = header.body() + 8;
    int to = from + count;
    if (header.width() == 8) {
      return wide(values, base, from, to, low, high, rows);
    }
    long most = (1L << 8 * header.width()) - 1;
    if (high < base || low > base && Long.compareUnsigned(low - base, most) > 0) {
      return 0;
    }
    long first = low <= base ? 0 : low - base;
    long last = Long.compareUnsigned(high - base, most) > 0 ? most : high - base;
    return switch (header.width()) {
      case 0 -> all(from, to, rows);
      case 1 -> bytes(values, from, to, first, last, rows);
      case 2 -> shorts(values, from, to, first, last, rows);
      default -> ints(values, from, to, first, last, rows);
    };
  }

  private static int all(int from, int to, int[] rows) {
    for (int row = from; row < to; row++) {
      rows[row - from] = row;
    }
    return to - from;
  }

  /** Negative for what is outside; of numbers that differ by less than a long holds. */
  private static long outside(long value, long first, long last) {
    return value - first | last - value;
  }

  private static int bytes(long values, int from, int to, long first, long last, int[] rows) {
    int found = 0;
    for (int row = from; row < to; row++) {
      rows[found] = row;
      found += outside(MemoryUtil.getByte(values + row) & 0xffL, first, last) < 0 ? 0 : 1;
    }
    return found;
  }

  private static int shorts(long values, int from, int to, long first, long last, int[] rows) {
    int found = 0;
    for (int row = from; row < to; row++) {
      rows[found] = row;
      found += outside(MemoryUtil.getShort(values + 2L * row) & 0xffffL, first, last) < 0 ? 0 : 1;
    }
    return found;
  }

  /** Times of a month: mostly few are in range, so eight are passed over at once. */
  private static int ints(long values, int from, int to, long first, long last, int[] rows) {
    int found = 0;
    int row = from;
    for (; row + 8 <= to; row += 8) {
      long at = values + 4L * row;
      long out = outside(MemoryUtil.getInt(at) & 0xffff_ffffL, first, last);
      out &= outside(MemoryUtil.getInt(at + 4) & 0xffff_ffffL, first, last);
      out &= outside(MemoryUtil.getInt(at + 8) & 0xffff_ffffL, first, last);
      out &= outside(MemoryUtil.getInt(at + 12) & 0xffff_ffffL, first, last);
      out &= outside(MemoryUtil.getInt(at + 16) & 0xffff_ffffL, first, last);
      out &= outside(MemoryUtil.getInt(at + 20) & 0xffff_ffffL, first, last);
      out &= outside(MemoryUtil.getInt(at + 24) & 0xffff_ffffL, first, last);
      out &= outside(MemoryUtil.getInt(at + 28) & 0xffff_ffffL, first, last);
      if (out >= 0) {
        found = someInts(values, row, row + 8, first, last, rows, found);
      }
    }
    return someInts(values, row, to, first, last, rows, found);
  }

  private static int someInts(
      long values, int from, int to, long first, long last, int[] rows, int before) {
    int found = before;
    for (int row = from; row < to; row++) {
      rows[found] = row;
      long value = MemoryUtil.getInt(values + 4L * row) & 0xffff_ffffL;
      found += outside(value, first, last) < 0 ? 0 : 1;
    }
    return found;
  }

  private static int wide(
      long values, long base, int from, int to, long low, long high, int[] rows) {
    int found = 0;
    for (int row = from; row < to; row++) {
      rows[found] = row;
      long value = base + MemoryUtil.getLong(values + 8L * row);
      found += value >= low && value <= high ? 1 : 0;
    }
    return found;
  }
}
