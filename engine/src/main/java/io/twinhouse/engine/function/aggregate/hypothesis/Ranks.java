// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The places of values in their order from 1 on, equal ones sharing the middle of theirs.
 *
 * @param of by value
 * @param correction for ties: 1 without any
 */
record Ranks(double[] of, double correction) {

  /** What a value takes while it is ranked: two doubles, its place and an object for that. */
  static final int BYTES = 8 + 8 + 4 + 4 + 16;

  static Ranks of(double[] values) {
    int size = values.length;
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    // The two zeros are equal.
    Arrays.sort(order, (a, b) -> Double.compare(values[a] + 0.0, values[b] + 0.0));
    double[] ranks = new double[size];
    double ties = 0;
    int left = 0;
    while (left < size) {
      int right = left;
      while (right < size && values[order[left]] == values[order[right]]) {
        right++;
      }
      double shared = (left + right + 1.0) / 2;
      int equal = right - left;
      ties += cube(equal) - equal;
      for (int i = left; i < right; i++) {
        ranks[order[i]] = shared;
      }
      left = right;
    }
    return new Ranks(ranks, 1 - ties / (cube(size) - size));
  }

  private static double cube(int value) {
    return BigInteger.valueOf(value).pow(3).doubleValue();
  }
}
