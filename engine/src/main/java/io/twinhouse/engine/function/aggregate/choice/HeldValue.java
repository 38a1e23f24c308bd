// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One value of any type, or none, that others are compared with. One owner. */
final class HeldValue {

  private final Type type;
  private final ValueCodec codec;
  private final Reservation memory;
  private byte @Nullable [] held;

  HeldValue(Type type, Reservation memory) {
    this.type = type;
    this.memory = memory;
    codec = new ValueCodec(type, ValueCodec.Form.BINARY);
  }

  boolean isPresent() {
    return held != null;
  }

  /** The bytes of a row's value. */
  byte[] bytes(Column column, int row) {
    BytesBuffer out = new BytesBuffer(1);
    codec.write(column, row, out);
    out.endRow();
    BytesColumn written = out.toColumn(null);
    return Arrays.copyOf(written.data(), written.length(0));
  }

  /** Whether there is a value, equal to another one: no NaN is. */
  boolean isSame(byte @Nullable [] other) {
    if (held == null || other == null) {
      return false;
    }
    return type.base() instanceof FloatType
        ? number(held) == number(other)
        : Arrays.equals(held, other);
  }

  boolean isSame(HeldValue other) {
    return isSame(other.held);
  }

  private double number(byte[] bytes) {
    ColumnBuilder value = ColumnBuilder.of(type);
    codec.read(new StateReader(bytes, 0, bytes.length), value);
    return ((io.twinhouse.engine.column.DoubleColumn) value.build()).values()[0];
  }

  void set(byte @Nullable [] value) {
    memory.grow(value == null ? 0 : value.length);
    memory.shrink(held == null ? 0 : held.length);
    held = value;
  }

  void set(HeldValue other) {
    set(other.held);
  }

  /** The value, the type's default without one. */
  void append(ColumnBuilder out) {
    if (held == null) {
      out.append(DefaultValues.of(type), 0);
    } else {
      codec.read(new StateReader(held, 0, held.length), out);
    }
  }

  void write(SingleValue state, BytesBuffer out) {
    if (held == null) {
      state.writeNone(out);
    } else {
      ColumnBuilder value = ColumnBuilder.of(type);
      append(value);
      state.write(value.build(), out);
    }
  }

  void read(SingleValue state, StateReader in) {
    Column value = state.read(in);
    set(value == null ? null : bytes(value, 0));
  }
}
