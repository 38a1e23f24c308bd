// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;

/** retention: which conditions held together with the first one. */
final class Retention implements GroupObject<Retention> {

  private final int conditions;
  private int met;

  Retention(int conditions) {
    this.conditions = conditions;
  }

  @Override
  public void add(RowInput in, int row) {
    for (int i = 0; i < conditions; i++) {
      met |= in.word(i, row) != 0 ? 1 << i : 0;
    }
  }

  @Override
  public void merge(Retention other) {
    met |= other.met;
  }

  @Override
  public void result(ColumnBuilder out) {
    for (int i = 0; i < conditions; i++) {
      out.elements().appendLong((met & 1) & met >>> i);
    }
    out.endRow();
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeBytes(out, met, 4);
  }

  @Override
  public void read(StateReader in) {
    met = (int) in.readBytes(4);
  }
}
