// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import java.io.IOException;
import java.util.List;

/** Codecs of types made of others. */
final class ContainerCodecs {

  private ContainerCodecs() {}

  static final class OfNullable extends BinaryCodec {
    private final BinaryCodec inner;

    OfNullable(BinaryCodec inner) {
      this.inner = inner;
    }

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      boolean absent = column.isNull(row);
      out.writeByte(absent ? 1 : 0);
      if (!absent) {
        inner.writeValue(column, row, out);
      }
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      if (in.readByte() != 0) {
        into.appendNull();
      } else {
        inner.read(in, into);
      }
    }
  }

  /** Also Map, an array of (key, value) tuples. */
  static final class OfArray extends BinaryCodec {
    private final BinaryCodec element;

    OfArray(BinaryCodec element) {
      this.element = element;
    }

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      ArrayColumn array = (ArrayColumn) column;
      out.writeVarUInt(array.length(row));
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        element.write(array.elements(), e, out);
      }
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      int length = in.readArrayLength();
      for (int i = 0; i < length; i++) {
        element.read(in, into.elements());
      }
      into.endRow();
    }
  }

  static final class OfTuple extends BinaryCodec {
    private final List<BinaryCodec> elements;

    OfTuple(List<BinaryCodec> elements) {
      this.elements = elements;
    }

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      TupleColumn tuple = (TupleColumn) column;
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).write(tuple.elements().get(i), row, out);
      }
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).read(in, into.element(i));
      }
      into.endRow();
    }
  }
}
