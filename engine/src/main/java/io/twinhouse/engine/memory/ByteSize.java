// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

import java.util.Locale;

/** Sizes in bytes as ClickHouse prints them: {@code 12.07 MiB}. */
public final class ByteSize {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private ByteSize() {}

  /** {@code bytes} in the largest binary unit that leaves at least one, with two decimals. */
  public static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f %s", value, UNITS[unit]);
  }
}
