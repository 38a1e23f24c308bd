// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.layout.Lifetimes;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import org.jspecify.annotations.Nullable;

/** Tells rows and values of a merge whose time has come, by the table's TTL. One thread. */
final class Expiry {

  private final TableLayout layout;
  private final long now;
  private final MemoryContext memory;

  /**
   * @param now seconds since 1970
   */
  Expiry(TableLayout layout, long now, MemoryContext memory) {
    this.layout = layout;
    this.now = now;
    this.memory = memory;
  }

  /** The rows that are to go; null if the table keeps its rows. */
  boolean @Nullable [] expired(Batch rows) {
    Lifetimes lifetimes = layout.lifetimes();
    if (lifetimes.rows().isEmpty()) {
      return null;
    }
    boolean[] expired = new boolean[rows.rows()];
    for (Lifetimes.RowRule rule : lifetimes.rows()) {
      boolean[] due = due(rule.time(), rows);
      long[] chosen = rule.where() == null ? null : longs(rule.where(), rows);
      for (int i = 0; i < due.length; i++) {
        expired[i] |= due[i] && (chosen == null || chosen[i] != 0);
      }
    }
    return expired;
  }

  /** The rows with defaults in the place of values whose time has come. */
  Batch withDefaults(Batch rows) {
    if (layout.lifetimes().columns().isEmpty()) {
      return rows;
    }
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      Expression time = layout.lifetimes().columns().get(c);
      columns[c] = time == null ? rows.column(c) : renewed(c, due(time, rows), rows);
    }
    return Batch.of(rows.rows(), columns);
  }

  private Column renewed(int column, boolean[] due, Batch rows) {
    Expression expression = layout.missing(column);
    Column defaults =
        expression == null ? null : RowFunction.evaluate(expression, rows, memory).flatten();
    ColumnBuilder builder = ColumnBuilder.of(layout.type(column));
    Column old = rows.column(column);
    for (int i = 0; i < due.length; i++) {
      if (!due[i]) {
        builder.append(old, i);
      } else if (defaults != null) {
        builder.append(defaults, i);
      } else {
        builder.appendAbsent(layout.type(column));
      }
    }
    return builder.build();
  }

  private boolean[] due(Expression time, Batch rows) {
    long[] seconds = longs(time, rows);
    boolean[] due = new boolean[rows.rows()];
    for (int i = 0; i < due.length; i++) {
      due[i] = seconds[i] != 0 && seconds[i] <= now;
    }
    return due;
  }

  private long[] longs(Expression expression, Batch rows) {
    return ((LongColumn) RowFunction.evaluate(expression, rows, memory).flatten()).values();
  }
}
