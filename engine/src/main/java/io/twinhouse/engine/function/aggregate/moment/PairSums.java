// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

/** What is made of the count and the sums of x, y, x*y, x*x and y*y of a group. */
enum PairSums {
  COVAR_POP,
  COVAR_SAMP,
  CORR;

  /** Sums a group: count, x, y, xy, xx, yy. */
  static final int WIDTH = 6;

  /** How many of them the state of this statistic has. */
  int width() {
    return this == CORR ? WIDTH : 4;
  }

  /** Adds a row to the sums at {@code at}. */
  void add(double[] sums, int at, double x, double y) {
    sums[at] = sums[at] + 1;
    sums[at + 1] = sums[at + 1] + x;
    sums[at + 2] = sums[at + 2] + y;
    sums[at + 3] = sums[at + 3] + x * y;
    sums[at + 4] = sums[at + 4] + x * x;
    sums[at + 5] = sums[at + 5] + y * y;
  }

  /** The result from the sums at {@code at}. */
  double of(double[] sums, int at) {
    double count = sums[at];
    double x = sums[at + 1];
    double y = sums[at + 2];
    double xy = sums[at + 3];
    return switch (this) {
      case COVAR_POP -> count == 0 ? Double.NaN : (xy - x * y / count) / count;
      case COVAR_SAMP -> count <= 1 ? Double.NaN : (xy - x * y / count) / (count - 1);
      case CORR ->
          (count * xy - x * y)
              / Math.sqrt((count * sums[at + 4] - x * x) * (count * sums[at + 5] - y * y));
    };
  }
}
