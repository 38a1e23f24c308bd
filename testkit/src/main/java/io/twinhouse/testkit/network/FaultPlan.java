// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.network;

import org.jspecify.annotations.Nullable;

/** The planted fault and what has passed since, shared by all connections. Thread-safe. */
final class FaultPlan {
  private @Nullable Fault fault;
  private long requestBytes;
  private long answerBytes;

  synchronized void plant(@Nullable Fault planted) {
    fault = planted;
    requestBytes = 0;
    answerBytes = 0;
  }

  synchronized boolean isPlanted() {
    return fault != null;
  }

  synchronized long bytes(Direction direction) {
    return direction == Direction.REQUEST ? requestBytes : answerBytes;
  }

  /**
   * Counts bytes that are about to pass.
   *
   * @return how many of them pass before the fault strikes; all, when it is not met here
   */
  synchronized Step pass(Direction direction, int bytes) {
    long before = bytes(direction);
    if (direction == Direction.REQUEST) {
      requestBytes += bytes;
    } else {
      answerBytes += bytes;
    }
    Fault planted = fault;
    boolean strikes =
        planted != null
            && planted.direction() == direction
            && (replacesAnswer(planted) || planted.atByte() < before + bytes);
    if (planted == null || !strikes) {
      return new Step(bytes, null);
    }
    fault = null;
    return new Step(replacesAnswer(planted) ? 0 : (int) (planted.atByte() - before), planted);
  }

  private static boolean replacesAnswer(Fault fault) {
    return fault.kind() == Fault.Kind.SHORTENED || fault.kind() == Fault.Kind.LOST_ANSWER;
  }

  /**
   * What to do with a run of bytes.
   *
   * @param passing how many pass
   * @param fault what strikes after those; null for nothing
   */
  record Step(int passing, @Nullable Fault fault) {}
}
