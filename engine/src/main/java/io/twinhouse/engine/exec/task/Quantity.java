// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import io.twinhouse.engine.memory.ByteSize;
import java.util.Locale;

/** Counts and sizes as ClickHouse prints them in messages about limits. */
public final class Quantity {

  private static final String[] POWERS = {
    "", " thousand", " million", " billion", " trillion", " quadrillion"
  };

  private Quantity() {}

  /** For instance {@code 65.41 thousand}. */
  public static String count(long value) {
    double scaled = value;
    int power = 0;
    while (Math.abs(scaled) >= 1000 && power < POWERS.length - 1) {
      scaled /= 1000;
      power++;
    }
    return String.format(Locale.ROOT, "%.2f%s", scaled, POWERS[power]);
  }

  /** For instance {@code 511.01 KiB}. */
  public static String bytes(long value) {
    return ByteSize.text(value);
  }
}
