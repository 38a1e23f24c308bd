// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A block of Snappy: the length of what it holds, then runs of bytes and copies of what stands
 * before, told apart by the low two bits of a mark (format_description.txt of google/snappy).
 */
public final class SnappyBlock {

  private static final int MOST_LENGTH_BYTES = 5;
  private static final int HASH_BITS = 12;
  private static final int FEWEST_BYTES = 4;
  private static final int LONGEST_COPY = 64;
  private static final int LONGEST_REACH = 65_535;

  private final byte[] in;
  private final int to;
  private final byte[] out;
  private int at;
  private int size;

  private SnappyBlock(byte[] in, int from, int to, byte[] out) {
    this.in = in;
    this.out = out;
    this.at = from;
    this.to = to;
  }

  /** Unpacks the bytes from {@code from} to before {@code to}; answers how many they become. */
  public static int decode(byte[] in, int from, int to, byte[] out) throws IOException {
    return new SnappyBlock(in, from, to, out).decode();
  }

  /** How many bytes a block says that it becomes. */
  public static long lengthOf(byte[] in, int from, int to) throws IOException {
    long length = 0;
    for (int i = from; i < to && i < from + MOST_LENGTH_BYTES; i++) {
      length |= (in[i] & 0x7fL) << (7 * (i - from));
      if ((in[i] & 0x80) == 0) {
        return length;
      }
    }
    throw new IOException("it ends too early");
  }

  /** Packs bytes into runs and copies of the four and more that stood within 64 KiB before. */
  public static byte[] encode(byte[] data, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length / 2 + 16);
    int rest = length;
    while (rest >= 0x80) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    int[] seen = new int[1 << HASH_BITS];
    int start = 0;
    int at = 0;
    while (at + FEWEST_BYTES <= length) {
      int word = word(data, at);
      int slot = word * 0x1e35a7bd >>> (Integer.SIZE - HASH_BITS);
      int before = seen[slot] - 1;
      seen[slot] = at + 1;
      if (before < 0 || at - before > LONGEST_REACH || word(data, before) != word) {
        at++;
        continue;
      }
      int same = FEWEST_BYTES;
      while (same < LONGEST_COPY && at + same < length && data[before + same] == data[at + same]) {
        same++;
      }
      writeRun(data, start, at, out);
      out.write((same - 1) << 2 | 2);
      out.write(at - before);
      out.write((at - before) >>> 8);
      at += same;
      start = at;
    }
    writeRun(data, start, length, out);
    return out.toByteArray();
  }

  private static int word(byte[] data, int at) {
    return data[at] & 0xff
        | (data[at + 1] & 0xff) << 8
        | (data[at + 2] & 0xff) << 16
        | data[at + 3] << 24;
  }

  private static void writeRun(byte[] data, int from, int to, ByteArrayOutputStream out) {
    for (int at = from; at < to; ) {
      int length = Math.min(to - at, 1 << 16);
      if (length <= 60) {
        out.write((length - 1) << 2);
      } else {
        out.write(61 << 2);
        out.write(length - 1);
        out.write((length - 1) >>> 8);
      }
      out.write(data, at, length);
      at += length;
    }
  }

  private int decode() throws IOException {
    while ((next() & 0x80) != 0) {
      // the length of the whole, which the caller knows
    }
    while (at < to) {
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
    if (length <= 0 || length > to - at || length > out.length - size) {
      throw new IOException("a run of " + length + " bytes goes past the end");
    }
    System.arraycopy(in, at, out, size, length);
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
    if (at >= to) {
      throw new IOException("it ends too early");
    }
    return in[at++] & 0xff;
  }
}
