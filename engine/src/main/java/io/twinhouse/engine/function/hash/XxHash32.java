// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

/** Yann Collet's XXH32 with seed zero. */
final class XxHash32 {

  private static final int P1 = 0x9E3779B1;
  private static final int P2 = 0x85EBCA77;
  private static final int P3 = 0xC2B2AE3D;
  private static final int P4 = 0x27D4EB2F;
  private static final int P5 = 0x165667B1;

  private XxHash32() {}

  static int hash(byte[] data, int offset, int length) {
    int at = offset;
    int end = offset + length;
    int hash = P5;
    if (length >= 16) {
      int[] lanes = {P1 + P2, P2, 0, -P1};
      for (; at + 16 <= end; at += 16) {
        for (int lane = 0; lane < 4; lane++) {
          int mixed = lanes[lane] + word(data, at + 4 * lane) * P2;
          lanes[lane] = Integer.rotateLeft(mixed, 13) * P1;
        }
      }
      hash =
          Integer.rotateLeft(lanes[0], 1)
              + Integer.rotateLeft(lanes[1], 7)
              + Integer.rotateLeft(lanes[2], 12)
              + Integer.rotateLeft(lanes[3], 18);
    }
    hash += length;
    for (; at + 4 <= end; at += 4) {
      hash = Integer.rotateLeft(hash + word(data, at) * P3, 17) * P4;
    }
    for (; at < end; at++) {
      hash = Integer.rotateLeft(hash + (data[at] & 0xFF) * P5, 11) * P1;
    }
    hash = (hash ^ hash >>> 15) * P2;
    hash = (hash ^ hash >>> 13) * P3;
    return hash ^ hash >>> 16;
  }

  private static int word(byte[] data, int at) {
    return (data[at] & 0xFF)
        | (data[at + 1] & 0xFF) << 8
        | (data[at + 2] & 0xFF) << 16
        | data[at + 3] << 24;
  }
}
