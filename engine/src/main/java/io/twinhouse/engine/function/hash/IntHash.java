// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

/** ClickHouse's hashes of integers, behind intHash64, intHash32 and cityHash64 of numbers. */
public final class IntHash {

  private static final long SALT_64 = 0x4CF2D2BAAE6DA887L;
  private static final long SALT_32 = 0x75D9543DE018BF45L;

  private IntHash() {}

  /** The finalizer of MurmurHash3 over the salted value. */
  public static long hash64(long value) {
    return mixed(value ^ SALT_64);
  }

  /** The finalizer of MurmurHash3, by which tables and samples spread numbers. */
  public static long mixed(long value) {
    long hash = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  /** {@link #mix32} of the salted value. */
  public static long hash32(long value) {
    return mix32(value ^ SALT_32);
  }

  /** Thomas Wang's 64 to 32 bit mix, zero-extended. */
  public static long mix32(long value) {
    long mixed = ~value + (value << 18);
    mixed ^= Long.rotateRight(mixed, 31);
    mixed *= 21;
    mixed ^= Long.rotateRight(mixed, 11);
    mixed += mixed << 6;
    mixed ^= Long.rotateRight(mixed, 22);
    return mixed & 0xffffffffL;
  }
}
