// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import java.util.List;

/** Columns of equal length. A batch of no columns still has a number of rows. */
public final class Batch {

  /** The usual number of rows in a batch; small enough that a few lanes stay in the cache. */
  public static final int ROWS = 4096;

  private final int rows;
  private final Column[] columns;

  private Batch(int rows, Column[] columns) {
    for (Column column : columns) {
      if (column.size() != rows) {
        throw new IllegalArgumentException(column.size() + " values for " + rows + " rows");
      }
    }
    this.rows = rows;
    this.columns = columns;
  }

  public static Batch of(int rows, Column... columns) {
    return new Batch(rows, columns.clone());
  }

  public static Batch of(int rows, List<Column> columns) {
    return new Batch(rows, columns.toArray(Column[]::new));
  }

  public int rows() {
    return rows;
  }

  public int width() {
    return columns.length;
  }

  public Column column(int index) {
    return columns[index];
  }

  /** The same rows with another column in one place. */
  public Batch with(int index, Column column) {
    Column[] changed = columns.clone();
    changed[index] = column;
    return new Batch(rows, changed);
  }

  /** The chosen rows of every column, copied. */
  public Batch gather(int[] chosen, int count) {
    Column[] gathered = new Column[columns.length];
    for (int i = 0; i < columns.length; i++) {
      gathered[i] = columns[i].gather(chosen, count);
    }
    return new Batch(count, gathered);
  }

  /** Bytes of the arrays behind the columns. */
  public long retainedBytes() {
    long bytes = 0;
    for (Column column : columns) {
      bytes += column.retainedBytes();
    }
    return bytes;
  }
}
