// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.digest;

/** MD4 (RFC 1320). */
final class Md4 {

  private static final int[][] ORDER = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
    {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
  };
  private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
  private static final int[] ADDED = {0, 0x5A827999, 0x6ED9EBA1};

  private Md4() {}

  static byte[] digest(byte[] data, int from, int length) {
    byte[] text = DigestFunctions.padded(data, from, length);
    int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
    for (int block = 0; block < text.length; block += 64) {
      int[] next = state.clone();
      for (int step = 0; step < 48; step++) {
        mix(next, text, block, step);
      }
      for (int i = 0; i < 4; i++) {
        state[i] += next[i];
      }
    }
    return DigestFunctions.bytes(state);
  }

  private static void mix(int[] s, byte[] text, int block, int step) {
    int round = step / 16;
    int b = s[1];
    int c = s[2];
    int d = s[3];
    int mixed =
        switch (round) {
          case 0 -> (b & c) | (~b & d);
          case 1 -> (b & c) | (b & d) | (c & d);
          default -> b ^ c ^ d;
        };
    int word = DigestFunctions.word(text, block + 4 * ORDER[round][step % 16]);
    int sum = Integer.rotateLeft(s[0] + mixed + word + ADDED[round], SHIFTS[round][step % 4]);
    s[0] = d;
    s[3] = c;
    s[2] = b;
    s[1] = sum;
  }
}
