// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** singleValueOrNull: the value that all rows have, NULL if they have several or are none. */
final class LoneValue implements GroupObject<LoneValue> {

  private final HeldValue value;
  private boolean several;

  LoneValue(Type type, Reservation memory) {
    value = new HeldValue(type, memory);
  }

  @Override
  public void add(RowInput in, int row) {
    BytesColumn given = value.bytes(in, row);
    if (!value.isPresent()) {
      value.set(given);
    } else if (!value.isSame(given)) {
      several = true;
    }
  }

  @Override
  public void merge(LoneValue other) {
    if (!other.value.isPresent()) {
      return;
    }
    if (!value.isPresent()) {
      value.set(other.value);
    } else if (!value.isSame(other.value)) {
      several = true;
    }
    several |= other.several;
  }

  @Override
  public void result(ColumnBuilder out) {
    if (several || !value.isPresent()) {
      out.appendNull();
    } else {
      value.append(out);
    }
  }

  /** The server's bytes do not tell one value from several. */
  @Override
  public void write(BytesBuffer out) {
    throw noBytes();
  }

  @Override
  public void read(StateReader in) {
    throw noBytes();
  }

  private static TwinhouseException noBytes() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "States of singleValueOrNull are not implemented as bytes");
  }
}
