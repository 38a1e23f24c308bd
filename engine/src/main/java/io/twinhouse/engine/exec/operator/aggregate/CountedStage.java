// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.PassingStage;
import io.twinhouse.engine.exec.operator.Stage;
import java.util.BitSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The row of an aggregation without keys, whose counts lack rows that were not read. */
public final class CountedStage extends PassingStage {

  private final BitSet counts;
  private final LongSupplier omitted;

  /**
   * @param counts columns that the rows count for
   * @param omitted how many there are; asked when the row is
   */
  public CountedStage(Stage aggregation, BitSet counts, LongSupplier omitted) {
    super(aggregation);
    this.counts = counts;
    this.omitted = omitted;
  }

  @Override
  protected Operator watched(Operator operator) {
    return new CountedOperator(operator);
  }

  private final class CountedOperator extends PassingOperator {

    CountedOperator(Operator operator) {
      super(operator);
    }

    @Override
    public @Nullable Batch next() {
      Batch row = handedOn();
      if (row == null) {
        return null;
      }
      Column[] columns = new Column[row.width()];
      for (int c = 0; c < columns.length; c++) {
        columns[c] = row.column(c);
        if (counts.get(c)) {
          long read = ((LongColumn) columns[c].flatten()).values()[0];
          columns[c] = LongColumn.of(read + omitted.getAsLong());
        }
      }
      return Batch.of(row.rows(), columns);
    }
  }
}
