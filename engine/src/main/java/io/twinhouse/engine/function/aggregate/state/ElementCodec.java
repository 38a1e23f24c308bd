// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * Elements of the lists and sets in states: numbers as they are, single texts behind their length,
 * everything else in the form of hash keys behind the length of that. Stateless.
 */
public final class ElementCodec {

  private final List<ValueCodec> codecs;
  private final boolean sized;

  /** Elements that are one value of each of {@code types}. */
  public ElementCodec(List<Type> types) {
    boolean single = types.size() == 1;
    boolean text = single && types.get(0) instanceof StringType;
    boolean plain = single && isNumber(types.get(0));
    sized = !text && !plain;
    ValueCodec.Form form = text ? ValueCodec.Form.BINARY : ValueCodec.Form.KEY;
    codecs = types.stream().map(type -> new ValueCodec(type, form)).toList();
  }

  private ElementCodec(Type number) {
    sized = false;
    codecs = List.of(new ValueCodec(number, ValueCodec.Form.BINARY));
  }

  /** Elements that are numbers, dates or decimals, none of them behind a length. */
  static ElementCodec ofNumber(Type type) {
    return new ElementCodec(type);
  }

  /** Whether ClickHouse keeps elements of a type as bare numbers. */
  static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type instanceof FloatType
        || type instanceof EnumType
        || type instanceof BoolType
        || type instanceof DateTimeType
        || type.equals(DateType.DATE)
        || type.equals(IpType.IPV4);
  }

  public void write(Column value, int row, BytesBuffer out) {
    write(new Column[] {value}, row, out);
  }

  /** Appends the element made of row {@code row} of all columns. */
  public void write(Column[] values, int row, BytesBuffer out) {
    if (!sized) {
      codecs.get(0).write(values[0], row, out);
      return;
    }
    BytesBuffer key = new BytesBuffer(1);
    for (int i = 0; i < values.length; i++) {
      codecs.get(i).write(values[i], row, key);
    }
    key.endRow();
    BytesColumn bytes = key.toColumn(null);
    StateBytes.writeVarint(out, bytes.length(0));
    out.write(bytes.data(), 0, bytes.length(0));
  }

  public void read(StateReader in, ColumnBuilder out) {
    read(in, new ColumnBuilder[] {out});
  }

  /** Reads an element back, a value for each builder. */
  public void read(StateReader in, ColumnBuilder[] out) {
    if (sized) {
      in.readVarint();
    }
    for (int i = 0; i < out.length; i++) {
      codecs.get(i).read(in, out[i]);
    }
  }
}
