// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.DynamicTexts;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dynamic: the type of the value, then the value. For one thread. */
final class DynamicCodec extends BinaryCodec {

  private final Documents documents;
  private final @Nullable JsonType outer;
  private final Map<String, Form> forms = new HashMap<>();
  private final Map<Type, BinaryCodec> codecs = new HashMap<>();

  /** How values of one type are written. */
  private record Form(Type type, DynamicTexts texts, BinaryCodec codec) {}

  /** A value read: a column of one row. */
  record Value(Type type, Column column) {}

  /**
   * @param outer whose limits the objects within arrays share; null where they have their own
   */
  DynamicCodec(Documents documents, @Nullable JsonType outer) {
    this.documents = documents;
    this.outer = outer;
  }

  @Override
  void writeValue(Column column, int row, BinaryWriter out) throws IOException {
    BytesColumn bytes = (BytesColumn) column.flatten();
    write(bytes.data(), bytes.offsets()[row], bytes.offsets()[row + 1], out);
  }

  /** Writes a value in flight; no bytes at all are NULL. */
  void write(byte[] data, int from, int to, BinaryWriter out) throws IOException {
    if (from == to) {
      TypeCodes.write(NothingType.INSTANCE, out);
      return;
    }
    Form form = forms.computeIfAbsent(DynamicText.type(data, from), this::form);
    form.texts.add(data, DynamicText.typeEnd(data, from) + 1, to);
    TypeCodes.write(form.type, out);
    form.codec.write(form.texts.build(), 0, out);
  }

  private Form form(String name) {
    DynamicTexts texts = new DynamicTexts(name);
    Type type = limited(texts.type(), outer);
    return new Form(type, texts, BinaryCodec.of(type, within(type, documents)));
  }

  /** The type with the limits that objects have which are within arrays of an object. */
  static Type limited(Type type, @Nullable JsonType outer) {
    return type instanceof ArrayType array && outer != null
        ? new ArrayType(inArray(array.element(), outer))
        : type;
  }

  /** The form of what an array holds. */
  static Documents within(Type type, Documents documents) {
    boolean loose = type instanceof ArrayType array && array.element() instanceof DynamicType;
    return loose && documents == Documents.TYPED ? Documents.LOOSE : documents;
  }

  private static Type inArray(Type type, JsonType outer) {
    if (type instanceof NullableType nullable && nullable.inner() instanceof JsonType) {
      return new NullableType(outer.inArrays());
    }
    return type instanceof JsonType ? outer.inArrays() : limited(type, outer);
  }

  /** Reads a type and a value of it. */
  Value read(BinaryReader in) throws IOException {
    Type type = TypeCodes.read(in);
    BinaryCodec codec = codecs.computeIfAbsent(type, t -> BinaryCodec.of(t, documents));
    ColumnBuilder one = ColumnBuilder.of(type);
    codec.read(in, one);
    return new Value(type, one.build());
  }

  @Override
  void read(BinaryReader in, ColumnBuilder into) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Values of type Dynamic cannot be read in binary form");
  }
}
