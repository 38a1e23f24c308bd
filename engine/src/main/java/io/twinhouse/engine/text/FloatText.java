// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import java.math.BigInteger;

/**
 * Floats as ClickHouse prints them: the shortest digits that read back to the same value, plain
 * between 1e-6 and 1e21 and with an exponent outside.
 *
 * <p>The digits come from Raffaello Giulietti's Schubfach algorithm ("The Schubfach way to render
 * doubles", 2020). Its table of powers of ten is computed when first needed.
 */
final class FloatText {

  private static final int K_MIN = -324;
  private static final int K_MAX = 292;
  private static final long MASK_63 = Long.MAX_VALUE;

  private FloatText() {}

  static void write(double value, boolean single, TextOutput out) {
    if (Double.isNaN(value)) {
      out.put("nan");
      return;
    }
    if (Double.doubleToRawLongBits(value) < 0) {
      out.put('-');
    }
    double magnitude = Math.abs(value);
    if (magnitude == Double.POSITIVE_INFINITY) {
      out.put("inf");
    } else if (magnitude < 9.007199254740992E15 && magnitude == Math.rint(magnitude)) {
      writeInteger(magnitude, single, out);
    } else if (single) {
      writeSingle((float) magnitude, out);
    } else {
      writeDouble(magnitude, out);
    }
  }

  private static void writeInteger(double magnitude, boolean single, TextOutput out) {
    if (single && magnitude >= 1 << 24) {
      writeSingle((float) magnitude, out);
    } else {
      out.putDigits((long) magnitude, 1);
    }
  }

  private static void writeDouble(double magnitude, TextOutput out) {
    long bits = Double.doubleToRawLongBits(magnitude);
    int exponent = (int) (bits >>> 52);
    long fraction = bits & ((1L << 52) - 1);
    if (exponent == 0) {
      shortest(-1074, fraction, false, out);
    } else {
      shortest(exponent - 1075, fraction | 1L << 52, fraction == 0 && exponent > 1, out);
    }
  }

  private static void writeSingle(float magnitude, TextOutput out) {
    int bits = Float.floatToRawIntBits(magnitude);
    int exponent = bits >>> 23;
    int fraction = bits & ((1 << 23) - 1);
    if (exponent == 0) {
      shortest(-149, fraction, false, out);
    } else {
      shortest(exponent - 150, fraction | 1 << 23, fraction == 0 && exponent > 1, out);
    }
  }

  /**
   * Writes c * 2^q.
   *
   * @param irregular whether the next lower value is only half as far away as the next higher one
   */
  private static void shortest(int q, long c, boolean irregular, TextOutput out) {
    int odd = (int) c & 1;
    long cb = c << 2;
    long cbr = cb + 2;
    long cbl = irregular ? cb - 1 : cb - 2;
    int k = irregular ? log10ThreeQuartersPow2(q) : log10Pow2(q);
    int h = q + log2Pow10(-k) + 2;
    long g1 = Powers.HIGH[k - K_MIN];
    long g0 = Powers.LOW[k - K_MIN];
    long vb = roundToOdd(g1, g0, cb << h);
    long vbl = roundToOdd(g1, g0, cbl << h);
    long vbr = roundToOdd(g1, g0, cbr << h);
    long s = vb >> 2;
    if (s >= 10) {
      long low = s / 10 * 10;
      long high = low + 10;
      boolean lowIn = vbl + odd <= low << 2;
      boolean highIn = (high << 2) + odd <= vbr;
      if (lowIn != highIn) {
        digits(lowIn ? low : high, k, out);
        return;
      }
    }
    long t = s + 1;
    boolean sIn = vbl + odd <= s << 2;
    boolean tIn = (t << 2) + odd <= vbr;
    if (sIn != tIn) {
      digits(sIn ? s : t, k, out);
      return;
    }
    long cmp = vb - ((s + t) << 1);
    digits(cmp < 0 || (cmp == 0 && (s & 1) == 0) ? s : t, k, out);
  }

  private static long roundToOdd(long g1, long g0, long cp) {
    long x1 = Math.multiplyHigh(g0, cp);
    long y0 = g1 * cp;
    long y1 = Math.multiplyHigh(g1, cp);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | ((z & MASK_63) + MASK_63) >>> 63;
  }

  private static int log10Pow2(int e) {
    return (int) (e * 661_971_961_083L >> 41);
  }

  private static int log10ThreeQuartersPow2(int e) {
    return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
  }

  private static int log2Pow10(int e) {
    return (int) (e * 913_124_641_741L >> 38);
  }

  /** Writes significand * 10^exponent. */
  private static void digits(long significand, int exponent, TextOutput out) {
    long digits = significand;
    int zeros = exponent;
    while (digits % 10 == 0) {
      digits /= 10;
      zeros++;
    }
    int count = 1;
    for (long rest = digits; rest >= 10; rest /= 10) {
      count++;
    }
    int point = count + zeros;
    if (point > 21 || point < -5) {
      exponential(digits, count, point - 1, out);
    } else if (zeros >= 0) {
      out.putDigits(digits, 1);
      zeros(zeros, out);
    } else if (point <= 0) {
      out.put("0.");
      zeros(-point, out);
      out.putDigits(digits, 1);
    } else {
      long divisor = pow10(-zeros);
      out.putDigits(digits / divisor, 1).put('.').putDigits(digits % divisor, -zeros);
    }
  }

  private static void exponential(long digits, int count, int exponent, TextOutput out) {
    long divisor = pow10(count - 1);
    out.putDigits(digits / divisor, 1);
    if (count > 1) {
      out.put('.').putDigits(digits % divisor, count - 1);
    }
    out.put('e').putLong(exponent);
  }

  private static void zeros(int count, TextOutput out) {
    for (int i = 0; i < count; i++) {
      out.put('0');
    }
  }

  private static long pow10(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** floor(10^-k * 2^-r) + 1 with 126 bits, split into two halves of 63 bits. */
  private static final class Powers {
    static final long[] HIGH = new long[K_MAX - K_MIN + 1];
    static final long[] LOW = new long[K_MAX - K_MIN + 1];

    static {
      for (int k = K_MIN; k <= K_MAX; k++) {
        int r = log2Pow10(-k) - 125;
        BigInteger power = BigInteger.TEN.pow(Math.abs(k));
        BigInteger g;
        if (k <= 0) {
          g = r <= 0 ? power.shiftLeft(-r) : power.shiftRight(r);
        } else {
          g = BigInteger.ONE.shiftLeft(-r).divide(power);
        }
        g = g.add(BigInteger.ONE);
        HIGH[k - K_MIN] = g.shiftRight(63).longValue();
        LOW[k - K_MIN] = g.longValue() & MASK_63;
      }
    }
  }
}
