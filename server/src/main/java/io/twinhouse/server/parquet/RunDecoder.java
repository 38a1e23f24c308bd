// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

/**
 * Small numbers of one width as runs of one value and as groups of eight packed bit by bit: levels,
 * positions in a dictionary, truth values.
 */
final class RunDecoder {

  private final byte[] data;
  private final int end;
  private final int width;
  private int at;
  private int left;
  private boolean packed;
  private int value;
  private long bits;
  private int count;

  /**
   * @param width bits of a number, at most 32
   */
  RunDecoder(Slice in, int width) {
    if (width < 0 || width > Integer.SIZE) {
      throw ParquetFile.broken("numbers of " + width + " bits");
    }
    this.data = in.data();
    this.at = in.from();
    this.end = in.to();
    this.width = width;
  }

  int next() {
    if (width == 0) {
      return 0;
    }
    while (left == 0) {
      begin();
    }
    left--;
    return packed ? unpack() : value;
  }

  private void begin() {
    int header = varInt();
    packed = (header & 1) != 0;
    int length = header >>> 1;
    if (packed) {
      // The last group may be cut: what is missing shows when it is asked for.
      left = (int) Math.min((long) length * 8, (end - at) * 8L / width);
      bits = 0;
      count = 0;
      if (left == 0) {
        throw ParquetFile.broken("a run of packed numbers is empty");
      }
    } else {
      left = length;
      value = 0;
      for (int i = 0; i < (width + 7) / 8; i++) {
        value |= next(i);
      }
    }
  }

  private int next(int position) {
    return byteAt() << (8 * position);
  }

  private int unpack() {
    while (count < width) {
      bits |= (long) byteAt() << count;
      count += Byte.SIZE;
    }
    int number = (int) (bits & ((1L << width) - 1));
    bits >>>= width;
    count -= width;
    return number;
  }

  private int varInt() {
    int number = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      int next = byteAt();
      number |= (next & 0x7f) << shift;
      if ((next & 0x80) == 0) {
        return number;
      }
    }
    throw ParquetFile.broken("the length of a run has more than 32 bits");
  }

  private int byteAt() {
    if (at >= end) {
      throw ParquetFile.broken("a page ends within its numbers");
    }
    return data[at++] & 0xff;
  }
}
