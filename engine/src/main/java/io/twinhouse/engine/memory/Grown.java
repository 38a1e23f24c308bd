// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Arrays;

/**
 * Longer copies of arrays. Buffers that nobody accounts for may be asked for more than the process
 * has in one piece: that fails as a limit of memory does (error 241).
 */
public final class Grown {

  private Grown() {}

  public static byte[] bytes(byte[] values, int length) {
    try {
      return Arrays.copyOf(values, length);
    } catch (OutOfMemoryError e) {
      throw failure(length, e);
    }
  }

  public static int[] ints(int[] values, int length) {
    try {
      return Arrays.copyOf(values, length);
    } catch (OutOfMemoryError e) {
      throw failure(4L * length, e);
    }
  }

  private static TwinhouseException failure(long bytes, OutOfMemoryError cause) {
    return new TwinhouseException(
        ErrorCode.MEMORY_LIMIT_EXCEEDED,
        "An array of " + bytes + " bytes does not fit the memory of the process",
        cause);
  }
}
