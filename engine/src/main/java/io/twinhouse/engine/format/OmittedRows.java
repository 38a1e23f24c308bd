// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Batch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which rows of a batch left which columns out, as {@link RowReader#omitted} tells it. */
public final class OmittedRows {

  private final boolean[] @Nullable [] flags;

  public OmittedRows(int columns) {
    flags = new boolean[columns][];
  }

  /** Begins a batch that leaves nothing out. */
  public void clear() {
    Arrays.fill(flags, null);
  }

  public void add(int column, int row) {
    boolean[] rows = flags[column];
    if (rows == null) {
      rows = new boolean[Batch.ROWS];
      flags[column] = rows;
    }
    rows[row] = true;
  }

  /** Forgets that a row left a column out. */
  public void remove(int column, int row) {
    boolean[] rows = flags[column];
    if (rows != null) {
      rows[row] = false;
    }
  }

  /** One flag a row, or null if no row left the column out. */
  public boolean @Nullable [] of(int column) {
    return flags[column];
  }
}
