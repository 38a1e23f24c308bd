// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.predicate.OrderedValue;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * Keys of arrays, maps and tuples as texts whose order by bytes is ClickHouse's order of the keys,
 * and which are equal where and only where the keys are.
 */
final class NestedKey {

  private static final int END = 0;
  private static final int NEXT = 1;

  /** Behind a zero byte of a text; what ends a text is less. */
  private static final int ZERO = 0xFF;

  private NestedKey() {}

  /**
   * The key as parts are sorted by: itself unless it is nested.
   *
   * @param nullable whether keys may be NULL
   * @throws TwinhouseException ILLEGAL_COLUMN, NOT_IMPLEMENTED
   */
  static Expression of(Expression key, boolean nullable) {
    Type type = key.type();
    if (type.lane() != Lane.ARRAY && type.lane() != Lane.TUPLE || type.base() instanceof JsonType) {
      return key;
    }
    requireOrdered(type, nullable);
    Bound text =
        Bound.of(
            StringType.INSTANCE,
            call -> {
              BytesBuffer out = call.scratch().bytes();
              Column values = call.argument(0).flatten();
              for (int row = 0; row < call.rows(); row++) {
                write(type, values, row, out);
                out.endRow();
              }
              return out.toColumn(null);
            });
    return new Expression.Call("ordered", text, List.of(key), true);
  }

  private static void requireOrdered(Type type, boolean nullable) {
    if (type.isNullable() && !nullable) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN,
          "Sorting key contains nullable columns, but merge tree setting `allow_nullable_key` is"
              + " disabled.");
    }
    Type base = type.base();
    if (base instanceof ArrayType array) {
      requireOrdered(array.element(), nullable);
    } else if (base instanceof MapType map) {
      requireOrdered(map.key(), nullable);
      requireOrdered(map.value(), nullable);
    } else if (base instanceof TupleType tuple) {
      tuple.elements().forEach(element -> requireOrdered(element, nullable));
    } else if (type.isNullable() || base.carriesType() || base instanceof JsonType) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A key with " + type.name() + " within it is not supported by the embedded store");
    }
  }

  private static void write(Type type, Column column, int row, BytesBuffer out) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      writeElements((ArrayColumn) column, row, List.of(array.element()), out);
    } else if (base instanceof MapType map) {
      writeElements((ArrayColumn) column, row, List.of(map.key(), map.value()), out);
    } else if (base instanceof TupleType tuple) {
      writeParts(tuple.elements(), (TupleColumn) column, row, out);
    } else {
      writeValue(base, column, row, out);
    }
  }

  private static void writeElements(ArrayColumn array, int row, List<Type> types, BytesBuffer out) {
    Column elements = array.elements().flatten();
    for (int i = array.offsets()[row]; i < array.offsets()[row + 1]; i++) {
      out.write(NEXT);
      if (types.size() == 1) {
        write(types.get(0), elements, i, out);
      } else {
        writeParts(types, (TupleColumn) elements, i, out);
      }
    }
    out.write(END);
  }

  private static void writeParts(List<Type> types, TupleColumn tuple, int row, BytesBuffer out) {
    for (int i = 0; i < types.size(); i++) {
      write(types.get(i), tuple.elements().get(i).flatten(), row, out);
    }
  }

  private static void writeValue(Type type, Column column, int row, BytesBuffer out) {
    if (column instanceof LongColumn longs) {
      writeWord(longs.values()[row] ^ OrderedValue.flip(type), out);
    } else if (column instanceof DoubleColumn doubles) {
      writeWord(OrderedValue.ofDouble(doubles.values()[row]), out);
    } else if (column instanceof WideColumn wide) {
      int words = wide.words();
      byte[] bytes = OrderedValue.ofWide(type, wide.values(), row * words, words);
      out.write(bytes, 0, bytes.length);
    } else {
      writeText((BytesColumn) column, row, out);
    }
  }

  /** The bytes of a signed number, the highest first, so that they are in its order. */
  private static void writeWord(long value, BytesBuffer out) {
    long flipped = value ^ Long.MIN_VALUE;
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (flipped >>> shift) & 0xFF);
    }
  }

  private static void writeText(BytesColumn texts, int row, BytesBuffer out) {
    for (int i = texts.offsets()[row]; i < texts.offsets()[row + 1]; i++) {
      int next = texts.data()[i] & 0xFF;
      out.write(next);
      if (next == 0) {
        out.write(ZERO);
      }
    }
    out.write(0);
    out.write(END);
  }
}
