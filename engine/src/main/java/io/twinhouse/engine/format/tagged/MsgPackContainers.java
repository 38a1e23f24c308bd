// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.util.List;

/** Codecs of types made of others. */
final class MsgPackContainers {

  private static final int FEW_ELEMENTS = 0x90;
  private static final int ELEMENTS = 0xdc;
  private static final int FEW_ENTRIES = 0x80;
  private static final int ENTRIES = 0xde;

  private MsgPackContainers() {}

  static final class OfArray extends MsgPackCodec {
    private final Type type;
    private final boolean nullable;
    private final MsgPackCodec element;

    OfArray(Type type, Type elementType, MsgPackCodec element) {
      this.type = type;
      this.nullable = elementType.isNullable();
      this.element = element;
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      ArrayColumn array = (ArrayColumn) column;
      out.begin(FEW_ELEMENTS, ELEMENTS, array.length(row));
      for (int e = array.offsets()[row]; e < array.offsets()[row + 1]; e++) {
        element.write(array.elements(), e, out);
      }
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) throws IOException {
      if (kind != MsgPackInput.Kind.ARRAY) {
        throw in.unfit(type);
      }
      long count = in.number();
      for (long i = 0; i < count; i++) {
        element.readElement(in, nullable, into.elements());
      }
      into.endRow();
    }
  }

  static final class OfMap extends MsgPackCodec {
    private final MapType type;
    private final MsgPackCodec key;
    private final MsgPackCodec value;

    OfMap(MapType type, MsgPackCodec key, MsgPackCodec value) {
      this.type = type;
      this.key = key;
      this.value = value;
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      ArrayColumn map = (ArrayColumn) column;
      TupleColumn entries = (TupleColumn) map.elements();
      out.begin(FEW_ENTRIES, ENTRIES, map.length(row));
      for (int e = map.offsets()[row]; e < map.offsets()[row + 1]; e++) {
        key.write(entries.elements().get(0), e, out);
        value.write(entries.elements().get(1), e, out);
      }
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) throws IOException {
      if (kind != MsgPackInput.Kind.MAP) {
        throw in.unfit(type);
      }
      long count = in.number();
      for (long i = 0; i < count; i++) {
        key.readElement(in, type.key().isNullable(), into.elements().element(0));
        value.readElement(in, type.value().isNullable(), into.elements().element(1));
        into.elements().endRow();
      }
      into.endRow();
    }
  }

  /** An array of as many elements, whether they have names or not. */
  static final class OfTuple extends MsgPackCodec {
    private final TupleType type;
    private final List<MsgPackCodec> elements;

    OfTuple(TupleType type, List<MsgPackCodec> elements) {
      this.type = type;
      this.elements = elements;
    }

    @Override
    void writeValue(Column column, int row, MsgPackOutput out) throws IOException {
      TupleColumn tuple = (TupleColumn) column;
      out.begin(FEW_ELEMENTS, ELEMENTS, elements.size());
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).write(tuple.elements().get(i), row, out);
      }
    }

    @Override
    void read(MsgPackInput.Kind kind, MsgPackInput in, ColumnBuilder into) throws IOException {
      if (kind != MsgPackInput.Kind.ARRAY) {
        throw in.unfit(type);
      }
      if (in.number() != elements.size()) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN,
            "Cannot insert MessagePack array with size "
                + in.number()
                + " into Tuple column with "
                + elements.size()
                + " elements");
      }
      for (int i = 0; i < elements.size(); i++) {
        boolean nullable = type.elements().get(i).isNullable();
        elements.get(i).readElement(in, nullable, into.element(i));
      }
      into.endRow();
    }
  }
}
