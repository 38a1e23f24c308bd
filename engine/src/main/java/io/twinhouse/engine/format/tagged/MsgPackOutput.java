// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.format.binary.BinaryWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes marks and numbers of MsgPack, each in the shortest of its forms. */
final class MsgPackOutput {

  private static final int NIL = 0xc0;
  private static final int BIN_8 = 0xc4;
  private static final int FLOAT_32 = 0xca;
  private static final int FLOAT_64 = 0xcb;
  private static final int UINT_8 = 0xcc;
  private static final int INT_8 = 0xd0;
  private static final int FIXEXT_16 = 0xd8;
  private static final int STR_8 = 0xd9;

  private final BinaryWriter out;

  MsgPackOutput(OutputStream out) {
    this.out = new BinaryWriter(out);
  }

  void nil() throws IOException {
    out.writeByte(NIL);
  }

  void signed(long value) throws IOException {
    if (value >= 0) {
      unsigned(value);
    } else if (value >= -32) {
      out.writeByte((int) value);
    } else {
      int power =
          value >= Byte.MIN_VALUE
              ? 0
              : value >= Short.MIN_VALUE ? 1 : value >= Integer.MIN_VALUE ? 2 : 3;
      marked(INT_8, power, value);
    }
  }

  void unsigned(long value) throws IOException {
    if (value >= 0 && value < 128) {
      out.writeByte((int) value);
    } else {
      marked(UINT_8, powerOf(value), value);
    }
  }

  void float32(float value) throws IOException {
    out.writeByte(FLOAT_32);
    number(Float.floatToRawIntBits(value), 4);
  }

  void float64(double value) throws IOException {
    out.writeByte(FLOAT_64);
    number(Double.doubleToRawLongBits(value), 8);
  }

  void binary(byte[] data, int from, int length) throws IOException {
    marked(BIN_8, powerOf(length), length);
    out.writeBytes(data, from, length);
  }

  void shortText(byte[] text) throws IOException {
    marked(STR_8, 0, text.length);
    out.writeBytes(text, 0, text.length);
  }

  /** Sixteen bytes of a kind that the writer and the reader have agreed on. */
  void extension(int kind, byte[] data) throws IOException {
    out.writeByte(FIXEXT_16);
    out.writeByte(kind);
    out.writeBytes(data, 0, data.length);
  }

  /**
   * What goes before elements.
   *
   * @param few the mark of an array or map of so few that their count is a part of it
   * @param wide the mark where the count has two bytes; behind it is that of four
   */
  void begin(int few, int wide, int count) throws IOException {
    if (count < 16) {
      out.writeByte(few | count);
    } else {
      int power = Math.max(1, powerOf(count));
      out.writeByte(wide + power - 1);
      number(count, 1 << power);
    }
  }

  /** The power of two that so many bytes hold an unsigned number. */
  private static int powerOf(long value) {
    int bits = 64 - Long.numberOfLeadingZeros(value);
    return bits <= 8 ? 0 : bits <= 16 ? 1 : bits <= 32 ? 2 : 3;
  }

  private void marked(int mark, int power, long value) throws IOException {
    out.writeByte(mark + power);
    number(value, 1 << power);
  }

  /** The low bytes of a number, most significant first. */
  private void number(long value, int bytes) throws IOException {
    out.writeFixed(Long.reverseBytes(value) >>> (64 - 8 * bytes), bytes);
  }

  void flush() throws IOException {
    out.flush();
  }
}
