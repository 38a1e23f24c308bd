// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/** The WIDE lane: {@code words} longs a row, least significant first. */
public final class WideColumn extends Column {

  private final long[] values;
  private final int words;

  private WideColumn(long[] values, int words, int size, boolean @Nullable [] nulls) {
    super(size, nulls);
    this.values = values;
    this.words = words;
  }

  public static WideColumn of(long[] values, int words, int size, boolean @Nullable [] nulls) {
    return new WideColumn(values, words, size, nulls);
  }

  /** All words, row after row. */
  public long[] values() {
    return values;
  }

  /** Longs per row: 2 or 4. */
  public int words() {
    return words;
  }

  @Override
  public Column gather(int[] rows, int count) {
    long[] chosen = new long[count * words];
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, rows[i] * words, chosen, i * words, words);
    }
    return new WideColumn(chosen, words, count, gatherNulls(rows, count));
  }

  @Override
  public Column withNulls(boolean @Nullable [] mask) {
    return new WideColumn(values, words, size(), mask);
  }

  @Override
  public long retainedBytes() {
    return 8L * values.length + nullBytes();
  }
}
