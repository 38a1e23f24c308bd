// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.nested;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** One element a row, chosen from a column of elements; rows may go without. */
public final class GatheredElements {

  /** The pick of a row that has no element. */
  public static final int NONE = -1;

  private final ColumnBuffer buffer;
  private final Column missing;

  private GatheredElements(Type type, Reservation memory) {
    buffer = ColumnBuffer.of(type, memory);
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendAbsent(type);
    missing = builder.build();
  }

  /**
   * Element {@code picks[row]} for each row of the call; NULL where there is none and {@code type}
   * is Nullable, else the default value.
   */
  public static Column of(Invocation call, Type type, Column source, int[] picks) {
    int rows = call.rows();
    if (source instanceof LongColumn longs) {
      return LongColumn.of(
          longs(call, longs.values(), picks), rows, nulls(call, type, source.nulls(), picks));
    }
    if (source instanceof DoubleColumn doubles) {
      return DoubleColumn.of(
          doubles(call, doubles.values(), picks), rows, nulls(call, type, source.nulls(), picks));
    }
    GatheredElements state =
        call.scratch().keep(GatheredElements.class, memory -> new GatheredElements(type, memory));
    return state.gather(source, picks, rows);
  }

  private static long[] longs(Invocation call, long[] values, int[] picks) {
    long[] result = call.scratch().longs(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      result[row] = picks[row] < 0 ? 0 : values[picks[row]];
    }
    return result;
  }

  private static double[] doubles(Invocation call, double[] values, int[] picks) {
    double[] result = call.scratch().doubles(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      result[row] = picks[row] < 0 ? 0 : values[picks[row]];
    }
    return result;
  }

  private static boolean @Nullable [] nulls(
      Invocation call, Type type, boolean @Nullable [] source, int[] picks) {
    if (!type.isNullable()) {
      return null;
    }
    boolean[] nulls = call.scratch().flags(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      nulls[row] = picks[row] < 0 || (source != null && source[picks[row]]);
    }
    return nulls;
  }

  private Column gather(Column source, int[] picks, int rows) {
    buffer.reset();
    int from = 0;
    for (int row = 0; row < rows; row++) {
      if (picks[row] < 0) {
        buffer.append(source, picks, from, row - from);
        buffer.append(missing, 0, 1);
        from = row + 1;
      }
    }
    buffer.append(source, picks, from, rows - from);
    return buffer.column();
  }
}
