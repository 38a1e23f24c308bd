// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The codecs of the Native format but for dictionaries. */
final class NativeCodecs {

  private NativeCodecs() {}

  /** Values one behind the other, as in RowBinary. */
  static final class OfValues extends NativeCodec {
    private final Type type;
    private final BinaryCodec codec;

    OfValues(Type type, BinaryCodec codec) {
      this.type = type;
      this.codec = codec;
    }

    @Override
    void write(Column column, int from, int to, BinaryWriter out) throws IOException {
      for (int row = from; row < to; row++) {
        codec.write(column, row, out);
      }
    }

    @Override
    Column read(BinaryReader in, int rows) throws IOException {
      ColumnBuilder builder = ColumnBuilder.of(type);
      for (int row = 0; row < rows; row++) {
        codec.read(in, builder);
      }
      return builder.build();
    }
  }

  /**
   * A byte a row that says whether it is NULL, then values, of which those of NULLs are default.
   */
  static final class OfNullable extends NativeCodec {
    private final Column nothing;
    private final NativeCodec inner;

    OfNullable(Type type, NativeCodec inner) {
      this.inner = inner;
      ColumnBuilder one = ColumnBuilder.of(type);
      one.appendDefault();
      nothing = one.build();
    }

    @Override
    void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {
      inner.writePrefix(column, from, to, out);
    }

    @Override
    void write(Column column, int from, int to, BinaryWriter out) throws IOException {
      for (int row = from; row < to; row++) {
        out.writeByte(column.isNull(row) ? 1 : 0);
      }
      if (inner.isWhole()) {
        inner.write(column, from, to, out);
        return;
      }
      int start = from;
      for (int row = from; row < to; row++) {
        if (column.isNull(row)) {
          inner.write(column, start, row, out);
          inner.write(nothing, 0, 1, out);
          start = row + 1;
        }
      }
      inner.write(column, start, to, out);
    }

    @Override
    void readPrefix(BinaryReader in) throws IOException {
      inner.readPrefix(in);
    }

    @Override
    Column read(BinaryReader in, int rows) throws IOException {
      boolean[] nulls = new boolean[rows];
      boolean any = false;
      for (int row = 0; row < rows; row++) {
        nulls[row] = in.readByte() != 0;
        any |= nulls[row];
      }
      Column values = inner.read(in, rows);
      return any ? values.withNulls(nulls) : values;
    }
  }

  /** Where each row ends, then the elements of all; also Map. */
  static final class OfArray extends NativeCodec {
    private final NativeCodec element;

    OfArray(NativeCodec element) {
      this.element = element;
    }

    @Override
    void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {
      ArrayColumn array = (ArrayColumn) column.flatten();
      element.writePrefix(array.elements(), array.offsets()[from], array.offsets()[to], out);
    }

    @Override
    void write(Column column, int from, int to, BinaryWriter out) throws IOException {
      ArrayColumn array = (ArrayColumn) column.flatten();
      int start = array.offsets()[from];
      for (int row = from; row < to; row++) {
        out.writeFixed(array.offsets()[row + 1] - start, 8);
      }
      element.write(array.elements(), start, array.offsets()[to], out);
    }

    @Override
    void readPrefix(BinaryReader in) throws IOException {
      element.readPrefix(in);
    }

    @Override
    Column read(BinaryReader in, int rows) throws IOException {
      int[] offsets = new int[rows + 1];
      for (int row = 0; row < rows; row++) {
        long end = in.readFixed(8);
        if (end < offsets[row] || end > Integer.MAX_VALUE - 8) {
          throw new TwinhouseException(
              ErrorCode.INCORRECT_DATA, "Native data hold an array that ends at element " + end);
        }
        offsets[row + 1] = (int) end;
      }
      return ArrayColumn.of(offsets, element.read(in, offsets[rows]), rows);
    }
  }

  /** One element's values behind the other's. */
  static final class OfTuple extends NativeCodec {
    private final List<NativeCodec> elements;

    OfTuple(List<NativeCodec> elements) {
      this.elements = elements;
    }

    @Override
    void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {
      TupleColumn tuple = (TupleColumn) column.flatten();
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).writePrefix(tuple.elements().get(i), from, to, out);
      }
    }

    @Override
    void write(Column column, int from, int to, BinaryWriter out) throws IOException {
      TupleColumn tuple = (TupleColumn) column.flatten();
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).write(tuple.elements().get(i), from, to, out);
      }
    }

    @Override
    void readPrefix(BinaryReader in) throws IOException {
      for (NativeCodec element : elements) {
        element.readPrefix(in);
      }
    }

    @Override
    Column read(BinaryReader in, int rows) throws IOException {
      List<Column> columns = new ArrayList<>();
      for (NativeCodec element : elements) {
        columns.add(element.read(in, rows));
      }
      return TupleColumn.of(columns, rows);
    }
  }

  /** The type of a bare NULL: a mark a row. */
  static final class OfNothing extends NativeCodec {
    private static final int MARK = '0';

    @Override
    void write(Column column, int from, int to, BinaryWriter out) throws IOException {
      for (int row = from; row < to; row++) {
        out.writeByte(MARK);
      }
    }

    @Override
    Column read(BinaryReader in, int rows) throws IOException {
      for (int row = 0; row < rows; row++) {
        in.readByte();
      }
      return LongColumn.of(new long[rows], rows, null);
    }
  }
}
