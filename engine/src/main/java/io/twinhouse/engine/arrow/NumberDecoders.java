// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;

/** Values of a fixed width. */
final class NumberDecoders {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private NumberDecoders() {}

  /** Values behind one another in one buffer. */
  abstract static class OfFixedWidth extends VectorDecoder {
    final int width;
    ByteBuffer values = NOTHING;

    OfFixedWidth(Type type, int width) {
      super(type);
      this.width = width;
    }

    @Override
    void bind(BlockCursor block, int rows) {
      values = block.buffer((long) width * bindNode(block, rows));
    }
  }

  /** Whole numbers, dates and times. */
  static final class OfWhole extends OfFixedWidth {
    private final boolean signed;

    OfWhole(Type type, int width, boolean signed) {
      super(type, width);
      this.signed = signed;
    }

    @Override
    Column read(int from, int count) {
      long[] read = new long[count];
      for (int i = 0; i < count; i++) {
        read[i] = at((from + i) * width);
      }
      return LongColumn.of(read, count, nulls(from, count));
    }

    private long at(int position) {
      return switch (width) {
        case 1 -> signed ? values.get(position) : values.get(position) & 0xFF;
        case 2 -> signed ? values.getShort(position) : values.getShort(position) & 0xFFFF;
        case 4 -> signed ? values.getInt(position) : values.getInt(position) & 0xFFFF_FFFFL;
        default -> values.getLong(position);
      };
    }
  }

  /** Days or ticks, those before 0 or after the last one cut off. */
  static final class OfCut extends OfFixedWidth {
    private final boolean narrow;
    private final long last;

    OfCut(Type type, int width, long last) {
      super(type, width);
      this.narrow = width == 4;
      this.last = last;
    }

    @Override
    Column read(int from, int count) {
      long[] read = new long[count];
      for (int i = 0; i < count; i++) {
        long value = narrow ? values.getInt((from + i) * 4) : values.getLong((from + i) * 8);
        read[i] = Math.max(0, Math.min(last, value));
      }
      return LongColumn.of(read, count, nulls(from, count));
    }
  }

  /** A bit a row. */
  static final class OfBits extends VectorDecoder {
    private ByteBuffer values = NOTHING;

    OfBits(Type type) {
      super(type);
    }

    @Override
    void bind(BlockCursor block, int rows) {
      values = block.buffer((bindNode(block, rows) + 7L) / 8);
    }

    @Override
    Column read(int from, int count) {
      long[] read = new long[count];
      for (int i = 0; i < count; i++) {
        read[i] = isSet(values, from + i) ? 1 : 0;
      }
      return LongColumn.of(read, count, nulls(from, count));
    }
  }

  static final class OfFloat extends OfFixedWidth {
    private final boolean single;

    OfFloat(Type type, boolean single) {
      super(type, single ? 4 : 8);
      this.single = single;
    }

    @Override
    Column read(int from, int count) {
      double[] read = new double[count];
      for (int i = 0; i < count; i++) {
        read[i] = single ? values.getFloat((from + i) * 4) : values.getDouble((from + i) * 8);
      }
      return DoubleColumn.of(read, count, nulls(from, count));
    }
  }

  /** Two or four words a row. */
  static final class OfWide extends OfFixedWidth {
    private final int words;
    private final boolean bytewise;

    /**
     * @param bytewise whether the most significant byte goes first
     */
    OfWide(Type type, int words, boolean bytewise) {
      super(type, words * 8);
      this.words = words;
      this.bytewise = bytewise;
    }

    @Override
    Column read(int from, int count) {
      long[] read = new long[count * words];
      for (int i = 0; i < read.length; i++) {
        long word = values.getLong((from * words + i) * 8);
        int row = i / words * words;
        read[bytewise ? row + words - 1 - i % words : i] =
            bytewise ? Long.reverseBytes(word) : word;
      }
      return WideColumn.of(read, words, count, nulls(from, count));
    }
  }

  /** Decimals, whose Arrow form may have more words than their lane. */
  static final class OfDecimal extends OfFixedWidth {
    private final int given;
    private final int words;

    /**
     * @param given words of the Arrow form
     * @param words of the lane
     */
    OfDecimal(Type type, int given, int words) {
      super(type, given * 8);
      this.given = given;
      this.words = words;
    }

    @Override
    Column read(int from, int count) {
      boolean[] nulls = nulls(from, count);
      long[] read = new long[count * words];
      for (int row = 0; row < count; row++) {
        boolean isNull = nulls != null && nulls[row];
        for (int word = 0; word < given && !isNull; word++) {
          long value = values.getLong(((from + row) * given + word) * 8);
          if (word < words) {
            read[row * words + word] = value;
          } else if (value != read[row * words + words - 1] >> 63) {
            throw BlockCursor.broken("has a decimal with more digits than its type");
          }
        }
      }
      return words == 1
          ? LongColumn.of(read, count, nulls)
          : WideColumn.of(read, words, count, nulls);
    }
  }
}
