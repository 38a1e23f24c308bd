// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.bitmap;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;

/** groupBitmap: the set of a group's numbers; the result is how many there are. */
final class BitmapState implements GroupObject<BitmapState> {

  private static final int BYTES_A_VALUE = 48;
  private static final int BYTES_A_VALUE_OF_MANY = 4;

  private final int width;
  private final Reservation memory;
  private Bitmap values;

  BitmapState(int width, Reservation memory) {
    this.width = width;
    this.memory = memory;
    values = new Bitmap(width);
  }

  @Override
  public void add(RowInput in, int row) {
    add(in.word(0, row));
  }

  private void add(long value) {
    if (values.add(value)) {
      memory.grow(values.isLarge() ? BYTES_A_VALUE_OF_MANY : BYTES_A_VALUE);
    }
  }

  @Override
  public void merge(BitmapState other) {
    memory.grow(other.values.count() * BYTES_A_VALUE_OF_MANY);
    values.or(other.values);
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(countOf(values, width));
  }

  /** As many as there are, in a number of the type of the elements, as the server has it. */
  static long countOf(Bitmap values, int width) {
    return width == 8 ? values.count() : values.count() & (1L << 8 * width) - 1;
  }

  @Override
  public void write(BytesBuffer out) {
    values.write(out);
  }

  @Override
  public void read(StateReader in) {
    values = Bitmap.read(in, width);
    memory.grow(values.count() * BYTES_A_VALUE_OF_MANY);
  }
}
