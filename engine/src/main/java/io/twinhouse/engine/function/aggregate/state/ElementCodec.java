// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements of the lists and sets in states: numbers as they are, single texts behind their length,
 * everything else in the form of hash keys behind the length of that. Stateless.
 */
public final class ElementCodec {

  private final List<ValueCodec> codecs;
  private final boolean sized;

  /** Elements of arrays that are written one behind another, without how many they are. */
  private final @Nullable ValueCodec bare;

  private ElementCodec(List<ValueCodec> codecs, boolean sized, @Nullable ValueCodec bare) {
    this.codecs = codecs;
    this.sized = sized;
    this.bare = bare;
  }

  /** Elements of lists. */
  public static ElementCodec ofValues(Type type) {
    boolean text = type instanceof StringType;
    ValueCodec.Form form = text ? ValueCodec.Form.BINARY : ValueCodec.Form.KEY;
    List<ValueCodec> codecs = List.of(new ValueCodec(type, form));
    return new ElementCodec(codecs, !text && !isNumber(type), null);
  }

  /** Elements of sets. */
  public static ElementCodec ofDistinct(Type type) {
    return isBare(type) ? ofBare(type) : ofValues(type);
  }

  /** The arguments that -Distinct has seen, an element a value of each type. */
  public static ElementCodec ofArguments(List<Type> types) {
    Type first = types.get(0);
    if (types.size() == 1 && (isArgumentNumber(first) || isBare(first) || isText(first))) {
      return ofDistinct(first);
    }
    return new ElementCodec(
        types.stream().map(type -> new ValueCodec(type, ValueCodec.Form.KEY)).toList(), true, null);
  }

  private static ElementCodec ofBare(Type type) {
    Type element = ((ArrayType) type.base()).element();
    return new ElementCodec(List.of(), true, new ValueCodec(element, ValueCodec.Form.KEY));
  }

  /** Elements that are numbers, dates or decimals, none of them behind a length. */
  static ElementCodec ofNumber(Type type) {
    return new ElementCodec(List.of(new ValueCodec(type, ValueCodec.Form.BINARY)), false, null);
  }

  /** Whether ClickHouse keeps elements of a type as bare numbers. */
  public static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type.lane() == Lane.DOUBLE
        || type instanceof EnumType
        || type instanceof BoolType
        || type instanceof DateTimeType
        || type.equals(DateType.DATE)
        || type.equals(IpType.IPV4);
  }

  /** Whether -Distinct keeps an argument of a type as a bare number. */
  static boolean isArgumentNumber(Type type) {
    return type instanceof IntegerType
        || type.lane() == Lane.DOUBLE
        || type instanceof EnumType
        || type instanceof BoolType;
  }

  /** Whether sets keep arrays of a type as their elements' bytes alone: those of one width. */
  static boolean isBare(Type type) {
    if (!(type.base() instanceof ArrayType array) || array.element().isNullable()) {
      return false;
    }
    Lane lane = array.element().lane();
    boolean nested = lane == Lane.ARRAY || lane == Lane.TUPLE;
    return !nested && (lane != Lane.BYTES || array.element() instanceof FixedStringType);
  }

  private static boolean isText(Type type) {
    return type instanceof StringType;
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
    if (bare != null) {
      ArrayColumn arrays = (ArrayColumn) values[0].flatten();
      for (int e = arrays.offsets()[row]; e < arrays.offsets()[row + 1]; e++) {
        bare.write(arrays.elements(), e, key);
      }
    }
    for (int i = 0; i < codecs.size(); i++) {
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
    long bytes = sized ? in.readVarint() : 0;
    if (bare != null) {
      int end = in.position() + (int) bytes;
      while (in.position() < end) {
        bare.read(in, out[0].elements());
      }
      out[0].endRow();
    }
    for (int i = 0; i < codecs.size(); i++) {
      codecs.get(i).read(in, out[i]);
    }
  }
}
