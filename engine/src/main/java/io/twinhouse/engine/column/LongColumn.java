// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/** The LONG lane. */
public final class LongColumn extends Column {

  private final long[] values;

  private LongColumn(long[] values, int size, boolean @Nullable [] nulls) {
    super(size, nulls);
    this.values = values;
  }

  public static LongColumn of(long... values) {
    return new LongColumn(values, values.length, null);
  }

  public static LongColumn of(long[] values, int size, boolean @Nullable [] nulls) {
    return new LongColumn(values, size, nulls);
  }

  /** The lane itself, at least {@link #size()} long. */
  public long[] values() {
    return values;
  }

  @Override
  public Column gather(int[] rows, int count) {
    long[] chosen = new long[count];
    for (int i = 0; i < count; i++) {
      chosen[i] = values[rows[i]];
    }
    return new LongColumn(chosen, count, gatherNulls(rows, count));
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    return new LongColumn(values, size(), mask);
  }

  @Override
  public long retainedBytes() {
    return 8L * values.length + nullBytes();
  }
}
