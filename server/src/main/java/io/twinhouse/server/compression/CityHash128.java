// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * CityHash128 as of version 1.0.2, the checksum of ClickHouse's compressed frames. Later versions
 * of CityHash give other values. The algorithm is by Geoff Pike and Jyrki Alakuijala, Google (MIT
 * licence).
 *
 * @param low the low 64 bits
 * @param high the high 64 bits
 */
record CityHash128(long low, long high) {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long K0 = 0xc3a5c85c97cb3127L;
  private static final long K1 = 0xb492b66fbe98f273L;
  private static final long K2 = 0x9ae16a3b2f90404fL;
  private static final long K3 = 0xc949d7c7509e6557L;
  private static final long MIX = 0x9ddfea08eb382d69L;

  /** The hash of {@code length} bytes. */
  static CityHash128 of(byte[] data, int offset, int length) {
    if (length >= 16) {
      long low = longAt(data, offset) ^ K3;
      return seeded(data, offset + 16, length - 16, low, longAt(data, offset + 8));
    }
    if (length >= 8) {
      long low = longAt(data, offset) ^ (length * K0);
      return seeded(data, offset, 0, low, longAt(data, offset + length - 8) ^ K1);
    }
    return seeded(data, offset, length, K0, K1);
  }

  private static CityHash128 seeded(byte[] data, int offset, int length, long low, long high) {
    return length < 128
        ? shortRun(data, offset, length, low, high)
        : new LongRun(data, offset, length, low, high).finish();
  }

  private static CityHash128 shortRun(byte[] data, int offset, int length, long low, long high) {
    long a = low;
    long b = high;
    long c;
    long d;
    if (length <= 16) {
      a = shiftMix(a * K1) * K1;
      c = b * K1 + upTo16(data, offset, length);
      d = shiftMix(a + (length >= 8 ? longAt(data, offset) : c));
    } else {
      c = hash16(longAt(data, offset + length - 8) + K1, a);
      d = hash16(b + length, c + longAt(data, offset + length - 16));
      a += d;
      int at = offset;
      for (int left = length - 16; left > 0; left -= 16) {
        a = (a ^ shiftMix(longAt(data, at) * K1) * K1) * K1;
        b ^= a;
        c = (c ^ shiftMix(longAt(data, at + 8) * K1) * K1) * K1;
        d ^= c;
        at += 16;
      }
    }
    a = hash16(a, c);
    b = hash16(d, b);
    return new CityHash128(a ^ b, hash16(b, a));
  }

  private static long upTo16(byte[] data, int offset, int length) {
    if (length > 8) {
      long a = longAt(data, offset);
      long b = longAt(data, offset + length - 8);
      return hash16(a, Long.rotateRight(b + length, length)) ^ b;
    }
    if (length >= 4) {
      long a = intAt(data, offset);
      return hash16(length + (a << 3), intAt(data, offset + length - 4));
    }
    if (length == 0) {
      return K2;
    }
    int a = data[offset] & 0xff;
    int b = data[offset + (length >> 1)] & 0xff;
    int c = data[offset + length - 1] & 0xff;
    long y = a + ((long) b << 8);
    long z = length + ((long) c << 2);
    return shiftMix(y * K2 ^ z * K3) * K2;
  }

  private static long hash16(long low, long high) {
    long a = (low ^ high) * MIX;
    a ^= a >>> 47;
    long b = (high ^ a) * MIX;
    b ^= b >>> 47;
    return b * MIX;
  }

  private static long shiftMix(long value) {
    return value ^ (value >>> 47);
  }

  private static long longAt(byte[] data, int index) {
    return (long) LONGS.get(data, index);
  }

  private static long intAt(byte[] data, int index) {
    return (int) INTS.get(data, index) & 0xffff_ffffL;
  }

  /** The state over runs of 128 bytes and more. */
  private static final class LongRun {
    private final byte[] data;
    private int at;
    private int left;
    private long x;
    private long y;
    private long z;
    private long v0;
    private long v1;
    private long w0;
    private long w1;

    LongRun(byte[] data, int offset, int length, long low, long high) {
      this.data = data;
      at = offset;
      left = length;
      x = low;
      y = high;
      z = length * K1;
      v0 = Long.rotateRight(y ^ K1, 49) * K1 + longAt(data, at);
      v1 = Long.rotateRight(v0, 42) * K1 + longAt(data, at + 8);
      w0 = Long.rotateRight(y + z, 35) * K1 + x;
      w1 = Long.rotateRight(x + longAt(data, at + 88), 53) * K1;
    }

    CityHash128 finish() {
      do {
        chunk();
        chunk();
        left -= 128;
      } while (left >= 128);
      y += Long.rotateRight(w0, 37) * K0 + z;
      x += Long.rotateRight(v0 + z, 49) * K0;
      for (int done = 0; done < left; ) {
        done += 32;
        y = Long.rotateRight(y - x, 42) * K0 + v1;
        w0 += longAt(data, at + left - done + 16);
        x = Long.rotateRight(x, 49) * K0 + w0;
        w0 += v0;
        weakV(at + left - done, v0, v1);
      }
      x = hash16(x, v0);
      y = hash16(y, w0);
      return new CityHash128(hash16(x + v1, w1) + y, hash16(x + w1, y + v1));
    }

    private void chunk() {
      x = Long.rotateRight(x + y + v0 + longAt(data, at + 16), 37) * K1;
      y = Long.rotateRight(y + v1 + longAt(data, at + 48), 42) * K1;
      x ^= w1;
      y ^= v0;
      z = Long.rotateRight(z ^ w0, 33);
      weakV(at, v1 * K1, x + w0);
      weakW(at + 32, z + w1, y);
      long swapped = z;
      z = x;
      x = swapped;
      at += 64;
    }

    private void weakV(int from, long seedA, long seedB) {
      long a = seedA + longAt(data, from);
      long b = Long.rotateRight(seedB + a + longAt(data, from + 24), 21);
      long c = a;
      a += longAt(data, from + 8) + longAt(data, from + 16);
      v0 = a + longAt(data, from + 24);
      v1 = b + Long.rotateRight(a, 44) + c;
    }

    private void weakW(int from, long seedA, long seedB) {
      long a = seedA + longAt(data, from);
      long b = Long.rotateRight(seedB + a + longAt(data, from + 24), 21);
      long c = a;
      a += longAt(data, from + 8) + longAt(data, from + 16);
      w0 = a + longAt(data, from + 24);
      w1 = b + Long.rotateRight(a, 44) + c;
    }
  }
}
