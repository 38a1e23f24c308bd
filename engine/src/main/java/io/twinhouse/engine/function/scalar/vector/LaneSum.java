// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.vector;

/**
 * A sum in lanes: term i goes to lane i, then the lanes are added, then what did not fill all lanes
 * follows one by one.
 *
 * @param lanes how many terms are taken at once
 * @param folded whether the lanes are added half to half, and the rest without fused products
 */
record LaneSum(int lanes, boolean folded) {

  /** Norms. */
  static final LaneSum OF_NORMS = new LaneSum(16, false);

  /** Distances of two columns. */
  static final LaneSum OF_DISTANCES = new LaneSum(8, false);

  /** Distances from one constant. */
  static final LaneSum FROM_CONSTANT = new LaneSum(8, true);

  /** The i-th factor of a sum of products. */
  interface Factor {
    double at(int i);
  }

  /** The sum of a(i) b(i). */
  double products(int count, Factor a, Factor b) {
    double[] sums = new double[lanes];
    int at = 0;
    for (; at + lanes <= count; at += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        sums[lane] = Math.fma(a.at(at + lane), b.at(at + lane), sums[lane]);
      }
    }
    double sum = reduced(sums);
    for (; at < count; at++) {
      double product = a.at(at) * b.at(at);
      sum = folded ? sum + product : Math.fma(a.at(at), b.at(at), sum);
    }
    return sum;
  }

  /** The sum of a(i). */
  double plain(int count, Factor a) {
    double[] sums = new double[lanes];
    int at = 0;
    for (; at + lanes <= count; at += lanes) {
      for (int lane = 0; lane < lanes; lane++) {
        sums[lane] += a.at(at + lane);
      }
    }
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    for (; at < count; at++) {
      sum += a.at(at);
    }
    return sum;
  }

  private double reduced(double[] sums) {
    if (folded) {
      for (int half = lanes / 2; half > 0; half /= 2) {
        for (int lane = 0; lane < half; lane++) {
          sums[lane] += sums[lane + half];
        }
      }
      return sums[0];
    }
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }
}
