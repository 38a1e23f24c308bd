// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of a batch, read value by value. One owner, one thread. */
public final class RowInput {

  private final List<Type> types;
  private final Column[] columns;
  private final @Nullable DoubleLane[] numbers;
  private final @Nullable BytesLane[] texts;
  private final Reservation memory;
  private @Nullable BytesBuffer encoded;

  /**
   * @param memory holds what is needed to encode values
   */
  RowInput(List<Type> types, Reservation memory) {
    this.memory = memory;
    this.types = List.copyOf(types);
    columns = new Column[types.size()];
    numbers = new DoubleLane[types.size()];
    texts = new BytesLane[types.size()];
  }

  void bind(Column[] arguments) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] = arguments[i].flatten();
      numbers[i] = null;
      texts[i] = null;
    }
  }

  /** A number of any type as Float64; decimals scaled. */
  public double number(int argument, int row) {
    DoubleLane lane = numbers[argument];
    if (lane == null) {
      lane = DoubleLane.of(types.get(argument), columns[argument]);
      numbers[argument] = lane;
    }
    return lane.at(row);
  }

  /** A value of the LONG lane. */
  public long word(int argument, int row) {
    return ((LongColumn) columns[argument]).values()[row];
  }

  /** A value of the LONG lane, or the bits of a number of the DOUBLE lane. */
  public long bits(int argument, int row) {
    return types.get(argument).lane() == Lane.DOUBLE
        ? Double.doubleToRawLongBits(number(argument, row))
        : word(argument, row);
  }

  /** A value of the BYTES lane. */
  public byte[] text(int argument, int row) {
    BytesLane lane = texts[argument];
    if (lane == null) {
      lane = BytesLane.of(columns[argument]);
      texts[argument] = lane;
    }
    return lane.bytes(row);
  }

  /** The bytes of a value as row 0 of a column, which is valid until the next call. */
  public BytesColumn encoded(ValueCodec codec, int argument, int row) {
    BytesBuffer out = scratch();
    codec.write(columns[argument], row, out);
    out.endRow();
    return out.toColumn(null);
  }

  /** The bytes of all arguments one behind the other, as {@link #encoded} has those of one. */
  public BytesColumn encoded(List<ValueCodec> codecs, int row) {
    BytesBuffer out = scratch();
    for (int i = 0; i < columns.length; i++) {
      codecs.get(i).write(columns[i], row, out);
    }
    out.endRow();
    return out.toColumn(null);
  }

  private BytesBuffer scratch() {
    BytesBuffer scratch = encoded;
    if (scratch == null) {
      scratch = new BytesBuffer(memory);
      encoded = scratch;
    }
    scratch.reset();
    return scratch;
  }

  /** The argument itself, without constants; perhaps dictionary-encoded. */
  public Column column(int argument) {
    return columns[argument];
  }

  public int size() {
    return columns.length;
  }
}
