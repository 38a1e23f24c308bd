// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One value for every row. */
public final class ConstantColumn extends Column {

  private final Column value;

  private ConstantColumn(Column value, int size) {
    super(size, value.isNull(0) ? allNull(size) : null);
    this.value = value;
  }

  /**
   * @param value a column of exactly one row
   */
  public static ConstantColumn of(Column value, int size) {
    if (value.size() != 1) {
      throw new IllegalArgumentException("a constant of " + value.size() + " rows");
    }
    return new ConstantColumn(value.flatten(), size);
  }

  private static boolean[] allNull(int size) {
    boolean[] nulls = new boolean[size];
    Arrays.fill(nulls, true);
    return nulls;
  }

  /** The value as a flat column of one row. */
  public Column value() {
    return value;
  }

  @Override
  public Column gather(int[] rows, int count) {
    return new ConstantColumn(value, count);
  }

  @Override
  public Column flatten() {
    return value.gather(new int[size()], size());
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    if (mask != null) {
      return flatten().withNulls(mask);
    }
    return value.isNull(0) ? new ConstantColumn(value.withNulls(null), size()) : this;
  }

  @Override
  public long retainedBytes() {
    return value.retainedBytes() + nullBytes();
  }
}
