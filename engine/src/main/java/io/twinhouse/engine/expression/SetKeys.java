// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.key.KeyFinder;
import io.twinhouse.engine.key.KeyTable;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The distinct rows of a set that was computed; NULLs in it are passed over. For one thread. */
public final class SetKeys implements AutoCloseable {

  private final Reservation memory;
  private final KeyTable table;

  /**
   * @param in with its rows
   */
  public SetKeys(Expression.InSet in, MemoryContext context) {
    if (!(in.source() instanceof Expression.SetSource.Rows set)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "IN of a query is no constant expression among VALUES, or where no query runs; use INSERT"
              + " ... SELECT");
    }
    memory = new Reservation(context);
    table = new KeyTable(in.keys().stream().map(k -> k.type().withoutNullable()).toList(), memory);
    fill(set.rows());
  }

  private void fill(Batch set) {
    int[] chosen = new int[Batch.ROWS];
    for (int from = 0; from < set.rows(); from += Batch.ROWS) {
      int count = 0;
      for (int row = from; row < Math.min(set.rows(), from + Batch.ROWS); row++) {
        chosen[count] = row;
        count += hasNull(set, row) ? 0 : 1;
      }
      Batch part = set.gather(chosen, count);
      Column[] columns = new Column[part.width()];
      Arrays.setAll(columns, part::column);
      table.insert(columns, count, chosen);
    }
  }

  private static boolean hasNull(Batch batch, int row) {
    for (int i = 0; i < batch.width(); i++) {
      if (batch.column(i).isNull(row)) {
        return true;
      }
    }
    return false;
  }

  /** How many there are. */
  public int size() {
    return table.size();
  }

  KeyFinder finder() {
    return table.finder(memory);
  }

  @Override
  public void close() {
    memory.close();
  }
}
