// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.io.IOException;
import java.util.List;

/**
 * How a whole column of a type travels: first what its parts say of themselves, then its values,
 * sub-column by sub-column. For one thread.
 */
abstract class NativeCodec {

  /**
   * @param revision of the protocol, 0 for none
   */
  static NativeCodec of(Type type, Documents documents, long revision) {
    if (type instanceof NullableType nullable) {
      return new NativeCodecs.OfNullable(
          nullable.inner(), of(nullable.inner(), documents, revision));
    }
    if (type instanceof LowCardinalityType dictionary) {
      return new NativeDictionaryCodec(dictionary, documents);
    }
    if (type instanceof NothingType) {
      return new NativeCodecs.OfNothing();
    }
    if (type instanceof ArrayType array) {
      return new NativeCodecs.OfArray(of(array.element(), documents, revision));
    }
    if (type instanceof MapType map) {
      return new NativeCodecs.OfArray(
          new NativeCodecs.OfTuple(
              List.of(of(map.key(), documents, revision), of(map.value(), documents, revision))));
    }
    if (type instanceof TupleType tuple) {
      return new NativeCodecs.OfTuple(
          tuple.elements().stream().map(element -> of(element, documents, revision)).toList());
    }
    if (type instanceof JsonType json && documents != Documents.REFUSED) {
      Documents form = documents == Documents.TEXT ? Documents.TEXT : Documents.TYPED;
      return new NativeDocument(json, form, revision);
    }
    if (type instanceof DynamicType) {
      Documents held = documents == Documents.TEXT ? Documents.TEXT : Documents.TYPED;
      boolean loose = documents == Documents.LOOSE;
      return new NativeDynamic(held, loose ? null : JsonType.JSON, revision);
    }
    if (type instanceof VariantType variant) {
      return new NativeVariant(variant, documents, revision);
    }
    return new NativeCodecs.OfValues(type, BinaryCodec.of(type, documents));
  }

  /** Writes what goes before the values of the whole column. */
  void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {}

  /** Whether values are written in one go, the rows that the prefix was written of. */
  boolean isWhole() {
    return false;
  }

  /** Writes the values from row {@code from} to before row {@code to}. */
  abstract void write(Column column, int from, int to, BinaryWriter out) throws IOException;

  void readPrefix(BinaryReader in) throws IOException {}

  /** Reads a column of {@code rows} values. */
  abstract Column read(BinaryReader in, int rows) throws IOException;
}
