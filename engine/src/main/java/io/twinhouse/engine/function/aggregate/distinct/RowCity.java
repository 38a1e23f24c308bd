// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.function.aggregate.state.ValueCity;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * The 64-bit hash of several arguments, or of the elements of one tuple: where all of them lie in
 * one stretch of the server's memory the CityHash of each, folded, else the low half of the 128-bit
 * SipHash of all. One owner, one thread.
 */
final class RowCity {

  private final List<Type> parts;
  private final boolean ofTuple;
  private final boolean contiguous;
  private final List<ValueCodec> codecs;
  private final BytesBuffer scratch;
  private final ValueCity city = new ValueCity();
  private final long[] wide = new long[2];

  RowCity(List<Type> types, Reservation memory) {
    Type first = types.get(0).base();
    ofTuple = types.size() == 1 && first instanceof TupleType;
    parts = ofTuple ? ((TupleType) first).elements() : types;
    contiguous = parts.stream().allMatch(RowCity::isContiguous);
    codecs = parts.stream().map(part -> codec(part, contiguous)).toList();
    scratch = new BytesBuffer(memory);
  }

  private static ValueCodec codec(Type part, boolean contiguous) {
    boolean elements = contiguous && part.base() instanceof ArrayType;
    Type written = elements ? ((ArrayType) part.base()).element() : part;
    return new ValueCodec(written, ValueCodec.Form.KEY);
  }

  private static boolean isContiguous(Type part) {
    Type base = part.base();
    if (part.isNullable() || base.lane() == Lane.TUPLE || base instanceof MapType) {
      return false;
    }
    return !(base instanceof ArrayType array) || isOfOneWidth(array.element());
  }

  private static boolean isOfOneWidth(Type element) {
    Lane lane = element.base().lane();
    boolean number = lane == Lane.LONG || lane == Lane.DOUBLE || lane == Lane.WIDE;
    return !element.isNullable() && (number || element.base() instanceof FixedStringType);
  }

  /** The hash of a row of arguments in any encoding. */
  long of(Column[] arguments, int row) {
    Column[] values = arguments;
    int at = row;
    if (ofTuple) {
      Column tuple = arguments[0];
      if (tuple instanceof ConstantColumn constant) {
        tuple = constant.value();
        at = 0;
      }
      values = ((TupleColumn) tuple).elements().toArray(Column[]::new);
    }
    return contiguous ? folded(values, at) : encoded(values, at);
  }

  private long folded(Column[] values, int row) {
    long folded = 0;
    for (int i = 0; i < values.length; i++) {
      Type base = parts.get(i).base();
      long hash =
          base instanceof ArrayType
              ? elements(codecs.get(i), values[i], row)
              : city.of(base, values[i], row);
      folded = i == 0 ? hash : CityHash102.combine(hash, folded);
    }
    return folded;
  }

  private long elements(ValueCodec codec, Column column, int row) {
    boolean constant = column instanceof ConstantColumn;
    ArrayColumn arrays =
        (ArrayColumn) (constant ? ((ConstantColumn) column).value() : column.flatten());
    int at = constant ? 0 : row;
    scratch.reset();
    for (int e = arrays.offsets()[at]; e < arrays.offsets()[at + 1]; e++) {
      codec.write(arrays.elements(), e, scratch);
    }
    scratch.endRow();
    BytesColumn bytes = scratch.toColumn(null);
    return CityHash102.hash64(bytes.data(), 0, bytes.length(0));
  }

  private long encoded(Column[] values, int row) {
    scratch.reset();
    for (int i = 0; i < values.length; i++) {
      codecs.get(i).write(values[i], row, scratch);
    }
    scratch.endRow();
    BytesColumn bytes = scratch.toColumn(null);
    SipHash24.hash128(bytes.data(), 0, bytes.length(0), wide, 0);
    return wide[0];
  }
}
