// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Writes pairs as rows: the left row's columns, then the right row's where they are wanted. */
final class PairWriter {

  private final BatchBuffer out;
  private final int leftWidth;
  private final List<Type> types;
  private final RightRows right;

  /**
   * @param types of the rows written; those of the left side only, or of both
   */
  PairWriter(BatchBuffer out, int leftWidth, List<Type> types, RightRows right) {
    this.out = out;
    this.leftWidth = leftWidth;
    this.types = types;
    this.right = right;
  }

  /**
   * Pairs {@code [0, count)}. Where they are all left rows once, as they come, which is what a
   * lookup makes, the left batch's own columns are handed on.
   *
   * @param addresses of right rows, -1 for none
   * @return valid as long as {@code left} and until the next pairs are written
   */
  Batch write(Batch left, int[] leftRows, int[] addresses, int count) {
    out.reset();
    if (isWhole(left, leftRows, count)) {
      Column[] columns = new Column[types.size()];
      for (int i = 0; i < columns.length; i++) {
        if (i >= leftWidth) {
          gather(i, addresses, count);
        }
        columns[i] = i < leftWidth ? left.column(i) : out.column(i).column();
      }
      return Batch.of(count, columns);
    }
    for (int i = 0; i < leftWidth; i++) {
      out.column(i).append(left.column(i), leftRows, 0, count);
    }
    for (int i = leftWidth; i < types.size(); i++) {
      gather(i, addresses, count);
    }
    out.grown(count);
    return out.batch();
  }

  private static boolean isWhole(Batch left, int[] leftRows, int count) {
    if (count != left.rows()) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (leftRows[i] != i) {
        return false;
      }
    }
    return true;
  }

  private void gather(int column, int[] addresses, int count) {
    ColumnBuffer target = out.column(column);
    target.expect(count);
    int from = 0;
    while (from < count) {
      boolean lone = addresses[from] < 0;
      int end = from + 1;
      while (end < count && addresses[end] < 0 == lone) {
        end++;
      }
      if (lone) {
        appendAbsent(column, end - from);
      } else {
        right.gather(column - leftWidth, addresses, from, end - from, target);
      }
      from = end;
    }
  }

  /** Right rows without a partner. */
  Batch writeLoneRight(int[] addresses, int count) {
    out.reset();
    for (int i = 0; i < leftWidth; i++) {
      appendAbsent(i, count);
    }
    for (int i = leftWidth; i < types.size(); i++) {
      gather(i, addresses, count);
    }
    out.grown(count);
    return out.batch();
  }

  private void appendAbsent(int column, int count) {
    Type type = types.get(column);
    if (type.isNullable()) {
      out.column(column).appendNulls(count);
    } else if (type.base() instanceof EnumType
        || type.base() instanceof TupleType
        || type.base() instanceof JsonType
        || type.base() instanceof FixedStringType) {
      out.column(column).append(ConstantColumn.of(DefaultValues.of(type), count), 0, count);
    } else {
      out.column(column).appendDefaults(count);
    }
  }
}
