// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.function.Monotonicity;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.storage.arrow.layout.RowFunction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are all of one partition, as those of a batch mostly are where the key is a month or a
 * day: a key that keeps the order of a column need not be computed for each of its values.
 */
final class SinglePartition {

  private SinglePartition() {}

  /**
   * The key of all rows as a column of one row; null where it is to be computed for each of them.
   *
   * @param key the partition key
   */
  static @Nullable Column key(Expression key, Batch rows, MemoryContext memory) {
    Monotonicity order =
        key instanceof Expression.Call call ? call.function().monotonicity() : null;
    if (order == null || rows.rows() < 2) {
      return null;
    }
    Expression.Call call = (Expression.Call) key;
    int input = orderedInput(call, order.argument());
    if (input < 0 || !(rows.column(input) instanceof LongColumn values) || hasNull(values)) {
      return null;
    }
    long[] ends = ends(values, order);
    return ends.length == 0 ? null : same(key, rows.width(), input, ends, memory);
  }

  /** The column that a call depends on alone, or -1. */
  private static int orderedInput(Expression.Call call, int argument) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (i != argument && !(call.arguments().get(i) instanceof Expression.Constant)) {
        return -1;
      }
    }
    boolean plain =
        call.arguments().get(argument) instanceof Expression.InputRef ref
            && !ref.type().isNullable()
            && !ref.type().base().equals(IntegerType.UINT64);
    return plain && !call.type().isNullable()
        ? ((Expression.InputRef) call.arguments().get(argument)).index()
        : -1;
  }

  private static boolean hasNull(Column column) {
    boolean[] nulls = column.nulls();
    for (int i = 0; nulls != null && i < column.size(); i++) {
      if (nulls[i]) {
        return true;
      }
    }
    return false;
  }

  /** Two values between whose keys those of all others are; none where no order is known. */
  private static long[] ends(LongColumn column, Monotonicity order) {
    long[] values = column.values();
    long min = values[0];
    long max = values[0];
    for (int i = 1; i < column.size(); i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    if (order.pieces().isEmpty()) {
      return new long[] {min, max};
    }
    for (Monotonicity.Piece piece : order.pieces()) {
      if (piece.low() <= min && max <= piece.high()) {
        boolean room = min - piece.low() >= piece.slack() && piece.high() - max >= piece.slack();
        return room ? new long[] {min - piece.slack(), max + piece.slack()} : new long[0];
      }
    }
    return new long[0];
  }

  private static @Nullable Column same(
      Expression key, int width, int input, long[] ends, MemoryContext memory) {
    Column[] columns = new Column[width];
    Arrays.fill(columns, ConstantColumn.of(LongColumn.of(0), 2));
    columns[input] = LongColumn.of(ends, 2, null);
    Column keys = RowFunction.evaluate(key, Batch.of(2, columns), memory);
    return keys instanceof LongColumn numbers && numbers.values()[0] == numbers.values()[1]
        ? keys.gather(new int[] {0}, 1)
        : null;
  }
}
