// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/** The DOUBLE lane. */
public final class DoubleColumn extends Column {

  private final double[] values;

  private DoubleColumn(double[] values, int size, boolean @Nullable [] nulls) {
    super(size, nulls);
    this.values = values;
  }

  public static DoubleColumn of(double... values) {
    return new DoubleColumn(values, values.length, null);
  }

  public static DoubleColumn of(double[] values, int size, boolean @Nullable [] nulls) {
    return new DoubleColumn(values, size, nulls);
  }

  /** The lane itself, at least {@link #size()} long. */
  public double[] values() {
    return values;
  }

  @Override
  public Column gather(int[] rows, int count) {
    double[] chosen = new double[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = values[rows[i]];
    }
    return new DoubleColumn(chosen, count, gatherNulls(rows, count));
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    return new DoubleColumn(values, size(), mask);
  }

  @Override
  public long retainedBytes() {
    return 8L * values.length + nullBytes();
  }
}
