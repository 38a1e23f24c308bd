// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in words: {@code 50 MiB}, {@code 1.5 GiB}, {@code 4096}. */
final class ByteSize {

  private static final Pattern TEXT =
      Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?)\\s*([A-Za-z]*)\\s*");
  private static final Map<String, Long> UNITS =
      Map.of("", 1L, "B", 1L, "KIB", 1L << 10, "MIB", 1L << 20, "GIB", 1L << 30);

  private ByteSize() {}

  /** The bytes of a text; IllegalArgumentException for one that is no size. */
  static long parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    Long unit = matcher.matches() ? UNITS.get(matcher.group(2).toUpperCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size; write for instance 50 MiB, 512 KiB or 4096");
    }
    return Math.round(Double.parseDouble(matcher.group(1)) * unit);
  }

  /** A size as people read it, with the exact number. */
  static String text(long bytes) {
    String exact = String.format(Locale.ROOT, "%,d bytes", bytes);
    if (bytes < 1 << 10) {
      return exact;
    }
    boolean small = bytes < 1 << 20;
    double shown = bytes / (double) (small ? 1 << 10 : 1 << 20);
    return String.format(Locale.ROOT, "%.2f %s (%s)", shown, small ? "KiB" : "MiB", exact);
  }
}
