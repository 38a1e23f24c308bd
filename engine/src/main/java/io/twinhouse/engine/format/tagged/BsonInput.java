// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.binary.BinaryReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads BSON, and knows how far it has come, which is how documents end. */
final class BsonInput {

  /** Plain bytes; what else a binary value may be has another number. */
  static final int PLAIN = 0;

  static final int OLD_PLAIN = 2;
  static final int OLD_UUID = 3;
  static final int UUID = 4;

  private static final int LAST_SUBTYPE = 7;

  private final BinaryReader in;
  private long position;

  BsonInput(InputStream data) {
    in = new BinaryReader(data);
  }

  boolean atEnd() throws IOException {
    return in.atEnd();
  }

  long fixed(int bytes) throws IOException {
    position += bytes;
    return in.readFixed(bytes);
  }

  int int32() throws IOException {
    return (int) fixed(Integer.BYTES);
  }

  byte[] bytes(int length) throws IOException {
    if (length < 0) {
      throw wrong(ErrorCode.CANNOT_READ_ALL_DATA, "a length of " + length);
    }
    position += length;
    return in.readBytes(length);
  }

  /** A document's length; returns the position of its last byte. */
  long begin() throws IOException {
    long begin = position;
    int length = int32();
    if (length < Integer.BYTES + 1) {
      throw wrong(ErrorCode.INCORRECT_DATA, "a document of " + length + " bytes");
    }
    return begin + length - 1;
  }

  /** Whether another element stands before the end of the document that ends there. */
  boolean hasMore(long end) throws IOException {
    if (position < end) {
      return true;
    }
    if (position > end || fixed(1) != 0) {
      throw wrong(
          ErrorCode.CANNOT_READ_ALL_DATA, "a document that ends behind or before its length");
    }
    return false;
  }

  BsonKind kind() throws IOException {
    return BsonKind.of((int) fixed(1));
  }

  byte[] name() throws IOException {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    for (int next = (int) fixed(1); next != 0; next = (int) fixed(1)) {
      name.write(next);
    }
    return name.toByteArray();
  }

  /** A string without the zero behind it. */
  byte[] string() throws IOException {
    int length = int32();
    if (length == 0) {
      throw wrong(ErrorCode.INCORRECT_DATA, "a string without the zero behind it");
    }
    byte[] text = bytes(length - 1);
    fixed(1);
    return text;
  }

  /** Passes a binary value's length and kind; returns both, the kind last. */
  int[] binaryHead() throws IOException {
    int length = int32();
    int subtype = (int) fixed(1);
    if (subtype > LAST_SUBTYPE) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TYPE, "Unknown BSON binary subtype: " + subtype);
    }
    return new int[] {length, subtype};
  }

  /** Passes the value of an element that no column wants. */
  void skip(BsonKind kind) throws IOException {
    switch (kind) {
      case STRING, SCRIPT, SYMBOL -> bytes(int32());
      case DOCUMENT, ARRAY, SCRIPT_WITH_SCOPE -> bytes(int32() - Integer.BYTES);
      case BINARY -> {
        int length = int32();
        bytes(1);
        bytes(length);
      }
      case REGULAR_EXPRESSION -> {
        name();
        name();
      }
      case POINTER -> {
        bytes(int32());
        bytes(BsonKind.OBJECT_ID.length());
      }
      default -> bytes(kind.length());
    }
  }

  private static TwinhouseException wrong(ErrorCode code, String what) {
    return new TwinhouseException(code, "BSON holds " + what);
  }
}
