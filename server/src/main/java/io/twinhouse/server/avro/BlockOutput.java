// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import java.io.ByteArrayOutputStream;

/** The bytes of one block. For one thread. */
final class BlockOutput extends ByteArrayOutputStream {

  /** A number in the zig-zag form. */
  void number(long value) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      write((int) rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    write((int) rest);
  }

  /** The low bytes of a number, least significant first. */
  void fixed(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      write((int) (value >>> (8 * i)));
    }
  }

  void text(byte[] bytes, int from, int length) {
    number(length);
    write(bytes, from, length);
  }

  /** What was written, which is not copied. */
  byte[] data() {
    return buf;
  }
}
