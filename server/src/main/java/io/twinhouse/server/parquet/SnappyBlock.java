// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import java.io.IOException;

/**
 * A block of Snappy: the length of what it holds, then runs of bytes and copies of what stands
 * before, told apart by the low two bits of a mark (format_description.txt of google/snappy).
 */
final class SnappyBlock {

  private final Slice in;
  private final byte[] out;
  private int at;
  private int size;

  private SnappyBlock(Slice in, byte[] out) {
    this.in = in;
    this.out = out;
    this.at = in.from();
  }

  /** Unpacks {@code in} and answers how many bytes that were. */
  static int decode(Slice in, byte[] out) throws IOException {
    return new SnappyBlock(in, out).decode();
  }

  private int decode() throws IOException {
    while ((next() & 0x80) != 0) {
      // the length of the whole, which the page's header has told
    }
    while (at < in.to()) {
      int mark = next();
      switch (mark & 3) {
        case 0 -> literal(mark >>> 2);
        case 1 -> copy((mark >>> 5) << 8 | next(), (mark >>> 2 & 7) + 4);
        case 2 -> copy(number(2), (mark >>> 2) + 1);
        default -> copy(number(4), (mark >>> 2) + 1);
      }
    }
    return size;
  }

  private void literal(int code) throws IOException {
    int length = (code < 60 ? code : number(code - 59)) + 1;
    if (length <= 0 || length > in.to() - at || length > out.length - size) {
      throw new IOException("a run of " + length + " bytes goes past the end");
    }
    System.arraycopy(in.data(), at, out, size, length);
    at += length;
    size += length;
  }

  /** Byte by byte, since a copy may reach into itself. */
  private void copy(int distance, int length) throws IOException {
    if (distance <= 0 || distance > size || length > out.length - size) {
      throw new IOException("a copy reaches " + distance + " bytes back");
    }
    for (int i = 0; i < length; i++) {
      out[size] = out[size - distance];
      size++;
    }
  }

  private int number(int bytes) throws IOException {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= next() << (8 * i);
    }
    return value;
  }

  private int next() throws IOException {
    if (at >= in.to()) {
      throw new IOException("it ends too early");
    }
    return in.data()[at++] & 0xff;
  }
}
