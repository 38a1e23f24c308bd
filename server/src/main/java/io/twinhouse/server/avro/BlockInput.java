// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of one block. For one thread. */
final class BlockInput {

  private byte[] data = {};
  private int at;

  void over(byte[] block) {
    data = block;
    at = 0;
  }

  byte[] data() {
    return data;
  }

  boolean atEnd() {
    return at == data.length;
  }

  int readByte() {
    return data[skip(1)];
  }

  boolean readBool() {
    int value = readByte();
    if (value < 0 || value > 1) {
      throw SchemaText.broken("a boolean is neither 0 nor 1");
    }
    return value == 1;
  }

  /** A number of the zig-zag form. */
  long readLong() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = readByte();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw SchemaText.broken("a number has more than 64 bits");
  }

  /** A number of at most 32 bits. */
  int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw SchemaText.broken("a number is out of the range of an int: " + value);
    }
    return (int) value;
  }

  /** A count of bytes that are there. */
  int readLength() {
    long length = readLong();
    if (length < 0 || length > data.length - at) {
      throw SchemaText.broken("a value goes past the end of its block");
    }
    return (int) length;
  }

  /** Passes bytes; answers where they begin. */
  int skip(int count) {
    if (count < 0 || count > data.length - at) {
      throw SchemaText.broken("a value goes past the end of its block");
    }
    at += count;
    return at - count;
  }

  float readFloat() {
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getFloat(skip(Float.BYTES));
  }

  double readDouble() {
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getDouble(skip(Double.BYTES));
  }

  /** How many elements follow; 0 at the end of an array or map. */
  long readCount() {
    long count = readLong();
    if (count < 0) {
      readLong(); // the bytes of those elements, for who passes them
      return -count;
    }
    return count;
  }
}
