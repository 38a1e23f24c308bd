// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import net.openhft.hashing.LongHashFunction;

/**
 * CityHash64 in its version 1.0.2, the one that ClickHouse has kept; later versions give other
 * values. The algorithm is Geoff Pike's and Jyrki Alakuijala's, Copyright (c) 2011 Google, Inc.,
 * under the MIT licence (see NOTICE). Stateless and thread-safe.
 */
public final class CityHash102 {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long K0 = 0xc3a5c85c97cb3127L;
  private static final long K1 = 0xb492b66fbe98f273L;
  private static final long K2 = 0x9ae16a3b2f90404fL;
  private static final long K3 = 0xc949d7c7509e6557L;
  private static final long MULTIPLIER = 0x9ddfea08eb382d69L;

  private static final LongHashFunction FUNCTION =
      new BytesHashFunction() {
        private static final long serialVersionUID = 1L;

        @Override
        public long hashBytes(byte[] input, int off, int len) {
          return hash64(input, off, len);
        }
      };

  private CityHash102() {}

  /** The hash as a function of zero-allocation-hashing; numbers are hashed as their bytes. */
  public static LongHashFunction function() {
    return FUNCTION;
  }

  /** The hash of {@code length} bytes from {@code offset} on. */
  public static long hash64(byte[] data, int offset, int length) {
    if (length <= 16) {
      return upTo16(data, offset, length);
    }
    if (length <= 32) {
      return upTo32(data, offset, length);
    }
    return length <= 64 ? upTo64(data, offset, length) : longer(data, offset, length);
  }

  /** The hash of two words, first the low one; also what folds two hashes into one. */
  public static long combine(long low, long high) {
    long a = (low ^ high) * MULTIPLIER;
    a ^= a >>> 47;
    long b = (high ^ a) * MULTIPLIER;
    b ^= b >>> 47;
    return b * MULTIPLIER;
  }

  private static long word(byte[] data, int at) {
    return (long) LONGS.get(data, at);
  }

  private static long half(byte[] data, int at) {
    return (int) INTS.get(data, at) & 0xffffffffL;
  }

  private static long shiftMix(long value) {
    return value ^ value >>> 47;
  }

  private static long upTo16(byte[] data, int offset, int length) {
    if (length > 8) {
      long a = word(data, offset);
      long b = word(data, offset + length - 8);
      return combine(a, Long.rotateRight(b + length, length)) ^ b;
    }
    if (length >= 4) {
      return combine(length + (half(data, offset) << 3), half(data, offset + length - 4));
    }
    if (length > 0) {
      int a = data[offset] & 0xff;
      int b = data[offset + (length >> 1)] & 0xff;
      int c = data[offset + length - 1] & 0xff;
      long y = (long) a + (b << 8);
      long z = (long) length + (c << 2);
      return shiftMix(y * K2 ^ z * K3) * K2;
    }
    return K2;
  }

  private static long upTo32(byte[] data, int offset, int length) {
    long a = word(data, offset) * K1;
    long b = word(data, offset + 8);
    long c = word(data, offset + length - 8) * K2;
    long d = word(data, offset + length - 16) * K0;
    return combine(
        Long.rotateRight(a - b, 43) + Long.rotateRight(c, 30) + d,
        a + Long.rotateRight(b ^ K3, 20) - c + length);
  }

  private static long upTo64(byte[] data, int offset, int length) {
    int end = offset + length;
    long z = word(data, offset + 24);
    long a = word(data, offset) + (length + word(data, end - 16)) * K0;
    long b = Long.rotateRight(a + z, 52);
    long c = Long.rotateRight(a, 37);
    a += word(data, offset + 8);
    c += Long.rotateRight(a, 7);
    a += word(data, offset + 16);
    final long firstLow = a + z;
    final long firstHigh = b + Long.rotateRight(a, 31) + c;
    a = word(data, offset + 16) + word(data, end - 32);
    z = word(data, end - 8);
    b = Long.rotateRight(a + z, 52);
    c = Long.rotateRight(a, 37);
    a += word(data, end - 24);
    c += Long.rotateRight(a, 7);
    a += word(data, end - 16);
    long lastLow = a + z;
    long lastHigh = b + Long.rotateRight(a, 31) + c;
    long r = shiftMix((firstLow + lastHigh) * K2 + (lastLow + firstHigh) * K0);
    return shiftMix(r * K0 + firstHigh) * K2;
  }

  private static long longer(byte[] data, int offset, int length) {
    int end = offset + length;
    long x = word(data, offset);
    long y = word(data, end - 16) ^ K1;
    long z = word(data, end - 56) ^ K0;
    long v0 = weakLow(data, end - 64, length);
    long v1 = weakHigh(data, end - 64, length, y);
    long w0 = weakLow(data, end - 32, length * K1);
    long w1 = weakHigh(data, end - 32, length * K1, K0);
    z += shiftMix(v1) * K1;
    x = Long.rotateRight(z + x, 39) * K1;
    y = Long.rotateRight(y, 33) * K1;
    int at = offset;
    for (int left = length - 1 & ~63; left != 0; left -= 64) {
      x = Long.rotateRight(x + y + v0 + word(data, at + 16), 37) * K1;
      y = Long.rotateRight(y + v1 + word(data, at + 48), 42) * K1;
      x ^= w1;
      y ^= v0;
      z = Long.rotateRight(z ^ w0, 33);
      long nextV0 = weakLow(data, at, v1 * K1);
      v1 = weakHigh(data, at, v1 * K1, x + w0);
      v0 = nextV0;
      long nextW0 = weakLow(data, at + 32, z + w1);
      w1 = weakHigh(data, at + 32, z + w1, y);
      w0 = nextW0;
      long swapped = z;
      z = x;
      x = swapped;
      at += 64;
    }
    return combine(combine(v0, w0) + shiftMix(y) * K1 + z, combine(v1, w1) + x);
  }

  /** First half of the weak hash of 32 bytes with two seeds; the second seed does not enter it. */
  private static long weakLow(byte[] data, int at, long seed) {
    return seed + word(data, at) + word(data, at + 8) + word(data, at + 16) + word(data, at + 24);
  }

  private static long weakHigh(byte[] data, int at, long seedA, long seedB) {
    long a = seedA + word(data, at);
    long b = Long.rotateRight(seedB + a + word(data, at + 24), 21);
    long sum = a + word(data, at + 8) + word(data, at + 16);
    return b + Long.rotateRight(sum, 44) + a;
  }
}
