// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The elements of an array in the making. For one thread. */
abstract class NpyElements {

  final TextOutput bytes = new TextOutput();

  /**
   * @throws TwinhouseException BAD_ARGUMENTS for a type that no array holds
   */
  static NpyElements of(Type type) {
    if (!NpyValue.isKnown(type)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Type " + type.name() + " is not supported for Npy output format");
    }
    if (type instanceof StringType) {
      return new OfText(0);
    }
    if (type instanceof FixedStringType text) {
      return new OfText(text.length());
    }
    if (type instanceof FloatType) {
      return new OfFloat(type.equals(FloatType.FLOAT32) ? 4 : 8);
    }
    return type instanceof IntegerType whole
        ? new OfWhole(whole.bits() / 8, whole.signed())
        : new OfWhole(1, false);
  }

  /** Adds rows of a column that is flat. */
  abstract void add(Column column, int from, int to);

  /** As the header names the element. */
  abstract String description();

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes.data(), 0, bytes.length());
  }

  final void put(long bits, int width) {
    for (int i = 0; i < width; i++) {
      bytes.put((int) (bits >> 8 * i) & 0xff);
    }
  }

  private static final class OfWhole extends NpyElements {
    private final int width;
    private final boolean signed;

    OfWhole(int width, boolean signed) {
      this.width = width;
      this.signed = signed;
    }

    @Override
    void add(Column column, int from, int to) {
      long[] values = ((LongColumn) column).values();
      for (int row = from; row < to; row++) {
        put(values[row], width);
      }
    }

    @Override
    String description() {
      return "<" + (signed ? 'i' : 'u') + width;
    }
  }

  private static final class OfFloat extends NpyElements {
    private final int width;

    OfFloat(int width) {
      this.width = width;
    }

    @Override
    void add(Column column, int from, int to) {
      double[] values = ((DoubleColumn) column).values();
      for (int row = from; row < to; row++) {
        long bits =
            width == 4
                ? Float.floatToRawIntBits((float) values[row])
                : Double.doubleToRawLongBits(values[row]);
        put(bits, width);
      }
    }

    @Override
    String description() {
      return "<f" + width;
    }
  }

  /** Texts take as many bytes as the longest one, which is known at the end. */
  private static final class OfText extends NpyElements {
    private int[] ends = new int[16];
    private int count;
    private int longest;

    OfText(int longest) {
      this.longest = longest;
    }

    @Override
    void add(Column column, int from, int to) {
      BytesColumn texts = (BytesColumn) column;
      for (int row = from; row < to; row++) {
        bytes.put(texts.data(), texts.offsets()[row], texts.length(row));
        longest = Math.max(longest, texts.length(row));
        ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
        ends[count++] = bytes.length();
      }
    }

    @Override
    String description() {
      return "|S" + longest;
    }

    @Override
    void writeTo(OutputStream out) throws IOException {
      byte[] zeros = new byte[longest];
      for (int i = 0, start = 0; i < count; start = ends[i++]) {
        int length = ends[i] - start;
        out.write(bytes.data(), start, length);
        out.write(zeros, 0, longest - length);
      }
    }
  }
}
