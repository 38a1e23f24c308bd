// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.geo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Geohashes: halvings of longitude and latitude in turns, five of them a letter. */
final class Geohash {

  /** Letters of the longest geohash. */
  static final int LONGEST = 12;

  private static final int BITS = 5;
  private static final byte[] LETTERS =
      "0123456789bcdefghjkmnpqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
  private static final int[] VALUES = values();

  private Geohash() {}

  /** What no letter is stands for 31. */
  private static int[] values() {
    int[] values = new int[256];
    Arrays.fill(values, 31);
    for (int value = 0; value < LETTERS.length; value++) {
      values[LETTERS[value]] = value;
    }
    return values;
  }

  /** The length that is meant: the longest one for 0 and for all that are too long. */
  static int length(int wanted) {
    return wanted == 0 || wanted > LONGEST ? LONGEST : wanted;
  }

  /** The letters of a point; one that is no number lies in the lowest half each time. */
  static byte[] encode(double longitude, double latitude, int length) {
    byte[] letters = new byte[length];
    double west = -180;
    double east = 180;
    double south = -90;
    double north = 90;
    int value = 0;
    for (int bit = 0; bit < length * BITS; bit++) {
      boolean upper;
      if (bit % 2 == 0) {
        double middle = (east + west) / 2;
        upper = longitude >= middle;
        west = upper ? middle : west;
        east = upper ? east : middle;
      } else {
        double middle = (north + south) / 2;
        upper = latitude >= middle;
        south = upper ? middle : south;
        north = upper ? north : middle;
      }
      value = value << 1 | (upper ? 1 : 0);
      if (bit % BITS == BITS - 1) {
        letters[bit / BITS] = LETTERS[value];
        value = 0;
      }
    }
    return letters;
  }

  /** Longitude and latitude of the middle of a geohash; zeros for an empty one. */
  static double[] decode(byte[] data, int from, int to) {
    int length = Math.min(LONGEST, to - from);
    if (length == 0) {
      return new double[] {0, 0};
    }
    double west = -180;
    double east = 180;
    double south = -90;
    double north = 90;
    for (int bit = 0; bit < length * BITS; bit++) {
      int value = VALUES[data[from + bit / BITS] & 0xFF];
      boolean upper = (value >> (BITS - 1 - bit % BITS) & 1) == 1;
      if (bit % 2 == 0) {
        double middle = (east + west) / 2;
        west = upper ? middle : west;
        east = upper ? east : middle;
      } else {
        double middle = (north + south) / 2;
        south = upper ? middle : south;
        north = upper ? north : middle;
      }
    }
    return new double[] {(east + west) / 2, (north + south) / 2};
  }

  /** Degrees of longitude that a geohash of so many letters spans. */
  static double longitudes(int length) {
    return Math.scalb(360.0, -((length * BITS + 1) / 2));
  }

  /** Degrees of latitude that a geohash of so many letters spans. */
  static double latitudes(int length) {
    return Math.scalb(180.0, -(length * BITS / 2));
  }
}
