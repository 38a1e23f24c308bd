// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Puts one replacement character in place of each run of bytes that are no UTF-8. */
public final class Utf8Repair {

  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private Utf8Repair() {}

  /** The bytes repaired. */
  public static byte[] of(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(data, data.length, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** Writes the first {@code length} bytes of {@code data}, repaired. */
  static void write(byte[] data, int length, OutputStream out) throws IOException {
    int from = 0;
    boolean replaced = false;
    int at = 0;
    while (at < length) {
      int size = data[at] >= 0 ? 1 : sequence(data, at, length);
      if (size > 0) {
        at += size;
        replaced = false;
        continue;
      }
      out.write(data, from, at - from);
      if (!replaced) {
        out.write(REPLACEMENT);
      }
      replaced = true;
      at++;
      from = at;
    }
    out.write(data, from, length - from);
  }

  /** Bytes of the well-formed sequence at a position, 0 if there is none. */
  static int sequence(byte[] data, int at, int length) {
    int lead = data[at] & 0xff;
    int size = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (size == 0 || at + size > length) {
      return 0;
    }
    int point = lead & (0x7f >> size);
    for (int i = 1; i < size; i++) {
      if ((data[at + i] & 0xc0) != 0x80) {
        return 0;
      }
      point = point << 6 | (data[at + i] & 0x3f);
    }
    boolean overlong = point < (size == 4 ? 0x10000 : size == 3 ? 0x800 : 0x80);
    boolean surrogate = point >= 0xd800 && point < 0xe000;
    return overlong || surrogate || point > 0x10ffff ? 0 : size;
  }
}
