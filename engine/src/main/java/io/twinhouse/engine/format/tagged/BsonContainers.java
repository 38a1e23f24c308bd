// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codecs of types made of others: documents within the document. */
final class BsonContainers {

  private BsonContainers() {}

  static final class OfArray extends BsonCodec {
    private final ArrayType type;
    private final BsonCodec element;

    OfArray(ArrayType type, BsonCodec element) {
      this.type = type;
      this.element = element;
    }

    @Override
    BsonKind kind() {
      return BsonKind.ARRAY;
    }

    @Override
    void writeValue(Column column, int row, BsonOutput out) {
      ArrayColumn array = (ArrayColumn) column;
      int begin = out.begin();
      int first = array.offsets()[row];
      for (int e = first; e < array.offsets()[row + 1]; e++) {
        byte[] name = Integer.toString(e - first).getBytes(UTF_8);
        element.write(name, array.elements(), e, out);
      }
      out.end(begin);
    }

    @Override
    void read(BsonKind kind, BsonInput in, ColumnBuilder into) throws IOException {
      if (kind != BsonKind.ARRAY) {
        throw kind.unfit(type.name());
      }
      long end = in.begin();
      while (in.hasMore(end)) {
        BsonKind given = in.kind();
        in.name();
        element.readElement(given, in, type.element().isNullable(), into.elements());
      }
      into.endRow();
    }
  }

  /** A document; the names are the keys' texts. */
  static final class OfMap extends BsonCodec {
    private final MapType type;
    private final BsonCodec value;
    private final ValueWriter keyWriter;
    private final FormatSettings settings;
    private @Nullable ValueReader keyReader;
    private final TextOutput text = new TextOutput();

    OfMap(MapType type, BsonCodec value, FormatSettings settings) {
      this.type = type;
      this.value = value;
      this.keyWriter = ValueWriter.of(type.key(), TextStyle.RAW, settings.writeOptions());
      this.settings = settings;
    }

    @Override
    BsonKind kind() {
      return BsonKind.DOCUMENT;
    }

    @Override
    void writeValue(Column column, int row, BsonOutput out) {
      ArrayColumn map = (ArrayColumn) column;
      TupleColumn entries = (TupleColumn) map.elements();
      int begin = out.begin();
      for (int e = map.offsets()[row]; e < map.offsets()[row + 1]; e++) {
        text.reset();
        keyWriter.write(entries.elements().get(0), e, text);
        byte[] name = BsonNames.escaped(Arrays.copyOf(text.data(), text.length()));
        value.write(name, entries.elements().get(1), e, out);
      }
      out.end(begin);
    }

    @Override
    void read(BsonKind kind, BsonInput in, ColumnBuilder into) throws IOException {
      if (kind != BsonKind.DOCUMENT) {
        throw kind.unfit(type.name());
      }
      ValueReader keys = keyReader();
      long end = in.begin();
      while (in.hasMore(end)) {
        BsonKind given = in.kind();
        byte[] name = in.name();
        keys.readWhole(name, 0, name.length, into.elements().element(0));
        value.readElement(given, in, type.value().isNullable(), into.elements().element(1));
        into.elements().endRow();
      }
      into.endRow();
    }

    /** Made when a key is read: an empty map is written of keys that no text can be read as. */
    private ValueReader keyReader() {
      ValueReader reader = keyReader;
      if (reader == null) {
        reader = ValueReader.of(type.key(), TextStyle.RAW, settings.readOptions());
        keyReader = reader;
      }
      return reader;
    }
  }

  /** A document by the names of the elements, an array if they have none; both are read. */
  static final class OfTuple extends BsonCodec {
    private final TupleType type;
    private final List<BsonCodec> elements;
    private final List<String> names = new ArrayList<>();

    OfTuple(TupleType type, List<BsonCodec> elements) {
      this.type = type;
      this.elements = elements;
      for (int i = 0; i < elements.size(); i++) {
        names.add(type.names().isEmpty() ? Integer.toString(i + 1) : type.names().get(i));
      }
    }

    @Override
    BsonKind kind() {
      return type.names().isEmpty() ? BsonKind.ARRAY : BsonKind.DOCUMENT;
    }

    @Override
    void writeValue(Column column, int row, BsonOutput out) {
      TupleColumn tuple = (TupleColumn) column;
      int begin = out.begin();
      for (int i = 0; i < elements.size(); i++) {
        byte[] name = BsonNames.escaped(names.get(i).getBytes(UTF_8));
        elements.get(i).write(name, tuple.elements().get(i), row, out);
      }
      out.end(begin);
    }

    @Override
    void read(BsonKind kind, BsonInput in, ColumnBuilder into) throws IOException {
      if (kind != BsonKind.ARRAY && kind != BsonKind.DOCUMENT) {
        throw kind.unfit(type.name());
      }
      boolean[] read = new boolean[elements.size()];
      int count = 0;
      for (long end = in.begin(); in.hasMore(end); count++) {
        BsonKind given = in.kind();
        byte[] name = in.name();
        int index = kind == BsonKind.ARRAY ? count : names.indexOf(new String(name, UTF_8));
        if (index < 0 || index >= elements.size()) {
          throw refused(ErrorCode.INCORRECT_DATA, "has no element '" + new String(name, UTF_8));
        }
        if (read[index]) {
          throw refused(
              ErrorCode.SIZES_OF_COLUMNS_IN_TUPLE_DOESNT_MATCH,
              "is given twice " + names.get(index));
        }
        read[index] = true;
        boolean nullable = type.elements().get(index).isNullable();
        elements.get(index).readElement(given, in, nullable, into.element(index));
      }
      if (count != elements.size()) {
        throw refused(ErrorCode.INCORRECT_DATA, "is given " + count + " elements");
      }
      into.endRow();
    }

    private TwinhouseException refused(ErrorCode code, String what) {
      return new TwinhouseException(code, "Cannot read BSON: " + type.name() + " " + what);
    }
  }
}
