// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.exact.IncompleteBeta;

/** What tests of means answer by Student's distribution. */
final class Student {

  private static final double EPSILON = 0x1p-52;

  private Student() {}

  /** Whether values are all but the same beside their means. */
  static boolean isConstant(double error, double mean, double other) {
    return error < 10 * EPSILON * Math.max(Math.abs(mean), Math.abs(other));
  }

  /** The statistic, and how probable one so far from zero is. */
  static void append(ColumnBuilder out, double t, double freedom) {
    boolean finite = Math.abs(t) < Double.POSITIVE_INFINITY;
    double share = finite ? IncompleteBeta.student(freedom, -Math.abs(t)) : Double.NaN;
    Outcome.append(out, finite ? t : Double.NaN, Outcome.probability(2 * share));
  }
}
