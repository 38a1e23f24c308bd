// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

/**
 * Numbers as differences: blocks of a least difference and of groups packed with as few bits as
 * each needs (DELTA_BINARY_PACKED of parquet-format).
 */
final class DeltaNumbers implements ValueStream {

  private static final int MOST_VALUES_A_BLOCK = 1 << 20;

  private final Slice in;
  private final int groups;
  private final int valuesAGroup;
  private final int[] widths;
  private final long total;
  private int at;
  private long given;
  private long last;
  private long least;
  private int group;
  private int leftInGroup;
  private long bits;
  private int bitCount;

  /**
   * @param most values that there may be
   */
  DeltaNumbers(Slice in, int most) {
    this.in = in;
    this.at = in.from();
    long block = varLong();
    long parts = varLong();
    total = varLong();
    last = zigzag();
    boolean sound = block > 0 && block <= MOST_VALUES_A_BLOCK && parts > 0 && parts <= block;
    if (!sound || block % parts != 0 || total < 0 || total > most) {
      throw ParquetFile.broken(
          "differences of "
              + total
              + " numbers in blocks of "
              + block
              + " and "
              + parts
              + " parts");
    }
    groups = (int) parts;
    valuesAGroup = (int) (block / parts);
    widths = new int[groups];
    group = groups;
  }

  @Override
  public void next(Cell cell) {
    cell.bits = next();
  }

  long next() {
    if (given >= total) {
      throw ParquetFile.broken("a page ends within its numbers");
    }
    if (given++ > 0) {
      if (leftInGroup == 0) {
        beginGroup();
      }
      leftInGroup--;
      last += least + unpack(widths[group]);
    }
    return last;
  }

  /** How many numbers there are. */
  int total() {
    return (int) total;
  }

  /** Where the bytes behind the last block begin, once all numbers are taken. */
  int end() {
    // Groups are whole, also the last: what is left of it is passed; groups behind it have no
    // bytes.
    while (leftInGroup > 0) {
      leftInGroup--;
      unpack(widths[group]);
    }
    return at - in.from();
  }

  private void beginGroup() {
    group++;
    bits = 0;
    bitCount = 0;
    if (group >= groups) {
      least = zigzag();
      for (int i = 0; i < groups; i++) {
        widths[i] = nextByte();
        if (widths[i] > Long.SIZE) {
          throw ParquetFile.broken("numbers of " + widths[i] + " bits");
        }
      }
      group = 0;
    }
    leftInGroup = valuesAGroup;
  }

  private long unpack(int width) {
    long value = 0;
    int taken = 0;
    while (taken < width) {
      if (bitCount == 0) {
        bits = nextByte();
        bitCount = Byte.SIZE;
      }
      int some = Math.min(bitCount, width - taken);
      value |= (bits & ((1L << some) - 1)) << taken;
      bits >>>= some;
      bitCount -= some;
      taken += some;
    }
    return value;
  }

  private long zigzag() {
    long value = varLong();
    return (value >>> 1) ^ -(value & 1);
  }

  private long varLong() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = nextByte();
      value |= (next & 0x7fL) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw ParquetFile.broken("a number has more than 64 bits");
  }

  private int nextByte() {
    if (at >= in.to()) {
      throw ParquetFile.broken("a page ends within its numbers");
    }
    return in.data()[at++] & 0xff;
  }
}
