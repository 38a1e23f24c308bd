// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The batch that a reader of rows makes, value by value. A row may give its values in any order and
 * leave some out: those are defaults, and flagged. Used again for the next batch; for one thread.
 */
public final class BatchBuilder {

  private final Schema schema;
  private final ColumnBuilder[] columns;
  private final OmittedRows omitted;

  /** Columns that the row in the making has a value for. */
  private final boolean[] present;

  private int rows;

  /** The rows that were ended, where those in the making may be dropped; null elsewhere. */
  private ColumnBuilder @Nullable [] ended;

  public BatchBuilder(Schema schema) {
    this.schema = schema;
    this.columns = schema.types().stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
    this.omitted = new OmittedRows(columns.length);
    this.present = new boolean[columns.length];
  }

  public Schema schema() {
    return schema;
  }

  /** Keeps the row in the making apart from those that were ended, so that it can be dropped. */
  public void keepApart() {
    ended = schema.types().stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
  }

  /** Drops the row in the making, of which any part may be there already. */
  public void dropRow() {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = ColumnBuilder.of(schema.type(i));
      omitted.remove(i, rows);
    }
    Arrays.fill(present, false);
  }

  /** Begins a batch; what was flagged of the last one is forgotten. */
  public void begin() {
    omitted.clear();
    rows = 0;
  }

  /** Where the row's value of a column is to be appended; takes the row to have one. */
  public ColumnBuilder value(int column) {
    present[column] = true;
    return columns[column];
  }

  /** Takes the default for a value that the row leaves out where it should stand. */
  public void omit(int column) {
    value(column).appendLeftOut(schema.type(column));
    omitted.add(column, rows);
  }

  /** Takes the default of a column's type, for a column of which the row says nothing. */
  public void omitUnsaid(int column) {
    value(column).appendAbsent(schema.type(column));
    omitted.add(column, rows);
  }

  /** Takes NULL, or the default of a column that cannot hold it. */
  public void appendNull(int column) {
    if (schema.type(column).isNullable()) {
      value(column).appendNull();
    } else {
      omit(column);
    }
  }

  /** Whether the row already has a value for a column. */
  public boolean has(int column) {
    return present[column];
  }

  /** Ends a row; columns that it has no value for are omitted. */
  public void endRow() {
    for (int i = 0; i < present.length; i++) {
      if (!present[i]) {
        omitUnsaid(i);
      }
    }
    Arrays.fill(present, false);
    rows++;
    ColumnBuilder[] whole = ended;
    if (whole != null) {
      for (int i = 0; i < whole.length; i++) {
        whole[i].append(columns[i].build(), 0);
      }
    }
  }

  /** Rows that were ended. */
  public int rows() {
    return rows;
  }

  public boolean isFull() {
    return rows == Batch.ROWS;
  }

  /** The rows since {@link #begin()}, or null if there are none. */
  public @Nullable Batch build() {
    if (rows == 0) {
      return null;
    }
    Column[] built = new Column[columns.length];
    for (int i = 0; i < built.length; i++) {
      built[i] = ended == null ? columns[i].build() : ended[i].build();
    }
    return Batch.of(rows, built);
  }

  /** As {@link RowReader#omitted} of the batch built last. */
  public boolean @Nullable [] omitted(int column) {
    return omitted.of(column);
  }
}
