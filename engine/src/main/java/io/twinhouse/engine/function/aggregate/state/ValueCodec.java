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
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * Single values of any type as bytes, in one of the two forms in which ClickHouse writes them into
 * states. {@link Form#BINARY} is that of RowBinary. {@link Form#KEY} is that of hash keys and of
 * lists of values: counts take eight bytes, and a text is its length with a zero byte behind it.
 * Equal bytes mean the same value bit by bit, NaN included. Stateless.
 */
public final class ValueCodec {

  /** How texts and counts stand. */
  public enum Form {
    BINARY,
    KEY
  }

  private final Type type;
  private final Form form;

  public ValueCodec(Type type, Form form) {
    this.type = type;
    this.form = form;
  }

  /** Appends row {@code row} of a column in any encoding. */
  public void write(Column column, int row, BytesBuffer out) {
    write(type, column, row, out);
  }

  /** Reads a value back and appends it. */
  public void read(StateReader in, ColumnBuilder out) {
    read(type, in, out);
  }

  private void write(Type type, Column column, int row, BytesBuffer out) {
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

  private void writeValue(Type base, Column column, int row, BytesBuffer out) {
    if (base instanceof NothingType) {
      return;
    }
    if (column instanceof LongColumn longs) {
      StateBytes.writeBytes(out, longs.values()[row], ValueWidth.bytes(base));
    } else if (column instanceof DoubleColumn doubles) {
      writeDouble(base, doubles.values()[row], out);
    } else if (column instanceof BytesColumn bytes) {
      writeText(base, bytes.data(), bytes.offsets()[row], bytes.length(row), out);
    } else if (column instanceof DictionaryColumn coded) {
      byte[] entry = coded.dictionary().bytes(coded.ids()[row]);
      writeText(base, entry, 0, entry.length, out);
    } else if (column instanceof WideColumn wide) {
      for (int word = 0; word < wide.words(); word++) {
        long value = wide.values()[row * wide.words() + ValueWidth.place(base, word)];
        StateBytes.writeLong(out, ValueWidth.ordered(base, value));
      }
    } else if (column instanceof ArrayColumn array) {
      writeCount(array.length(row), out);
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

  private static void writeDouble(Type base, double value, BytesBuffer out) {
    if (base.equals(FloatType.FLOAT32)) {
      StateBytes.writeBytes(out, Float.floatToRawIntBits((float) value), 4);
    } else if (base instanceof FloatType.Brain) {
      StateBytes.writeBytes(out, FloatType.Brain.bits(value), 2);
    } else {
      StateBytes.writeDouble(out, value);
    }
  }

  private void writeText(Type base, byte[] data, int from, int length, BytesBuffer out) {
    boolean fixed = base instanceof FixedStringType;
    boolean terminated = form == Form.KEY && !fixed;
    if (terminated) {
      StateBytes.writeLong(out, length + 1L);
    } else if (!fixed) {
      StateBytes.writeVarint(out, length);
    }
    out.write(data, from, length);
    if (terminated) {
      out.write(0);
    }
  }

  private void writeCount(int count, BytesBuffer out) {
    if (form == Form.KEY) {
      StateBytes.writeLong(out, count);
    } else {
      StateBytes.writeVarint(out, count);
    }
  }

  private static Type elementOf(Type base) {
    return base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
  }

  private void read(Type type, StateReader in, ColumnBuilder out) {
    if (type.isNullable() && in.readByte() != 0) {
      out.appendNull();
      return;
    }
    Type base = type.base();
    if (base instanceof NothingType) {
      out.appendDefault();
      return;
    }
    switch (base.lane()) {
      case LONG -> out.appendLong(ValueWidth.extend(base, in.readBytes(ValueWidth.bytes(base))));
      case DOUBLE -> out.appendDouble(readDouble(base, in));
      case BYTES -> readText(base, in, out);
      case WIDE -> {
        long[] words = new long[ValueWidth.words(base)];
        for (int word = 0; word < words.length; word++) {
          words[ValueWidth.place(base, word)] = ValueWidth.ordered(base, in.readLong());
        }
        out.appendWide(words, 0);
      }
      case ARRAY -> {
        for (long left = readCount(in); left > 0; left--) {
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

  private static double readDouble(Type base, StateReader in) {
    if (base instanceof FloatType.Brain) {
      return FloatType.Brain.ofBits(in.readBytes(2));
    }
    return base.equals(FloatType.FLOAT32)
        ? Float.intBitsToFloat((int) in.readBytes(4))
        : in.readDouble();
  }

  private void readText(Type base, StateReader in, ColumnBuilder out) {
    if (base instanceof FixedStringType fixed) {
      out.appendBytes(in.data(), in.skip(fixed.length()), fixed.length());
      return;
    }
    int terminator = form == Form.KEY ? 1 : 0;
    long length = form == Form.KEY ? in.readLong() - 1 : in.readVarint();
    int start = in.skip(length + terminator);
    out.appendBytes(in.data(), start, (int) length);
  }

  private long readCount(StateReader in) {
    long count = form == Form.KEY ? in.readLong() : in.readVarint();
    if (count > in.left() && count > 1 << 20) {
      in.skip(count);
    }
    return count;
  }
}
