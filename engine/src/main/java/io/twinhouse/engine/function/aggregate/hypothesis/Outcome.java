// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.ColumnBuilder;

/** Results that are tuples of doubles. */
final class Outcome {

  private Outcome() {}

  static void append(ColumnBuilder out, double... values) {
    for (int i = 0; i < values.length; i++) {
      out.element(i).appendDouble(values[i]);
    }
    out.endRow();
  }

  /** Within 0 and 1, where NaN is 0. */
  static double probability(double value) {
    double least = value > 0 ? value : 0;
    return least < 1 ? least : 1;
  }
}
