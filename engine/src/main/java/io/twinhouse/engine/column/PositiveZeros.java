// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.Arrays;

/** A dictionary knows one zero, which is the positive one. */
public final class PositiveZeros {

  private PositiveZeros() {}

  /** {@code source} with 0.0 for -0.0; what is not floats as it is. */
  public static Column of(Column source) {
    if (source instanceof ConstantColumn constant) {
      return ConstantColumn.of(of(constant.value()), source.size());
    }
    if (!(source instanceof DoubleColumn doubles)) {
      return source;
    }
    double[] values = Arrays.copyOf(doubles.values(), source.size());
    for (int row = 0; row < values.length; row++) {
      values[row] += 0.0;
    }
    return DoubleColumn.of(values, values.length, source.nulls());
  }
}
