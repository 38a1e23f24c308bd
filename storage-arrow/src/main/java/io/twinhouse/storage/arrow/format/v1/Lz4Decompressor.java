// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.arrow.memory.util.MemoryUtil;

/**
 * Reads blocks of the LZ4 format (Collet, "LZ4 Block Format Description") from where a file is
 * mapped, without a copy of the block in between. Most pieces are short: they are copied eight
 * bytes at a time with a few bytes too many, which the next piece overwrites. Whatever the block
 * says, nothing outside of it is read and nothing outside of the target's first bytes is written.
 */
final class Lz4Decompressor {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A token's length that goes on in further bytes. */
  private static final int OPEN_LENGTH = 15;

  private static final int SHORTEST_MATCH = 4;

  /** Pieces up to this length are copied without a loop where there is room. */
  private static final int SHORT = 16;

  private Lz4Decompressor() {}

  /**
   * Unpacks a block.
   *
   * @param source address of the block
   * @param length of the block in bytes
   * @param target receives what it holds
   * @param size of what it holds
   * @throws IllegalStateException if it is no such block
   */
  static void decompress(long source, int length, byte[] target, int size) {
    long in = source;
    long end = source + length;
    int out = 0;
    while (true) {
      require(in < end);
      int token = MemoryUtil.getByte(in++) & 0xff;
      int literals = token >>> 4;
      if (literals == OPEN_LENGTH) {
        int more = furtherLength(in, end, size);
        literals += more;
        in += more / 0xff + 1;
      }
      if (literals <= SHORT && end - in >= SHORT && size - out >= SHORT) {
        LONGS.set(target, out, MemoryUtil.getLong(in));
        LONGS.set(target, out + 8, MemoryUtil.getLong(in + 8));
      } else {
        require(literals <= end - in && literals <= size - out);
        MemoryUtil.copyFromMemory(in, target, out, literals);
      }
      in += literals;
      out += literals;
      if (in == end) {
        break;
      }
      require(end - in >= 2);
      int distance = MemoryUtil.getShort(in) & 0xffff;
      in += 2;
      int match = (token & 0xf) + SHORTEST_MATCH;
      if (match == OPEN_LENGTH + SHORTEST_MATCH) {
        int more = furtherLength(in, end, size);
        match += more;
        in += more / 0xff + 1;
      }
      require(distance > 0 && distance <= out && match <= size - out);
      if (distance >= 8 && match <= SHORT && size - out >= SHORT) {
        LONGS.set(target, out, (long) LONGS.get(target, out - distance));
        LONGS.set(target, out + 8, (long) LONGS.get(target, out + 8 - distance));
      } else {
        repeat(target, size, out, distance, match);
      }
      out += match;
    }
    require(out == size);
  }

  /** Copies a match that may reach into itself, or near the end. */
  private static void repeat(byte[] target, int size, int out, int distance, int length) {
    int to = out + length;
    int at = out;
    int back = distance;
    if (distance < 8) {
      // what repeats every few bytes also repeats every multiple of them
      back = distance * ((7 + distance) / distance);
      for (int alone = Math.min(to, out + back - distance); at < alone; at++) {
        target[at] = target[at - distance];
      }
    }
    for (int last = Math.min(to, size - 7); at < last; at += 8) {
      LONGS.set(target, at, (long) LONGS.get(target, at - back));
    }
    for (; at < to; at++) {
      target[at] = target[at - back];
    }
  }

  /** What is to be added to an open length: bytes of 255 as long as they last, and one more. */
  private static int furtherLength(long from, long end, int size) {
    long in = from;
    int length = 0;
    int more;
    do {
      require(in < end && length <= size);
      more = MemoryUtil.getByte(in++) & 0xff;
      length += more;
    } while (more == 0xff);
    return length;
  }

  private static void require(boolean possible) {
    if (!possible) {
      throw new IllegalStateException("a packed page cannot be unpacked");
    }
  }
}
