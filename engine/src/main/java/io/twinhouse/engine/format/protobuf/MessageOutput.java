// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The bytes of a message in the making. For one thread. */
final class MessageOutput {

  private static final int LONGEST = 1 << 30;

  private byte[] data = new byte[256];
  private int size;

  int size() {
    return size;
  }

  void reset() {
    size = 0;
  }

  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) rest | 0x80);
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** The low bytes of a number, lowest first. */
  void fixed(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      put((int) (value >> 8 * i));
    }
  }

  void bytes(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, data, size, length);
    size += length;
  }

  /** Another message with its length before it. */
  void nested(MessageOutput message) {
    varint(message.size);
    bytes(message.data, 0, message.size);
  }

  /** Another message as it is. */
  void append(MessageOutput message) {
    bytes(message.data, 0, message.size);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(data, 0, size);
  }

  private void put(int value) {
    room(1);
    data[size++] = (byte) value;
  }

  private void room(int more) {
    long wanted = (long) size + more;
    if (wanted > LONGEST) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Protobuf messages of more than 1 GiB are not supported");
    }
    if (wanted > data.length) {
      data = Arrays.copyOf(data, (int) Math.min(LONGEST, Math.max(wanted, 2L * data.length)));
    }
  }
}
