// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.state;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * Single values of any type as bytes: a flag before what may be NULL, numbers in eight bytes each
 * word, texts behind their length, arrays behind their count. Equal bytes mean the same value bit
 * by bit, NaN included. Stateless.
 */
public final class ValueCodec {

  private final Type type;

  public ValueCodec(Type type) {
    this.type = type;
  }

  /** Appends row {@code row} of a column in any encoding. */
  public void write(Column column, int row, BytesBuffer out) {
    write(type, column, row, out);
  }

  /** Reads a value back and appends it. */
  public void read(StateReader in, ColumnBuilder out) {
    read(type, in, out);
  }

  private static void write(Type type, Column column, int row, BytesBuffer out) {
    if (type.isNullable()) {
      boolean isNull = column.isNull(row);
      out.write(isNull ? 1 : 0);
      if (isNull) {
        return;
      }
    }
    if (column instanceof ConstantColumn constant) {
      writeValue(type.base(), constant.value(), 0, out);
    } else {
      writeValue(type.base(), column, row, out);
    }
  }

  private static void writeValue(Type base, Column column, int row, BytesBuffer out) {
    if (column instanceof LongColumn longs) {
      StateBytes.writeLong(out, longs.values()[row]);
    } else if (column instanceof DoubleColumn doubles) {
      StateBytes.writeDouble(out, doubles.values()[row]);
    } else if (column instanceof BytesColumn bytes) {
      StateBytes.writeVarint(out, bytes.length(row));
      out.write(bytes.data(), bytes.offsets()[row], bytes.length(row));
    } else if (column instanceof DictionaryColumn coded) {
      byte[] entry = coded.dictionary().bytes(coded.ids()[row]);
      StateBytes.writeVarint(out, entry.length);
      out.write(entry, 0, entry.length);
    } else if (column instanceof WideColumn wide) {
      for (int word = 0; word < wide.words(); word++) {
        StateBytes.writeLong(out, wide.values()[row * wide.words() + word]);
      }
    } else if (column instanceof ArrayColumn array) {
      StateBytes.writeVarint(out, array.length(row));
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        write(elementOf(base), array.elements(), e, out);
      }
    } else {
      List<Type> elements = ((TupleType) base).elements();
      for (int i = 0; i < elements.size(); i++) {
        write(elements.get(i), ((TupleColumn) column).elements().get(i), row, out);
      }
    }
  }

  private static Type elementOf(Type base) {
    return base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
  }

  private static void read(Type type, StateReader in, ColumnBuilder out) {
    if (type.isNullable() && in.readByte() != 0) {
      out.appendNull();
      return;
    }
    Type base = type.base();
    switch (base.lane()) {
      case LONG -> out.appendLong(in.readLong());
      case DOUBLE -> out.appendDouble(in.readDouble());
      case BYTES -> {
        int length = (int) in.readVarint();
        int start = in.skip(length);
        out.appendBytes(in.data(), start, length);
      }
      case WIDE -> {
        long[] words = new long[ValueWidth.words(base)];
        for (int word = 0; word < words.length; word++) {
          words[word] = in.readLong();
        }
        out.appendWide(words, 0);
      }
      case ARRAY -> {
        for (long left = in.readVarint(); left > 0; left--) {
          read(elementOf(base), in, out.elements());
        }
        out.endRow();
      }
      case TUPLE -> {
        List<Type> elements = ((TupleType) base).elements();
        for (int i = 0; i < elements.size(); i++) {
          read(elements.get(i), in, out.element(i));
        }
        out.endRow();
      }
    }
  }
}
