// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.util.List;

/**
 * How a whole column of a type travels: first what its parts say of themselves, then its values,
 * sub-column by sub-column. Immutable.
 */
abstract class NativeCodec {

  static NativeCodec of(Type type, FormatSettings settings) {
    if (type instanceof NullableType nullable) {
      return new NativeCodecs.OfNullable(nullable.inner(), of(nullable.inner(), settings));
    }
    if (type instanceof LowCardinalityType dictionary) {
      return new NativeDictionaryCodec(dictionary, settings);
    }
    if (type instanceof NothingType) {
      return new NativeCodecs.OfNothing();
    }
    if (type instanceof ArrayType array) {
      return new NativeCodecs.OfArray(of(array.element(), settings));
    }
    if (type instanceof MapType map) {
      return new NativeCodecs.OfArray(
          new NativeCodecs.OfTuple(List.of(of(map.key(), settings), of(map.value(), settings))));
    }
    if (type instanceof TupleType tuple) {
      return new NativeCodecs.OfTuple(
          tuple.elements().stream().map(element -> of(element, settings)).toList());
    }
    boolean document = type instanceof JsonType;
    boolean asText =
        settings.flag("output_format_native_write_json_as_string", false)
            || settings.flag("output_format_binary_write_json_as_string", false);
    BinaryCodec value = document && asText ? ScalarCodecs.TEXT : BinaryCodec.of(type, settings);
    return new NativeCodecs.OfValues(type, value, document);
  }

  /** Writes what goes before the values of the whole column. */
  void writePrefix(BinaryWriter out) throws IOException {}

  /** Writes the values from row {@code from} to before row {@code to}. */
  abstract void write(Column column, int from, int to, BinaryWriter out) throws IOException;

  void readPrefix(BinaryReader in) throws IOException {}

  /** Reads a column of {@code rows} values. */
  abstract Column read(BinaryReader in, int rows) throws IOException;
}
