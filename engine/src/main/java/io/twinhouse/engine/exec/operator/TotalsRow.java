// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import org.jspecify.annotations.Nullable;

/** The row of WITH TOTALS as all the rows that there are: the operators above see it alone. */
public final class TotalsRow implements Operator {

  private @Nullable Batch row;

  public TotalsRow(Batch row) {
    this.row = row;
  }

  /**
   * The first row that an operator over a row of totals yields, in arrays of its own; null without
   * one. The server prints no more of them than one either.
   *
   * @param operator closed here
   */
  public static @Nullable Batch firstOf(Operator operator) {
    try (operator) {
      Batch batch = operator.next();
      if (batch == null) {
        return null;
      }
      Column[] columns = new Column[batch.width()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = batch.column(i).gather(new int[1], 1);
      }
      return Batch.of(1, columns);
    }
  }

  @Override
  public @Nullable Batch next() {
    Batch next = row;
    row = null;
    return next;
  }

  @Override
  public void close() {
    row = null;
  }
}
