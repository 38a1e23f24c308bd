// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** anyHeavy: a value that more than half of the rows have is the one that is left by a vote. */
final class HeavyValue implements GroupObject<HeavyValue> {

  private final HeldValue value;
  private final SingleValue state;
  private long votes;

  HeavyValue(Type type, Reservation memory) {
    value = new HeldValue(type, memory);
    state = new SingleValue(type);
  }

  @Override
  public void add(RowInput in, int row) {
    BytesColumn given = value.bytes(in, row);
    if (value.isSame(given)) {
      votes++;
    } else if (votes == 0) {
      value.set(given);
      votes = 1;
    } else {
      votes--;
    }
  }

  @Override
  public void merge(HeavyValue other) {
    if (!other.value.isPresent()) {
      return;
    }
    if (value.isSame(other.value)) {
      votes += other.votes;
    } else if (!value.isPresent() || votes < other.votes) {
      value.set(other.value);
      votes = other.votes - votes;
    } else {
      votes -= other.votes;
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    value.append(out);
  }

  @Override
  public void write(BytesBuffer out) {
    value.write(state, out);
    StateBytes.writeBytes(out, votes, Long.BYTES);
  }

  @Override
  public void read(StateReader in) {
    value.read(state, in);
    votes = in.readLong();
  }
}
