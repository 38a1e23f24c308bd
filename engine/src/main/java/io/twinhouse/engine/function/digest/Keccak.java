// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.digest;

/** Keccak of 256 bits as it was before it became SHA-3, with the padding of that time. */
final class Keccak {

  private static final int RATE = 136;
  private static final int ROUNDS = 24;
  private static final int[] ROTATIONS = {
    1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
  };
  private static final int[] LANES = {
    10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
  };
  private static final long[] CONSTANTS = constants();

  private Keccak() {}

  /** The constants of the rounds, bit by bit from a feedback register. */
  private static long[] constants() {
    long[] constants = new long[ROUNDS];
    int register = 1;
    for (int round = 0; round < ROUNDS; round++) {
      for (int bit = 0; bit < 7; bit++) {
        if ((register & 1) != 0) {
          constants[round] |= 1L << (1 << bit) - 1;
        }
        register = register << 1 ^ (register >> 7) * 0x171;
      }
    }
    return constants;
  }

  static byte[] digest(byte[] data, int from, int length) {
    long[] state = new long[25];
    int at = from;
    int end = from + length;
    for (; end - at >= RATE; at += RATE) {
      absorb(state, data, at);
    }
    byte[] last = new byte[RATE];
    System.arraycopy(data, at, last, 0, end - at);
    last[end - at] = 1;
    last[RATE - 1] = (byte) (last[RATE - 1] | 0x80);
    absorb(state, last, 0);
    byte[] digest = new byte[32];
    for (int i = 0; i < digest.length; i++) {
      digest[i] = (byte) (state[i / 8] >>> 8 * (i % 8));
    }
    return digest;
  }

  private static void absorb(long[] state, byte[] data, int from) {
    for (int i = 0; i < RATE; i++) {
      state[i / 8] ^= (data[from + i] & 0xFFL) << 8 * (i % 8);
    }
    for (int round = 0; round < ROUNDS; round++) {
      round(state, CONSTANTS[round]);
    }
  }

  private static void round(long[] state, long constant) {
    long[] parity = new long[5];
    for (int i = 0; i < 25; i++) {
      parity[i % 5] ^= state[i];
    }
    for (int i = 0; i < 25; i++) {
      state[i] ^= parity[(i + 4) % 5] ^ Long.rotateLeft(parity[(i + 1) % 5], 1);
    }
    long moving = state[1];
    for (int i = 0; i < ROTATIONS.length; i++) {
      long next = state[LANES[i]];
      state[LANES[i]] = Long.rotateLeft(moving, ROTATIONS[i]);
      moving = next;
    }
    long[] row = new long[5];
    for (int line = 0; line < 25; line += 5) {
      System.arraycopy(state, line, row, 0, 5);
      for (int i = 0; i < 5; i++) {
        state[line + i] = row[i] ^ (~row[(i + 1) % 5] & row[(i + 2) % 5]);
      }
    }
    state[0] ^= constant;
  }
}
