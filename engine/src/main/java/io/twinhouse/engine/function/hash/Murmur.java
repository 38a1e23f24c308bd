// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

/** Austin Appleby's MurmurHash2 and MurmurHash3. */
final class Murmur {

  private static final int M2 = 0x5bd1e995;
  private static final long M2_64 = 0xc6a4a7935bd1e995L;
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private Murmur() {}

  private static int word(byte[] data, int at) {
    return (data[at] & 0xFF)
        | (data[at + 1] & 0xFF) << 8
        | (data[at + 2] & 0xFF) << 16
        | data[at + 3] << 24;
  }

  /** MurmurHash2, 32 bits. */
  static int hash2(byte[] data, int offset, int length, int seed) {
    int hash = seed ^ length;
    int end = offset + (length & ~3);
    for (int at = offset; at < end; at += 4) {
      int k = word(data, at) * M2;
      k ^= k >>> 24;
      hash = hash * M2 ^ k * M2;
    }
    int rest = length & 3;
    for (int i = rest - 1; i >= 0; i--) {
      hash ^= (data[end + i] & 0xFF) << 8 * i;
    }
    hash *= rest > 0 ? M2 : 1;
    hash ^= hash >>> 13;
    hash *= M2;
    return hash ^ hash >>> 15;
  }

  /** MurmurHash64A. */
  static long hash2Long(byte[] data, int offset, int length, long seed) {
    long hash = seed ^ length * M2_64;
    int end = offset + (length & ~7);
    for (int at = offset; at < end; at += 8) {
      long k = ByteOrders.getLong(data, at) * M2_64;
      k ^= k >>> 47;
      hash = (hash ^ k * M2_64) * M2_64;
    }
    int rest = length & 7;
    for (int i = rest - 1; i >= 0; i--) {
      hash ^= (data[end + i] & 0xFFL) << 8 * i;
    }
    hash *= rest > 0 ? M2_64 : 1;
    hash ^= hash >>> 47;
    hash *= M2_64;
    return hash ^ hash >>> 47;
  }

  /** MurmurHash3 x86, 32 bits. */
  static int hash3(byte[] data, int offset, int length) {
    int hash = 0;
    int end = offset + (length & ~3);
    for (int at = offset; at < end; at += 4) {
      hash ^= mixed(word(data, at));
      hash = Integer.rotateLeft(hash, 13) * 5 + 0xe6546b64;
    }
    int rest = 0;
    for (int i = (length & 3) - 1; i >= 0; i--) {
      rest |= (data[end + i] & 0xFF) << 8 * i;
    }
    hash ^= mixed(rest);
    hash ^= length;
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    hash *= 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }

  private static int mixed(int k) {
    return Integer.rotateLeft(k * 0xcc9e2d51, 15) * 0x1b873593;
  }

  /** MurmurHash3 x64, 128 bits: both words. */
  static long[] hash3Long(byte[] data, int offset, int length) {
    long h1 = 0;
    long h2 = 0;
    int end = offset + (length & ~15);
    for (int at = offset; at < end; at += 16) {
      h1 ^= Long.rotateLeft(ByteOrders.getLong(data, at) * C1, 31) * C2;
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= Long.rotateLeft(ByteOrders.getLong(data, at + 8) * C2, 33) * C1;
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    byte[] rest = new byte[16];
    System.arraycopy(data, end, rest, 0, length & 15);
    h2 ^= Long.rotateLeft(ByteOrders.getLong(rest, 8) * C2, 33) * C1;
    h1 ^= Long.rotateLeft(ByteOrders.getLong(rest, 0) * C1, 31) * C2;
    h1 ^= length;
    h2 ^= length;
    h1 += h2;
    h2 += h1;
    h1 = IntHash.mixed(h1);
    h2 = IntHash.mixed(h2);
    h1 += h2;
    h2 += h1;
    return new long[] {h1, h2};
  }
}
