// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.key;

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
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Values of any types as bytes, such that equal rows and only they have equal bytes: a flag byte
 * before each Nullable value, numbers in eight bytes (NaN made one), bytes behind their length,
 * arrays behind their count.
 */
final class RowCodec {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<Type> types;
  private final byte[] word = new byte[8];
  private byte[] entry = new byte[64];

  RowCodec(List<Type> types) {
    this.types = types;
  }

  /** Appends one encoded row to {@code out} for each of the rows of {@code keys}. */
  void encode(Column[] keys, int rows, BytesBuffer out) {
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < keys.length; i++) {
        write(types.get(i), keys[i], row, out);
      }
      out.endRow();
    }
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
      writeValue(type, constant.value(), 0, out);
    } else {
      writeValue(type, column, row, out);
    }
  }

  private void writeValue(Type type, Column column, int row, BytesBuffer out) {
    if (column instanceof LongColumn longs) {
      writeLong(longs.values()[row], out);
    } else if (column instanceof DoubleColumn doubles) {
      writeLong(Double.doubleToLongBits(doubles.values()[row]), out);
    } else if (column instanceof BytesColumn bytes) {
      writeInt(bytes.length(row), out);
      out.write(bytes.data(), bytes.offsets()[row], bytes.length(row));
    } else if (column instanceof DictionaryColumn coded) {
      writeEntry(coded, row, out);
    } else if (column instanceof WideColumn wide) {
      for (int w = 0; w < wide.words(); w++) {
        writeLong(wide.values()[row * wide.words() + w], out);
      }
    } else if (column instanceof ArrayColumn array) {
      writeInt(array.length(row), out);
      Type element = elementOf(type.base());
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        write(element, array.elements(), e, out);
      }
    } else {
      List<Type> elements = ((TupleType) type.base()).elements();
      for (int i = 0; i < elements.size(); i++) {
        write(elements.get(i), ((TupleColumn) column).elements().get(i), row, out);
      }
    }
  }

  private static Type elementOf(Type base) {
    return base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
  }

  private void writeEntry(DictionaryColumn coded, int row, BytesBuffer out) {
    int id = coded.ids()[row];
    int length = coded.dictionary().length(id);
    if (entry.length < length) {
      entry = new byte[length * 2];
    }
    coded.dictionary().copy(id, entry, 0);
    writeInt(length, out);
    out.write(entry, 0, length);
  }

  private void writeLong(long value, BytesBuffer out) {
    LONGS.set(word, 0, value);
    out.write(word, 0, 8);
  }

  private void writeInt(int value, BytesBuffer out) {
    INTS.set(word, 0, value);
    out.write(word, 0, 4);
  }

  /** The key columns of strings {@code [from, from + count)}. */
  Column[] decode(ByteStrings strings, int from, int count) {
    ColumnBuilder[] builders = types.stream().map(ColumnBuilder::of).toArray(ColumnBuilder[]::new);
    for (int index = from; index < from + count; index++) {
      byte[] data = strings.chunk(index);
      int at = strings.start(index);
      for (int i = 0; i < builders.length; i++) {
        at = read(types.get(i), data, at, builders[i]);
      }
    }
    Column[] keys = new Column[builders.length];
    for (int i = 0; i < builders.length; i++) {
      keys[i] = builders[i].build();
    }
    return keys;
  }

  private static int read(Type type, byte[] data, int start, ColumnBuilder out) {
    int at = start;
    if (type.isNullable() && data[at++] != 0) {
      out.appendNull();
      return at;
    }
    switch (type.lane()) {
      case LONG -> out.appendLong((long) LONGS.get(data, at));
      case DOUBLE -> out.appendDouble(Double.longBitsToDouble((long) LONGS.get(data, at)));
      case BYTES -> {
        int length = (int) INTS.get(data, at);
        out.appendBytes(data, at + 4, length);
        return at + 4 + length;
      }
      case WIDE -> {
        return readWide(type.base(), data, at, out);
      }
      case ARRAY -> {
        return readArray(elementOf(type.base()), data, at, out);
      }
      case TUPLE -> {
        List<Type> elements = ((TupleType) type.base()).elements();
        for (int i = 0; i < elements.size(); i++) {
          at = read(elements.get(i), data, at, out.element(i));
        }
        out.endRow();
        return at;
      }
    }
    return at + 8;
  }

  private static int readArray(Type element, byte[] data, int start, ColumnBuilder out) {
    int at = start + 4;
    for (int left = (int) INTS.get(data, start); left > 0; left--) {
      at = read(element, data, at, out.elements());
    }
    out.endRow();
    return at;
  }

  private static int readWide(Type base, byte[] data, int start, ColumnBuilder out) {
    boolean four =
        (base instanceof IntegerType integer && integer.bits() == 256)
            || (base instanceof DecimalType decimal && decimal.bits() == 256);
    long[] words = new long[four ? 4 : 2];
    for (int w = 0; w < words.length; w++) {
      words[w] = (long) LONGS.get(data, start + 8 * w);
    }
    out.appendWide(words, 0);
    return start + 8 * words.length;
  }
}
