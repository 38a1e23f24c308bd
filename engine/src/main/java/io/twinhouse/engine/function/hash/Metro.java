// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

/** J. Andrew Rogers' MetroHash64, first variant, seed zero. */
final class Metro {

  private static final long K0 = 0xC83A91E1L;
  private static final long K1 = 0x8648DBDBL;
  private static final long K2 = 0x7BDEC03BL;
  private static final long K3 = 0x2F5870A5L;

  private Metro() {}

  static long hash64(byte[] data, int offset, int length) {
    long hash = K2 * K0 + length;
    int at = offset;
    int end = offset + length;
    if (length >= 32) {
      int blocks = length / 32;
      hash += blocks(data, at, blocks, hash);
      at += 32 * blocks;
    }
    if (end - at >= 16) {
      long v0 = Long.rotateRight(hash + word(data, at, 8) * K0, 33) * K1;
      long v1 = Long.rotateRight(hash + word(data, at + 8, 8) * K1, 33) * K2;
      v0 ^= Long.rotateRight(v0 * K0, 35) + v1;
      v1 ^= Long.rotateRight(v1 * K3, 35) + v0;
      hash += v1;
      at += 16;
    }
    int[] sizes = {8, 4, 2, 1};
    int[] turns = {33, 15, 13, 25};
    for (int i = 0; i < sizes.length; i++) {
      if (end - at >= sizes[i]) {
        hash += word(data, at, sizes[i]) * K3;
        hash ^= Long.rotateRight(hash, turns[i]) * K1;
        at += sizes[i];
      }
    }
    hash ^= Long.rotateRight(hash, 33);
    hash *= K0;
    return hash ^ Long.rotateRight(hash, 33);
  }

  private static long blocks(byte[] data, int from, int blocks, long seed) {
    long v0 = seed;
    long v1 = seed;
    long v2 = seed;
    long v3 = seed;
    for (int at = from; at < from + 32 * blocks; at += 32) {
      v0 = Long.rotateRight(v0 + word(data, at, 8) * K0, 29) + v2;
      v1 = Long.rotateRight(v1 + word(data, at + 8, 8) * K1, 29) + v3;
      v2 = Long.rotateRight(v2 + word(data, at + 16, 8) * K2, 29) + v0;
      v3 = Long.rotateRight(v3 + word(data, at + 24, 8) * K3, 29) + v1;
    }
    v2 ^= Long.rotateRight((v0 + v3) * K0 + v1, 33) * K1;
    v3 ^= Long.rotateRight((v1 + v2) * K1 + v0, 33) * K0;
    v0 ^= Long.rotateRight((v0 + v2) * K0 + v3, 33) * K1;
    v1 ^= Long.rotateRight((v1 + v3) * K1 + v2, 33) * K0;
    return v0 ^ v1;
  }

  private static long word(byte[] data, int at, int size) {
    long word = 0;
    for (int i = size - 1; i >= 0; i--) {
      word = word << 8 | data[at + i] & 0xFF;
    }
    return word;
  }
}
