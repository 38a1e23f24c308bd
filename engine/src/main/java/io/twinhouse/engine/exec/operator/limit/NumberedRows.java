// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.exec.operator.sort.RowOrder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Numbers rows in a last column, so that they find back into their order after a spill. */
public final class NumberedRows {

  private final List<Type> types;
  private final Reservation memory;
  private long[] numbers = {};
  private long next;

  /**
   * @param types of the rows without their numbers
   */
  public NumberedRows(List<Type> types, Reservation memory) {
    this.types = List.copyOf(types);
    this.memory = memory;
  }

  /** Types of the rows with their numbers. */
  public List<Type> types() {
    List<Type> all = new ArrayList<>(types);
    all.add(IntegerType.INT64);
    return all;
  }

  /** The order of the numbers. */
  public RowOrder order() {
    return new RowOrder(List.of(new SortKey(types.size(), false, false)), types());
  }

  /** The batch with numbers; valid until the next call. */
  public Batch number(Batch batch) {
    if (numbers.length < batch.rows()) {
      memory.grow(8L * (batch.rows() - numbers.length));
      numbers = new long[batch.rows()];
    }
    for (int row = 0; row < batch.rows(); row++) {
      numbers[row] = next++;
    }
    Column[] columns = new Column[types.size() + 1];
    for (int i = 0; i < types.size(); i++) {
      columns[i] = batch.column(i);
    }
    columns[types.size()] = LongColumn.of(numbers, batch.rows(), null);
    return Batch.of(batch.rows(), columns);
  }

  /** The rows without their numbers. */
  public Batch bare(Batch numbered) {
    Column[] columns = new Column[types.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = numbered.column(i);
    }
    return Batch.of(numbered.rows(), columns);
  }
}
