// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import org.jspecify.annotations.Nullable;

/**
 * A vector of values in one lane, immutable to its readers. Arrays handed out are the column's own
 * and may be longer than {@link #size()}; never write to them. A column from {@code
 * Operator.next()} is valid until the next call there: whoever keeps values copies them.
 */
public abstract sealed class Column
    permits ArrayColumn,
        BytesColumn,
        ConstantColumn,
        DictionaryColumn,
        DoubleColumn,
        LongColumn,
        TupleColumn,
        WideColumn {

  private final int size;
  private final boolean @Nullable [] nulls;

  Column(int size, boolean @Nullable [] nulls) {
    if (size < 0 || (nulls != null && nulls.length < size)) {
      throw new IllegalArgumentException("size " + size);
    }
    this.size = size;
    this.nulls = nulls;
  }

  /** Number of rows. */
  public final int size() {
    return size;
  }

  /** True where the row is NULL; null when no row is. Lane values under NULL are arbitrary. */
  public final boolean @Nullable [] nulls() {
    return nulls;
  }

  public final boolean isNull(int row) {
    return nulls != null && nulls[row];
  }

  public final boolean hasNulls() {
    for (int row = 0; nulls != null && row < size; row++) {
      if (nulls[row]) {
        return true;
      }
    }
    return false;
  }

  /** A copy of {@code count} rows chosen by {@code rows}, in that order. */
  public abstract Column gather(int[] rows, int count);

  /** The same values without constant or dictionary encoding; itself if already flat. */
  public Column flatten() {
    return this;
  }

  /**
   * The same lane under another null mask, none if {@code mask} is null; arrays are shared. Only
   * null for tuples and arrays, which cannot be NULL.
   */
  public abstract Column withNulls(boolean @Nullable [] mask);

  /** Bytes of the arrays behind the rows, shared dictionaries not counted. */
  public abstract long retainedBytes();

  final boolean @Nullable [] gatherNulls(int[] rows, int count) {
    if (nulls == null) {
      return null;
    }
    boolean[] chosen = new boolean[count];
    boolean any = false;
    for (int i = 0; i < count; i++) {
      chosen[i] = nulls[rows[i]];
      any |= chosen[i];
    }
    return any ? chosen : null;
  }

  final long nullBytes() {
    return nulls == null ? 0 : nulls.length;
  }
}
