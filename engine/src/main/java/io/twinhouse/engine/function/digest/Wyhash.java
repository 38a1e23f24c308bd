// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Wang Yi's wyhash in its final version 3, with the seed zero. */
public final class Wyhash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long S0 = 0xa0761d6478bd642fL;
  private static final long S1 = 0xe7037ed1a0b428dbL;
  private static final long S2 = 0x8ebc6af09c88c6e3L;
  private static final long S3 = 0x589965cc75374cc3L;

  private Wyhash() {}

  public static long hash(byte[] data, int offset, int length) {
    long seed = S0;
    long a = 0;
    long b = 0;
    if (length <= 16) {
      if (length >= 4) {
        int middle = length >> 3 << 2;
        int end = offset + length - 4;
        a = half(data, offset) << 32 | half(data, offset + middle);
        b = half(data, end) << 32 | half(data, end - middle);
      } else if (length > 0) {
        a =
            (data[offset] & 0xFFL) << 16
                | (data[offset + (length >> 1)] & 0xFFL) << 8
                | (data[offset + length - 1] & 0xFFL);
      }
    } else {
      seed = folded(data, offset, length);
      a = word(data, offset + length - 16);
      b = word(data, offset + length - 8);
    }
    return mixed(S1 ^ length, mixed(a ^ S1, b ^ seed));
  }

  /** All but the last sixteen bytes. */
  private static long folded(byte[] data, int offset, int length) {
    long seed = S0;
    int at = offset;
    int left = length;
    if (left > 48) {
      long second = seed;
      long third = seed;
      for (; left > 48; at += 48, left -= 48) {
        seed = mixed(word(data, at) ^ S1, word(data, at + 8) ^ seed);
        second = mixed(word(data, at + 16) ^ S2, word(data, at + 24) ^ second);
        third = mixed(word(data, at + 32) ^ S3, word(data, at + 40) ^ third);
      }
      seed ^= second ^ third;
    }
    for (; left > 16; at += 16, left -= 16) {
      seed = mixed(word(data, at) ^ S1, word(data, at + 8) ^ seed);
    }
    return seed;
  }

  private static long word(byte[] data, int at) {
    return (long) LONGS.get(data, at);
  }

  private static long half(byte[] data, int at) {
    return (int) INTS.get(data, at) & 0xFFFF_FFFFL;
  }

  /** Both halves of the product of two numbers without a sign, folded onto each other. */
  private static long mixed(long a, long b) {
    long high = Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    return high ^ a * b;
  }
}
