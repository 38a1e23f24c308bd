// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import java.nio.charset.StandardCharsets;

/** Numbers as they stand in JSON. */
final class JsonNumbers {

  private static final byte[] UNSIGNED_MAX =
      "18446744073709551615".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SIGNED_MIN =
      "9223372036854775808".getBytes(StandardCharsets.US_ASCII);

  /** Powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private JsonNumbers() {}

  /** Whether digits are an integer that Int64, or UInt64 if not negative, holds. */
  static boolean isInteger(byte[] bytes, int from, int to, boolean negative) {
    byte[] largest = negative ? SIGNED_MIN : UNSIGNED_MAX;
    int length = to - from;
    if (length != largest.length) {
      return length < largest.length;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[from + i] != largest[i]) {
        return bytes[from + i] < largest[i];
      }
    }
    return true;
  }

  /** The 64 bits of an integer that has passed the scanner. */
  static long toLong(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    long value = 0;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return negative ? -value : value;
  }

  /** Whether a number that has passed the scanner has a point or an exponent. */
  static boolean isFloat(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '.' || (bytes[i] | 32) == 'e') {
        return true;
      }
    }
    return false;
  }

  /**
   * The nearest double. Up to 15 digits over an exact power of ten one division rounds right
   * (Clinger, "How to read floating point numbers accurately"); all others take the long way.
   */
  static double toDouble(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    long digits = 0;
    int fraction = 0;
    boolean point = false;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      int next = bytes[i];
      if (next == '.') {
        point = true;
      } else if (next < '0' || next > '9' || digits > 99_999_999_999_999L) {
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
      } else {
        digits = digits * 10 + next - '0';
        fraction += point ? 1 : 0;
      }
    }
    if (fraction >= POWERS.length) {
      return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }
    double value = digits / POWERS[fraction];
    // An integer has no negative zero, a number with a point has.
    return negative ? (digits == 0 && !point ? 0 : -value) : value;
  }
}
