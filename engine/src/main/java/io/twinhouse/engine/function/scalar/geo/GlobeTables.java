// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import io.twinhouse.engine.function.exact.Trigonometric;
import java.util.function.IntToDoubleFunction;

/**
 * The tables that distances on the globe are read from, in single or in double precision.
 * Immutable.
 */
final class GlobeTables {

  /** Steps of the cosine over a full turn, and of the metrics from pole to pole. */
  static final int STEPS = 1024;

  /** Steps of the arc sine between 0 and 1. */
  static final int ARC_STEPS = 512;

  /** Metres through the globe, by the radius of a ball with the surface of WGS84's ellipsoid. */
  static final double DIAMETER = 2.0 * 6371007.180918475;

  /**
   * By how many units in the last place the server's arc sines are off, one letter a step, c for
   * none: it finds them by an approximation of its own.
   */
  private static final String ARC_SLIPS =
      "ceeccbabbbbbbbdbeeedcccddebabbcabacbcbccebbdceeecdeeddebbcbbcbabb`caccbbdbececdd"
          + "edegcbbcdbccaabbaaa`bccccdddeedeeebabacbcabcdddcedb_bbabcbaccbecccdddfcddcccdcbb"
          + "bcabba`^`aaa_``bbcaabbacdcccedccecdbbddcedffdeeefdecbdcbdcddcabbabbbabca``_a`aa_"
          + "__`bb_ba``b`aabbaccbbbdaabedcccdeacdcdbdecdcceddcdeeddccecedccddddccccbccccb`bac"
          + "bcabaacbbaabab`aabcbabccbabaababcbccbababcdbcbbbccccccccdcccccdcdcccdcdbcccccccc"
          + "ccddcccccbccbcccbbccbcbbbcbbbcccbbcbcbbbbbccbbccbbbccbcbcbbcbcbbccccccccdccccccb"
          + "bccccccccdccbcbbccccbcbccbccbccbc";

  static final GlobeTables SINGLE = new GlobeTables(true);
  static final GlobeTables DOUBLE = new GlobeTables(false);

  /** cos(x) over a full turn. */
  final double[] cosines;

  /** asin(sqrt(x)) between 0 and 1. */
  final double[] arcs;

  /** Squared degrees of a degree of longitude, by latitude. */
  final double[] degrees;

  /** Squared metres of a degree of longitude on a ball, by latitude. */
  final double[] metres;

  /** Squared metres of a degree of latitude on the ellipsoid, by latitude. */
  final double[] northward;

  /** Squared metres of a degree of longitude on the ellipsoid, by latitude. */
  final double[] eastward;

  private final boolean single;

  private GlobeTables(boolean single) {
    this.single = single;
    cosines = table(STEPS, i -> Trigonometric.cos(2 * Math.PI * i / STEPS));
    arcs = table(ARC_STEPS, GlobeTables::arc);
    degrees = table(STEPS, i -> squared(Trigonometric.cos(latitude(i))));
    metres = table(STEPS, i -> squared(DIAMETER * Math.PI / 360 * Trigonometric.cos(latitude(i))));
    northward =
        table(
            STEPS,
            i ->
                squared(
                    111132.09
                        - 566.05 * Trigonometric.cos(2.0 * latitude(i))
                        + 1.20 * Trigonometric.cos(4.0 * latitude(i))));
    eastward =
        table(
            STEPS,
            i ->
                squared(
                    111415.13 * Trigonometric.cos(latitude(i))
                        - 94.55 * Trigonometric.cos(3.0 * latitude(i))
                        + 0.12 * Trigonometric.cos(5.0 * latitude(i))));
  }

  private static double latitude(int step) {
    return step * (Math.PI / STEPS) - Math.PI * 0.5;
  }

  private static double arc(int step) {
    double arc = StrictMath.asin(Math.sqrt((double) step / ARC_STEPS));
    return Double.longBitsToDouble(Double.doubleToRawLongBits(arc) + ARC_SLIPS.charAt(step) - 'c');
  }

  private static double squared(double x) {
    return x * x;
  }

  private double[] table(int steps, IntToDoubleFunction value) {
    double[] table = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      table[i] = rounded(value.applyAsDouble(i));
    }
    return table;
  }

  /** A number in the precision of these tables. */
  double rounded(double x) {
    return single ? (float) x : x;
  }

  /** What a table holds between step {@code index} and the next one. */
  double between(double[] table, int index, double rest) {
    double rise = rounded(rounded(table[index + 1] - table[index]) * rest);
    return rounded(table[index] + rise);
  }
}
