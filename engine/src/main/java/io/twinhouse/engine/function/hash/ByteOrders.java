// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Words in byte arrays, in either order. */
final class ByteOrders {

  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteOrders() {}

  /** Writes {@code value}, lowest byte first. */
  static void putLong(byte[] target, int at, long value) {
    LITTLE.set(target, at, value);
  }

  /** The word at {@code at}, lowest byte first. */
  static long getLong(byte[] source, int at) {
    return (long) LITTLE.get(source, at);
  }
}
