// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.text.TextOutput;
import java.math.BigInteger;

/**
 * Numbers with a fraction or a power as the library behind the server's document functions reads
 * and writes them: read by one multiplication, which may be off in the last place, and written by
 * the Grisu2 algorithm, whose digits are not always the fewest.
 */
final class DocumentNumber {

  private static final int POWERS = 308;
  private static final double[] TENS = new double[POWERS + 1];
  private static final int FIRST_CACHED = -348;
  private static final long[] CACHED = new long[87];
  private static final int[] CACHED_EXPONENTS = new int[87];
  private static final long HIDDEN_BIT = 1L << 52;
  private static final int BIAS = 0x3FF + 52;

  static {
    for (int i = 0; i <= POWERS; i++) {
      TENS[i] = Double.parseDouble("1e" + i);
    }
    for (int i = 0; i < CACHED.length; i++) {
      cache(i, FIRST_CACHED + 8 * i);
    }
  }

  private DocumentNumber() {}

  /** Keeps the 64 leading bits of a power of ten, rounded. */
  private static void cache(int place, int power) {
    BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
    int shift = power < 0 ? ten.bitLength() + 64 : 0;
    BigInteger value = power < 0 ? BigInteger.ONE.shiftLeft(shift).divide(ten) : ten;
    int extra = value.bitLength() - 64;
    BigInteger bits = extra > 0 ? value.shiftRight(extra) : value.shiftLeft(-extra);
    if (extra > 0 && value.testBit(extra - 1)) {
      bits = bits.add(BigInteger.ONE);
    }
    CACHED[place] = bits.longValue();
    CACHED_EXPONENTS[place] = extra - shift;
  }

  /** The value of digits, the last of which stands at a power of ten. */
  static double scaled(double digits, int power) {
    if (power < -POWERS) {
      double first = byPower(digits, -POWERS);
      return byPower(first, power + POWERS);
    }
    return byPower(digits, power);
  }

  private static double byPower(double digits, int power) {
    if (power < -POWERS) {
      return 0;
    }
    return power >= 0 ? digits * TENS[power] : digits / TENS[-power];
  }

  /** Writes a finite value. */
  static void write(double value, TextOutput out) {
    long bits = Double.doubleToRawLongBits(value);
    if (bits < 0) {
      out.put('-');
    }
    if (value == 0) {
      out.put("0.0");
      return;
    }
    new Digits(bits).write(out);
  }

  /** A fraction of 64 bits and a power of two. */
  private record Binary(long fraction, int exponent) {

    static Binary of(long bits) {
      int biased = (int) ((bits >>> 52) & 0x7FF);
      long fraction = bits & (HIDDEN_BIT - 1);
      return biased == 0
          ? new Binary(fraction, 1 - BIAS)
          : new Binary(fraction + HIDDEN_BIT, biased - BIAS);
    }

    Binary normalized() {
      int zeros = Long.numberOfLeadingZeros(fraction);
      return new Binary(fraction << zeros, exponent - zeros);
    }

    Binary times(Binary other) {
      long high = Math.multiplyHigh(fraction, other.fraction);
      high += ((fraction >> 63) & other.fraction) + ((other.fraction >> 63) & fraction);
      long low = fraction * other.fraction;
      return new Binary(low < 0 ? high + 1 : high, exponent + other.exponent + 64);
    }
  }

  /** The digits of one value. */
  private static final class Digits {
    private final byte[] digits = new byte[24];
    private int length;
    private int power;

    Digits(long bits) {
      Binary value = Binary.of(bits & Long.MAX_VALUE);
      Binary above = new Binary((value.fraction << 1) + 1, value.exponent - 1).normalized();
      Binary below =
          value.fraction == HIDDEN_BIT
              ? new Binary((value.fraction << 2) - 1, value.exponent - 2)
              : new Binary((value.fraction << 1) - 1, value.exponent - 1);
      below = new Binary(below.fraction << (below.exponent - above.exponent), above.exponent);
      double wanted = (-61 - above.exponent) * 0.30102999566398114 + 347;
      int ceiling = (int) wanted;
      ceiling += wanted - ceiling > 0 ? 1 : 0;
      int index = (ceiling >> 3) + 1;
      power = -(FIRST_CACHED + (index << 3));
      Binary ten = new Binary(CACHED[index], CACHED_EXPONENTS[index]);
      Binary scaled = value.normalized().times(ten);
      Binary high = above.times(ten);
      Binary low = below.times(ten);
      high = new Binary(high.fraction - 1, high.exponent);
      generate(scaled, high, high.fraction - (low.fraction + 1));
    }

    private void generate(Binary value, Binary high, long width) {
      int shift = -high.exponent;
      long one = 1L << shift;
      long distance = high.fraction - value.fraction;
      long whole = high.fraction >>> shift;
      long rest = high.fraction & (one - 1);
      int places = Long.toString(whole).length();
      while (places > 0) {
        long ten = tenTo(places - 1);
        append((int) (whole / ten));
        whole %= ten;
        places--;
        long left = (whole << shift) + rest;
        if (Long.compareUnsigned(left, width) <= 0) {
          power += places;
          round(width, left, tenTo(places) << shift, distance);
          return;
        }
      }
      long delta = width;
      while (true) {
        rest *= 10;
        delta *= 10;
        append((int) (rest >>> shift));
        rest &= one - 1;
        places--;
        if (Long.compareUnsigned(rest, delta) < 0) {
          power += places;
          round(delta, rest, one, -places < 20 ? distance * tenTo(-places) : 0);
          return;
        }
      }
    }

    private static long tenTo(int exponent) {
      long value = 1;
      for (int i = 0; i < exponent; i++) {
        value *= 10;
      }
      return value;
    }

    private void append(int digit) {
      if (digit != 0 || length > 0) {
        digits[length++] = (byte) ('0' + digit);
      }
    }

    /** Brings the last digit closer to the value, within the width. */
    private void round(long width, long left, long unit, long distance) {
      long rest = left;
      while (Long.compareUnsigned(rest, distance) < 0
          && Long.compareUnsigned(width - rest, unit) >= 0
          && (Long.compareUnsigned(rest + unit, distance) < 0
              || Long.compareUnsigned(distance - rest, rest + unit - distance) > 0)) {
        digits[length - 1]--;
        rest += unit;
      }
    }

    void write(TextOutput out) {
      int point = length + power;
      if (power >= 0 && point <= 21) {
        out.put(digits, 0, length).put("0".repeat(power)).put(".0");
      } else if (point > 0 && point <= 21) {
        out.put(digits, 0, point).put('.').put(digits, point, length - point);
      } else if (point > -6 && point <= 0) {
        out.put("0.").put("0".repeat(-point)).put(digits, 0, length);
      } else {
        out.put(digits, 0, 1);
        if (length > 1) {
          out.put('.').put(digits, 1, length - 1);
        }
        out.put('e').putLong(point - 1);
      }
    }
  }
}
