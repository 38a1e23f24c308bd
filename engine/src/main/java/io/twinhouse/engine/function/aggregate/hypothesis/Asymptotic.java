// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.function.exact.Exponential;

/** The distribution to which that of the distance of two samples tends as they grow. */
final class Asymptotic {

  private static final double TOLERANCE = 1e-7;
  private static final double QUARTER_PI = 0.785398163397448309616;
  private static final double HALF_PI = 1.57079632679489661923;

  /** 1 / sqrt(2 pi). */
  private static final double PEAK = 0.398942280401432677939946059934;

  private final Alternative alternative;
  private final double fewer;
  private final double more;

  Asymptotic(Alternative alternative, int n1, int n2) {
    this.alternative = alternative;
    fewer = Math.min(n1, n2);
    more = Math.max(n1, n2);
  }

  double probability(double distance) {
    double p = Math.sqrt(fewer * more / (fewer + more)) * distance;
    if (alternative != Alternative.TWO_SIDED) {
      // Hodges, The significance probability of the Smirnov two-sample test, 1958, 5.3.
      double root = Math.sqrt(more * fewer * (more + fewer));
      return Exponential.exp(-2 * p * p - 2 * p * (more + 2 * fewer) / root / 3.0);
    }
    return 1 - (p < 1 ? small(p) : large(p));
  }

  private static double small(double p) {
    double z = -(HALF_PI * QUARTER_PI) / (p * p);
    double w = Exponential.log(p);
    int end = (int) Math.sqrt(2 - Exponential.log(TOLERANCE));
    double sum = 0;
    for (int k = 1; k < end; k += 2) {
      sum += Exponential.exp((double) k * k * z - w);
    }
    return sum / PEAK;
  }

  private static double large(double p) {
    double z = -2 * p * p;
    double sign = -1;
    double before = 0;
    double now = 1;
    for (int k = 1; Math.abs(before - now) > TOLERANCE; k++) {
      before = now;
      now += 2 * sign * Exponential.exp(z * k * k);
      sign = -sign;
    }
    return now;
  }
}
