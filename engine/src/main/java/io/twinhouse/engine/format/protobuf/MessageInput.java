// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** A cursor over the bytes of a message. For one thread. */
final class MessageInput {

  private final byte[] data;
  private int at;
  private int end;

  MessageInput(byte[] data) {
    this.data = data;
    this.end = data.length;
  }

  byte[] data() {
    return data;
  }

  int position() {
    return at;
  }

  boolean atEnd() {
    return at >= end;
  }

  /** Goes on between two positions. */
  MessageInput over(int from, int to) {
    at = from;
    end = to;
    return this;
  }

  /** The end of what is read at present. */
  int end() {
    return end;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = data[skip(1)];
      value |= (next & 0x7fL) << shift;
      if (shift == 63 && next != 1) {
        throw corrupt();
      }
      if (next >= 0) {
        return value;
      }
    }
    throw corrupt();
  }

  long fixed(int bytes) {
    int start = skip(bytes);
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (data[start + i] & 0xffL) << 8 * i;
    }
    return value;
  }

  /** Passes bytes; returns where they began. */
  int skip(long length) {
    if (length < 0 || length > end - at) {
      throw new TwinhouseException(
          ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof");
    }
    int start = at;
    at += (int) length;
    return start;
  }

  /** Passes the value behind a tag; returns its first byte, for texts the one behind the length. */
  int pass(int wire) {
    return switch (wire) {
      case 0 -> {
        int start = at;
        varint();
        yield start;
      }
      case 1 -> skip(8);
      case 2 -> skip(varint());
      case 5 -> skip(4);
      default -> throw corrupt();
    };
  }

  static TwinhouseException corrupt() {
    return new TwinhouseException(
        ErrorCode.UNKNOWN_PROTOBUF_FORMAT,
        "Protobuf messages are corrupted or don't match the provided schema");
  }
}
