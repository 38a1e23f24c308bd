// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.StringType;
import java.io.IOException;

/** Codecs of types without parts. */
final class ScalarCodecs {

  static final BinaryCodec NOTHING = new OfNothing();
  static final BinaryCodec TEXT = new OfText();
  static final BinaryCodec UUID = new OfUuid();
  static final BinaryCodec IPV6 = new OfIpv6();
  static final BinaryCodec STATE = new OfState();

  private ScalarCodecs() {}

  static final class OfLong extends BinaryCodec {
    private final int width;
    private final int signShift;

    OfLong(int width, boolean signed) {
      this.width = width;
      this.signShift = signed ? 64 - 8 * width : 0;
    }

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      out.writeFixed(((LongColumn) column).values()[row], width);
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      into.appendLong(in.readFixed(width) << signShift >> signShift);
    }
  }

  static final class OfDouble extends BinaryCodec {
    private final boolean single;

    OfDouble(boolean single) {
      this.single = single;
    }

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      double value = ((DoubleColumn) column).values()[row];
      if (single) {
        out.writeFixed(Float.floatToRawIntBits((float) value), 4);
      } else {
        out.writeFixed(Double.doubleToRawLongBits(value), 8);
      }
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      into.appendDouble(
          single
              ? Float.intBitsToFloat((int) in.readFixed(4))
              : Double.longBitsToDouble(in.readFixed(8)));
    }
  }

  static final class OfBrain extends BinaryCodec {
    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      out.writeFixed(FloatType.Brain.bits(((DoubleColumn) column).values()[row]), 2);
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      into.appendDouble(FloatType.Brain.ofBits(in.readFixed(2)));
    }
  }

  private static class OfText extends BinaryCodec {
    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      if (column instanceof DictionaryColumn coded) {
        byte[] bytes = coded.dictionary().bytes(coded.ids()[row]);
        out.writeTextLength(bytes.length);
        out.writeBytes(bytes, 0, bytes.length);
        return;
      }
      BytesColumn flat = (BytesColumn) column;
      out.writeTextLength(flat.length(row));
      out.writeBytes(flat.data(), flat.offsets()[row], flat.length(row));
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      in.readBytes(in.readTextLength(), into);
    }
  }

  /** JSON as text, in which no value in flight may be forged. */
  static final class OfDocument extends OfText {
    private final ColumnBuilder one = ColumnBuilder.of(StringType.INSTANCE);
    private final TextOutput shown = new TextOutput();

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      BytesColumn flat = (BytesColumn) column.flatten();
      shown.reset();
      JsonMarks.write(flat.data(), flat.offsets()[row], flat.offsets()[row + 1], shown);
      out.writeVarUInt(shown.length());
      out.writeBytes(shown.data(), 0, shown.length());
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      super.read(in, one);
      BytesColumn text = (BytesColumn) one.build();
      JsonMarks.requireNone(text.data(), text.offsets()[0], text.offsets()[1]);
      into.append(text, 0);
    }
  }

  /** States of aggregates tell their own length, which takes the function to read. */
  private static final class OfState extends BinaryCodec {
    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      BytesColumn flat = (BytesColumn) column;
      out.writeBytes(flat.data(), flat.offsets()[row], flat.length(row));
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "States of aggregate functions cannot be read in binary form; insert them by SELECT");
    }
  }

  static final class OfFixedString extends BinaryCodec {
    private final int length;

    OfFixedString(int length) {
      this.length = length;
    }

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      if (column instanceof DictionaryColumn coded) {
        out.writeBytes(coded.dictionary().bytes(coded.ids()[row]), 0, length);
        return;
      }
      BytesColumn flat = (BytesColumn) column;
      out.writeBytes(flat.data(), flat.offsets()[row], length);
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      in.readBytes(length, into);
    }
  }

  static final class OfWords extends BinaryCodec {
    private final int words;

    OfWords(int words) {
      this.words = words;
    }

    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      long[] values = ((WideColumn) column).values();
      for (int word = 0; word < words; word++) {
        out.writeFixed(values[row * words + word], 8);
      }
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      long[] value = new long[words];
      for (int word = 0; word < words; word++) {
        value[word] = in.readFixed(8);
      }
      into.appendWide(value, 0);
    }
  }

  /** The high half goes first, each half least significant byte first. */
  private static final class OfUuid extends BinaryCodec {
    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      long[] values = ((WideColumn) column).values();
      out.writeFixed(values[2 * row + 1], 8);
      out.writeFixed(values[2 * row], 8);
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      long high = in.readFixed(8);
      into.appendWide(new long[] {in.readFixed(8), high}, 0);
    }
  }

  /** Network order. */
  private static final class OfIpv6 extends BinaryCodec {
    @Override
    void writeValue(Column column, int row, BinaryWriter out) throws IOException {
      long[] values = ((WideColumn) column).values();
      out.writeFixed(Long.reverseBytes(values[2 * row + 1]), 8);
      out.writeFixed(Long.reverseBytes(values[2 * row]), 8);
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) throws IOException {
      long high = Long.reverseBytes(in.readFixed(8));
      into.appendWide(new long[] {Long.reverseBytes(in.readFixed(8)), high}, 0);
    }
  }

  /** The type of a bare NULL: it has no value to write. */
  private static final class OfNothing extends BinaryCodec {
    @Override
    void writeValue(Column column, int row, BinaryWriter out) {
      // no bytes
    }

    @Override
    void read(BinaryReader in, ColumnBuilder into) {
      into.appendDefault();
    }
  }
}
