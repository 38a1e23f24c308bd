// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/** groupArrayInsertAt: each value at its place; the first one to come there stays. */
final class InsertAt implements GroupObject<InsertAt> {

  private static final long MOST = 0xFFFFFF;

  /**
   * @param filler one row that stands where nothing was put, or null for the usual default
   * @param length of the result, or 0 for as long as there are values
   */
  record Shape(@Nullable Column filler, long length) {}

  private final Shape shape;
  private final ColumnBuffer values;
  private final LongList rows;

  InsertAt(Shape shape, ColumnBuffer values, Reservation memory) {
    this.shape = shape;
    this.values = values;
    rows = new LongList(memory);
  }

  /** Refuses lengths that no array has; 0 stands for none. */
  static void requireLength(long length) {
    if (Long.compareUnsigned(length, MOST) > 0) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE, "Too large array size (maximum: " + MOST + ")");
    }
  }

  @Override
  public void add(RowInput in, int row) {
    long place = in.word(1, row);
    if (shape.length() != 0 && Long.compareUnsigned(place, shape.length()) >= 0) {
      return;
    }
    if (Long.compareUnsigned(place, MOST) >= 0) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE,
          "Too large array size: position argument ("
              + Long.toUnsignedString(place)
              + ") is greater or equals to limit ("
              + MOST
              + ")");
    }
    put((int) place, in.column(0), row);
  }

  private void put(int place, Column column, int row) {
    while (rows.size() <= place) {
      rows.add(0);
    }
    if (rows.get(place) == 0) {
      values.append(column, row, 1);
      rows.set(place, values.size());
    }
  }

  @Override
  public void merge(InsertAt other) {
    Column others = other.values.column();
    for (int place = 0; place < other.rows.size(); place++) {
      if (other.rows.get(place) != 0) {
        put(place, others, (int) other.rows.get(place) - 1);
      }
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    Column kept = values.column();
    ColumnBuilder elements = out.elements();
    long length = shape.length() == 0 ? rows.size() : shape.length();
    for (int place = 0; place < length; place++) {
      long row = place < rows.size() ? rows.get(place) : 0;
      if (row != 0) {
        elements.append(kept, (int) row - 1);
      } else if (shape.filler() != null) {
        elements.append(shape.filler(), 0);
      } else {
        elements.appendDefault();
      }
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "States of groupArrayInsertAt are not implemented");
  }

  @Override
  public void read(StateReader in) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "States of groupArrayInsertAt are not implemented");
  }
}
