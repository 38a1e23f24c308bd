// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
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

  /** The bytes of a row's value, valid until the next row. */
  BytesColumn bytes(RowInput in, int row) {
    return in.encoded(codec, 0, row);
  }

  /** Whether there is a value, equal to that of a row: no NaN is. */
  boolean isSame(BytesColumn other) {
    return isSame(other.data(), other.length(0));
  }

  boolean isSame(HeldValue other) {
    return other.held != null && isSame(other.held, other.held.length);
  }

  private boolean isSame(byte[] other, int length) {
    if (held == null) {
      return false;
    }
    return type.base() instanceof FloatType
        ? number(held, held.length) == number(other, length)
        : Arrays.equals(held, 0, held.length, other, 0, length);
  }

  private static double number(byte[] bytes, int length) {
    long bits = new StateReader(bytes, 0, length).readBytes(length);
    return length == Float.BYTES ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
  }

  void set(BytesColumn value) {
    memory.grow(GroupCapacity.ARRAY_HEADER + value.length(0));
    replace(value.bytes(0));
  }

  void set(HeldValue other) {
    memory.grow(other.held == null ? 0 : GroupCapacity.ARRAY_HEADER + other.held.length);
    replace(other.held);
  }

  /** Takes over bytes that are reserved. */
  private void replace(byte @Nullable [] value) {
    memory.shrink(held == null ? 0 : GroupCapacity.ARRAY_HEADER + held.length);
    held = value;
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
    if (value == null) {
      replace(null);
      return;
    }
    BytesBuffer out = new BytesBuffer(1);
    codec.write(value, 0, out);
    out.endRow();
    set(out.toColumn(null));
  }
}
