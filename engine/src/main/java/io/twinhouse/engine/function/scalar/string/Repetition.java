// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** The server's limit on strings made by repeating. */
final class Repetition {

  private static final long MOST_TIMES = 1_000_000;
  private static final long MOST_BYTES = 1L << 30;

  private Repetition() {}

  static void check(String function, long times, long bytesEach) {
    if (times > MOST_TIMES || times * Math.max(1, bytesEach) > MOST_BYTES) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "Too many times to repeat ("
              + times
              + ") in function "
              + function
              + ", maximum is: "
              + MOST_TIMES);
    }
  }
}
