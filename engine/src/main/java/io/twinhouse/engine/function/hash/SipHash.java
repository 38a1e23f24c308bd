// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

/** SipHash-2-4 with a key and 64 or 128 bits; the form for any length, where speed is no matter. */
final class SipHash {

  private long v0;
  private long v1;
  private long v2;
  private long v3;

  private SipHash(long key0, long key1, boolean wide) {
    v0 = 0x736f6d6570736575L ^ key0;
    v1 = 0x646f72616e646f6dL ^ key1 ^ (wide ? 0xee : 0);
    v2 = 0x6c7967656e657261L ^ key0;
    v3 = 0x7465646279746573L ^ key1;
  }

  static long hash64(byte[] data, int offset, int length, long key0, long key1) {
    SipHash hash = new SipHash(key0, key1, false);
    hash.absorb(data, offset, length);
    hash.v2 ^= 0xff;
    hash.rounds(4);
    return hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3;
  }

  /** ClickHouse's own 128 bits: the state of the 64-bit hash folded into two words. */
  static long[] hash128(byte[] data, int offset, int length, long key0, long key1) {
    SipHash hash = new SipHash(key0, key1, false);
    hash.absorb(data, offset, length);
    hash.v2 ^= 0xff;
    hash.rounds(4);
    return new long[] {hash.v0 ^ hash.v1, hash.v2 ^ hash.v3};
  }

  /** The 128 bits of the algorithm's authors. */
  static long[] reference128(byte[] data, int offset, int length, long key0, long key1) {
    SipHash hash = new SipHash(key0, key1, true);
    hash.absorb(data, offset, length);
    hash.v2 ^= 0xee;
    hash.rounds(4);
    long first = hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3;
    hash.v1 ^= 0xdd;
    hash.rounds(4);
    return new long[] {first, hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3};
  }

  private void absorb(byte[] data, int offset, int length) {
    int end = offset + (length & ~7);
    for (int at = offset; at < end; at += 8) {
      absorb(ByteOrders.getLong(data, at));
    }
    long last = (long) length << 56;
    for (int i = 0; i < (length & 7); i++) {
      last |= (data[end + i] & 0xFFL) << 8 * i;
    }
    absorb(last);
  }

  private void absorb(long word) {
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  }

  private void rounds(int count) {
    for (int round = 0; round < count; round++) {
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
  }
}
