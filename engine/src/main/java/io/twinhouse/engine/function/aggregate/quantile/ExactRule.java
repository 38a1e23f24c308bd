// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** Which value, or which place between two values, an exact quantile is. */
enum ExactRule {
  EXACT,
  LOW,
  HIGH,
  EXCLUSIVE,
  INCLUSIVE;

  /** Whether the result lies between values, as Float64. */
  boolean interpolates() {
    return this == EXCLUSIVE || this == INCLUSIVE;
  }

  /** The place of the value among {@code size} ascending ones. */
  int place(double level, int size) {
    if (level == 0.5 && this == LOW) {
      return size % 2 == 1 ? size / 2 : size / 2 - 1;
    }
    if (level == 0.5 && this == HIGH) {
      return size / 2;
    }
    return level < 1 ? (int) (level * size) : size - 1;
  }

  /** The quantile of ascending values, of which there is one at least. */
  double between(double level, double[] sorted) {
    int size = sorted.length;
    if (this == EXCLUSIVE && (level == 0 || level == 1)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "QuantileExactExclusive cannot interpolate for the percentiles 1 and 0");
    }
    double height = this == EXCLUSIVE ? level * (size + 1) : level * (size - 1) + 1;
    int whole = (int) height;
    if (whole < 1) {
      return sorted[0];
    }
    if (whole >= size) {
      return sorted[size - 1];
    }
    return sorted[whole - 1] + (height - whole) * (sorted[whole] - sorted[whole - 1]);
  }
}
