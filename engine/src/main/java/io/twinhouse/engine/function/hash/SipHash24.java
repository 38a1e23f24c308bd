// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import net.openhft.hashing.LongHashFunction;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012) with the key zero, as sipHash64 and sipHash128 use it.
 * Stateless and thread-safe.
 */
public final class SipHash24 {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long V0 = 0x736f6d6570736575L;
  private static final long V1 = 0x646f72616e646f6dL;
  private static final long V2 = 0x6c7967656e657261L;
  private static final long V3 = 0x7465646279746573L;

  private static final LongHashFunction FUNCTION =
      new BytesHashFunction() {
        private static final long serialVersionUID = 1L;

        @Override
        public long hashBytes(byte[] input, int off, int len) {
          return hash64(input, off, len);
        }
      };

  private SipHash24() {}

  /** The hash as a function of zero-allocation-hashing; numbers are hashed as their bytes. */
  public static LongHashFunction function() {
    return FUNCTION;
  }

  /** The 64-bit hash of {@code length} bytes from {@code offset} on. */
  public static long hash64(byte[] data, int offset, int length) {
    long v0 = V0;
    long v1 = V1;
    long v2 = V2;
    long v3 = V3;
    int end = offset + (length & ~7);
    for (int at = offset; at <= end; at += 8) {
      long word = at < end ? (long) LONGS.get(data, at) : tail(data, end, length);
      v3 ^= word;
      for (int round = 0; round < 2; round++) {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= word;
    }
    return finish64(v0, v1, v2, v3);
  }

  /** The 64-bit hash of the {@code bytes} low bytes of a word, 1 to 8. */
  public static long hash64(long word, int bytes) {
    long v0 = V0;
    long v1 = V1;
    long v2 = V2;
    long v3 = V3;
    long last = bytes < 8 ? (long) bytes << 56 | word & (1L << 8 * bytes) - 1 : 8L << 56;
    for (int block = bytes < 8 ? 1 : 0; block < 2; block++) {
      long next = block == 0 ? word : last;
      v3 ^= next;
      for (int round = 0; round < 2; round++) {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= next;
    }
    return finish64(v0, v1, v2, v3);
  }

  /** The 64-bit hash of two words; what folds two hashes into one. */
  public static long combine(long first, long second) {
    byte[] words = new byte[16];
    LONGS.set(words, 0, first);
    LONGS.set(words, 8, second);
    return hash64(words, 0, 16);
  }

  private static long finish64(long a, long b, long c, long d) {
    long v0 = a;
    long v1 = b;
    long v2 = c ^ 0xff;
    long v3 = d;
    for (int round = 0; round < 4; round++) {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long tail(byte[] data, int at, int length) {
    long word = (long) length << 56;
    for (int i = (length & 7) - 1; i >= 0; i--) {
      word |= (data[at + i] & 0xffL) << 8 * i;
    }
    return word;
  }

  /**
   * ClickHouse's 128-bit hash, which is not the one of SipHash's authors: the four words after the
   * 64-bit finish, folded in pairs.
   *
   * @param target receives the low word at {@code at} and the high word behind it
   */
  public static void hash128(byte[] data, int offset, int length, long[] target, int at) {
    long v0 = V0;
    long v1 = V1;
    long v2 = V2;
    long v3 = V3;
    int end = offset + (length & ~7);
    int blocks = (length >>> 3) + 1;
    for (int block = 0; block < blocks + 2; block++) {
      long word = 0;
      if (block < blocks - 1) {
        word = (long) LONGS.get(data, offset + 8 * block);
      } else if (block == blocks - 1) {
        word = tail(data, end, length);
      } else if (block == blocks) {
        v2 ^= 0xff;
      }
      v3 ^= word;
      for (int round = 0; round < 2; round++) {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= word;
    }
    target[at] = v0 ^ v1;
    target[at + 1] = v2 ^ v3;
  }
}
