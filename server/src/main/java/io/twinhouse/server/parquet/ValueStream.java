// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;

/** The values of a page, those that are there. For one thread. */
interface ValueStream {

  /**
   * Goes on to the next value.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA when there is none
   */
  void next(Cell cell);

  /**
   * The values of a page.
   *
   * @param dictionary the values that positions refer to, or null if there was no dictionary
   */
  static ValueStream of(SchemaElement leaf, Page page, @Nullable DictionaryValues dictionary) {
    Slice values = page.values();
    Encoding encoding = page.encoding();
    if (encoding == Encoding.RLE_DICTIONARY || encoding == Encoding.PLAIN_DICTIONARY) {
      if (dictionary == null) {
        throw ParquetFile.broken("a page refers to a dictionary that is not there");
      }
      return dictionary.stream(values);
    }
    Type type = leaf.getType();
    if (encoding == Encoding.PLAIN) {
      return type == Type.BOOLEAN
          ? PackedStreams.bits(values)
          : new PlainStream(values, PlainStream.width(leaf));
    }
    if (encoding == Encoding.RLE && type == Type.BOOLEAN) {
      return PackedStreams.runs(values.part(4, values.intAt(0)));
    }
    if (encoding == Encoding.BYTE_STREAM_SPLIT && type != Type.BYTE_ARRAY) {
      return PackedStreams.split(values, PlainStream.width(leaf));
    }
    return differences(type, page);
  }

  private static ValueStream differences(Type type, Page page) {
    Slice values = page.values();
    Encoding encoding = page.encoding();
    boolean whole = type == Type.INT32 || type == Type.INT64;
    if (encoding == Encoding.DELTA_BINARY_PACKED && whole) {
      return new DeltaNumbers(values, page.count());
    }
    boolean bytes = type == Type.BYTE_ARRAY || type == Type.FIXED_LEN_BYTE_ARRAY;
    if (encoding == Encoding.DELTA_LENGTH_BYTE_ARRAY && bytes) {
      return DeltaBytes.whole(values, page.count());
    }
    if (encoding == Encoding.DELTA_BYTE_ARRAY && bytes) {
      return DeltaBytes.withPrefixes(values, page.count());
    }
    throw ParquetFile.broken("values of type " + type + " are encoded as " + encoding);
  }
}
