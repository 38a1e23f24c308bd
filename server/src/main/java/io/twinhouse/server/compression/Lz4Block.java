// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import java.io.IOException;

/**
 * Decodes blocks of LZ4. Unlike the library's decoders this one lets a block refer to what was
 * decoded before it, as the blocks of one frame do by default.
 */
final class Lz4Block {

  private static final int LEAST_MATCH = 4;

  private final byte[] source;
  private final byte[] target;
  private int from;
  private int at;

  private Lz4Block(byte[] source, int from, byte[] target, int at) {
    this.source = source;
    this.from = from;
    this.target = target;
    this.at = at;
  }

  /**
   * Decodes {@code source[from .. to)}.
   *
   * @param at where the block goes; what is before it may be referred to
   * @return where the block ends
   * @throws IOException when it is garbled or longer than the target
   */
  static int decode(byte[] source, int from, int to, byte[] target, int at) throws IOException {
    return new Lz4Block(source, from, target, at).decode(to);
  }

  /** Literals, then a copy of earlier bytes, again and again; the last run is literals only. */
  private int decode(int to) throws IOException {
    try {
      while (true) {
        int token = source[from++];
        int literals = length(token >> 4 & 0xF);
        if (from > to - literals) {
          throw garbled();
        }
        System.arraycopy(source, from, target, at, literals);
        from += literals;
        at += literals;
        if (from >= to) {
          return at;
        }
        int distance = source[from++] & 0xFF | (source[from++] & 0xFF) << 8;
        copy(distance, length(token & 0xF) + LEAST_MATCH);
      }
    } catch (IndexOutOfBoundsException outside) {
      throw new IOException("an LZ4 block is garbled", outside);
    }
  }

  /** A length of 15 goes on in bytes up to one that is not 255. */
  private int length(int start) throws IOException {
    int length = start;
    if (start == 0xF) {
      int more;
      do {
        more = source[from++] & 0xFF;
        length += more;
      } while (more == 0xFF && length >= 0);
    }
    if (length < 0) {
      throw garbled();
    }
    return length;
  }

  private void copy(int distance, int length) throws IOException {
    int start = at - distance;
    if (distance == 0 || start < 0 || length > target.length - at) {
      throw garbled();
    }
    if (distance >= length) {
      System.arraycopy(target, start, target, at, length);
    } else {
      for (int i = 0; i < length; i++) {
        target[at + i] = target[start + i];
      }
    }
    at += length;
  }

  private static IOException garbled() {
    return new IOException("an LZ4 block is garbled");
  }
}
