// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A fast hash for look-ups in memory; it is never stored and may change. */
final class ByteHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xD6E8FEB86659FD93L;

  private ByteHash() {}

  /** 64 well-mixed bits of {@code length} bytes. */
  static long of(byte[] source, int offset, int length) {
    long hash = FIRST ^ length;
    int at = offset;
    int end = offset + length;
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash ^ (long) LONGS.get(source, at));
    }
    if (at + 4 <= end) {
      hash = mix(hash ^ ((int) INTS.get(source, at) & 0xffff_ffffL));
      at += 4;
    }
    for (; at < end; at++) {
      hash = (hash ^ source[at]) * SECOND;
    }
    return mix(hash);
  }

  private static long mix(long value) {
    long low = value * SECOND;
    return low ^ Math.multiplyHigh(value, SECOND) ^ value >>> 32;
  }
}
