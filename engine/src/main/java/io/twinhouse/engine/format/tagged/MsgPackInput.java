// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.binary.BinaryReader;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads marks of MsgPack: {@link #advance()} goes to the next value and says of what kind it is.
 * The bytes or elements of that value are for the caller to read.
 */
final class MsgPackInput {

  /** Kinds of values, called as messages call them. */
  enum Kind {
    NIL("null"),
    BOOL("bool"),
    INTEGER("integer"),
    FLOAT_32("float32"),
    FLOAT_64("float64"),
    STRING("string"),
    BINARY("binary"),
    ARRAY("array"),
    MAP("map"),
    EXTENSION("extension");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  private final BinaryReader in;
  private Kind kind = Kind.NIL;
  private long number;

  MsgPackInput(InputStream in) {
    this.in = new BinaryReader(in);
  }

  boolean atEnd() throws IOException {
    return in.atEnd();
  }

  /** Goes on to the next value. */
  Kind advance() throws IOException {
    int mark = in.readByte();
    if (mark < 0x80) {
      return is(Kind.INTEGER, mark);
    }
    if (mark < 0x90) {
      return is(Kind.MAP, mark & 0xf);
    }
    if (mark < 0xa0) {
      return is(Kind.ARRAY, mark & 0xf);
    }
    if (mark < 0xc0) {
      return is(Kind.STRING, mark & 0x1f);
    }
    return mark >= 0xe0 ? is(Kind.INTEGER, (byte) mark) : marked(mark);
  }

  private Kind marked(int mark) throws IOException {
    return switch (mark) {
      case 0xc0 -> is(Kind.NIL, 0);
      case 0xc2, 0xc3 -> is(Kind.BOOL, mark - 0xc2);
      case 0xc4, 0xc5, 0xc6 -> is(Kind.BINARY, bigEndian(1 << (mark - 0xc4)));
      case 0xc7, 0xc8, 0xc9 -> is(Kind.EXTENSION, bigEndian(1 << (mark - 0xc7)));
      case 0xca -> is(Kind.FLOAT_32, bigEndian(4));
      case 0xcb -> is(Kind.FLOAT_64, bigEndian(8));
      case 0xcc, 0xcd, 0xce, 0xcf -> is(Kind.INTEGER, bigEndian(1 << (mark - 0xcc)));
      case 0xd0, 0xd1, 0xd2, 0xd3 -> is(Kind.INTEGER, signed(1 << (mark - 0xd0)));
      case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> is(Kind.EXTENSION, 1L << (mark - 0xd4));
      case 0xd9, 0xda, 0xdb -> is(Kind.STRING, bigEndian(1 << (mark - 0xd9)));
      case 0xdc, 0xdd -> is(Kind.ARRAY, bigEndian(2 << (mark - 0xdc)));
      case 0xde, 0xdf -> is(Kind.MAP, bigEndian(2 << (mark - 0xde)));
      default ->
          throw new TwinhouseException(
              ErrorCode.INCORRECT_DATA,
              "Error occurred while parsing msgpack data: no value begins with byte " + mark);
    };
  }

  private Kind is(Kind next, long value) {
    kind = next;
    number = value;
    return next;
  }

  private long bigEndian(int bytes) throws IOException {
    return Long.reverseBytes(in.readFixed(bytes)) >>> (64 - 8 * bytes);
  }

  private long signed(int bytes) throws IOException {
    return Long.reverseBytes(in.readFixed(bytes)) >> (64 - 8 * bytes);
  }

  /** The value itself of a number, the bits of a float, else the count of bytes or elements. */
  long number() {
    return number;
  }

  /** The bytes of a string, binary or extension. */
  byte[] bytes() throws IOException {
    if (number > Integer.MAX_VALUE - 64) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Too large size in msgpack data: " + number);
    }
    return in.readBytes((int) number);
  }

  /** What an extension is of. */
  int extensionKind() throws IOException {
    return (byte) in.readByte();
  }

  TwinhouseException unfit(Type type) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Cannot insert MessagePack " + kind.text + " into column with type " + type.name());
  }
}
