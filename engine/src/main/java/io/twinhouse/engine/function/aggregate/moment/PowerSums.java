// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.exact.Exponential;

/**
 * What is made of the count and the sums of x, x squared and so on of a group. Each in the order of
 * operations in which ClickHouse makes it, since the last digits depend on that.
 */
enum PowerSums {
  VAR_POP(2),
  VAR_SAMP(2),
  STDDEV_POP(2),
  STDDEV_SAMP(2),
  SKEW_POP(3),
  SKEW_SAMP(3),
  KURT_POP(4),
  KURT_SAMP(4);

  private final int power;

  PowerSums(int power) {
    this.power = power;
  }

  /** The highest power whose sum is needed. */
  int power() {
    return power;
  }

  /** The result from the sums at {@code at}, the count first. */
  double of(double[] sums, int at) {
    double count = sums[at];
    double first = sums[at + 1];
    double second = sums[at + 2];
    double population = population(count, first, second);
    double sample = sample(count, first, second);
    return switch (this) {
      case VAR_POP -> population;
      case VAR_SAMP -> sample;
      case STDDEV_POP -> Math.sqrt(population);
      case STDDEV_SAMP -> Math.sqrt(sample);
      case SKEW_POP -> skewness(third(count, first, second, sums[at + 3]), population);
      case SKEW_SAMP -> skewness(third(count, first, second, sums[at + 3]), sample);
      case KURT_POP -> kurtosis(fourth(sums, at), population);
      case KURT_SAMP -> kurtosis(fourth(sums, at), sample);
    };
  }

  private static double skewness(double moment, double variance) {
    if (!(variance > 0)) {
      return Double.NaN;
    }
    if (variance < 1e-180 || variance > 1e180) {
      return moment / Math.pow(variance, 1.5);
    }
    double skewness = moment / Exponential.cubedRoot(variance);
    if (skewness != moment / Exponential.otherCubedRoot(variance)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A skewness near " + skewness + " lies in the middle of two doubles; use the moments");
    }
    return skewness;
  }

  private static double kurtosis(double moment, double variance) {
    return variance > 0 ? moment / (variance * variance) : Double.NaN;
  }

  private static double population(double count, double first, double second) {
    if (count == 0) {
      return Double.NaN;
    }
    double value = (second - first * first / count) / count;
    return 0 < value ? value : 0;
  }

  private static double sample(double count, double first, double second) {
    if (count <= 1) {
      return Double.NaN;
    }
    double value = (second - first * first / count) / (count - 1);
    return 0 < value ? value : 0;
  }

  private static double third(double count, double first, double second, double third) {
    if (count == 0) {
      return Double.NaN;
    }
    return (third - (3 * second - 2 * first * first / count) * first / count) / count;
  }

  private static double fourth(double[] sums, int at) {
    double count = sums[at];
    if (count == 0) {
      return Double.NaN;
    }
    double first = sums[at + 1];
    double inner = 6 * sums[at + 2] - 3 * first * first / count;
    return (sums[at + 4] - (4 * sums[at + 3] - inner * first / count) * first / count) / count;
  }
}
