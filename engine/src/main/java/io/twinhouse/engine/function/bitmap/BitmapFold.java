// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.bitmap;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** groupBitmapAnd, groupBitmapOr and groupBitmapXor: how many numbers the sets fold to. */
final class BitmapFold implements GroupObject<BitmapFold> {

  private static final int BYTES_A_VALUE = 4;

  private final int width;
  private final BiConsumer<Bitmap, Bitmap> operation;
  private final boolean intersects;
  private final Reservation memory;
  private @Nullable Bitmap folded;

  /**
   * @param intersects whether the operation is the one of groupBitmapAnd
   */
  BitmapFold(
      int width, BiConsumer<Bitmap, Bitmap> operation, boolean intersects, Reservation memory) {
    this.width = width;
    this.operation = operation;
    this.intersects = intersects;
    this.memory = memory;
  }

  @Override
  public void add(RowInput in, int row) {
    byte[] state = in.text(0, row);
    fold(Bitmap.read(new StateReader(state, 0, state.length), width));
  }

  private void fold(Bitmap next) {
    memory.grow(next.count() * BYTES_A_VALUE);
    if (folded == null) {
      folded = next;
    } else {
      operation.accept(folded, next);
    }
  }

  @Override
  public void merge(BitmapFold other) {
    if (other.folded != null) {
      fold(other.folded);
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendLong(folded == null ? 0 : BitmapState.countOf(folded, width));
  }

  @Override
  public void write(BytesBuffer out) {
    (folded == null ? new Bitmap(width) : folded).write(out);
  }

  /** A state does not tell an empty set from none at all, which only an intersection minds. */
  @Override
  public void read(StateReader in) {
    Bitmap read = Bitmap.read(in, width);
    if (read.count() == 0 && intersects) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Empty states of groupBitmapAnd are not implemented");
    }
    fold(read);
  }
}
