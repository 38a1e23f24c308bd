// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.ByteBuffer;

/** Values of a fixed width. */
final class NumberEncoders {

  private NumberEncoders() {}

  /** Integers, dates and times of one to eight bytes. */
  static final class OfWhole extends VectorEncoder {
    private final int width;

    OfWhole(int width) {
      this.width = width;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.addNode(column.nulls(), from, to);
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate((long) width * (to - from));
      for (int row = from; row < to; row++) {
        int at = (row - from) * width;
        switch (width) {
          case 1 -> out.put(at, (byte) values[row]);
          case 2 -> out.putShort(at, (short) values[row]);
          case 4 -> out.putInt(at, (int) values[row]);
          default -> out.putLong(at, values[row]);
        }
      }
    }
  }

  /** Times in a unit that may be smaller than their ticks. */
  static final class OfTicks extends VectorEncoder {
    private final long factor;

    OfTicks(long factor) {
      this.factor = factor;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.addNode(column.nulls(), from, to);
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate(8L * (to - from));
      for (int row = from; row < to; row++) {
        if (!column.isNull(row)) {
          out.putLong((row - from) * 8, scaled(values[row]));
        }
      }
    }

    private long scaled(long ticks) {
      try {
        return Math.multiplyExact(ticks, factor);
      } catch (ArithmeticException overflow) {
        throw new TwinhouseException(
            ErrorCode.DECIMAL_OVERFLOW,
            "Decimal math overflow: a time of " + ticks + " ticks has no Arrow timestamp",
            overflow);
      }
    }
  }

  /** Bool: a bit a row. */
  static final class OfBits extends VectorEncoder {
    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.addNode(column.nulls(), from, to);
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate((to - from + 7) / 8);
      for (int row = from; row < to; row++) {
        if (values[row] != 0) {
          ArrowBlock.setBit(out, row - from);
        }
      }
    }
  }

  static final class OfFloat extends VectorEncoder {
    private final boolean single;

    OfFloat(boolean single) {
      this.single = single;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.addNode(column.nulls(), from, to);
      double[] values = ((DoubleColumn) column.flatten()).values();
      ByteBuffer out = block.allocate((single ? 4L : 8L) * (to - from));
      for (int row = from; row < to; row++) {
        if (single) {
          out.putFloat((row - from) * 4, (float) values[row]);
        } else {
          out.putDouble((row - from) * 8, values[row]);
        }
      }
    }
  }

  /** Decimals of up to 64 bits, which take 128. */
  static final class OfDecimal extends VectorEncoder {
    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.addNode(column.nulls(), from, to);
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate(16L * (to - from));
      for (int row = from; row < to; row++) {
        out.putLong(values[row]).putLong(values[row] >> 63);
      }
      out.rewind();
    }
  }

  /** Words of 128 or 256 bits. */
  static final class OfWide extends VectorEncoder {
    private final boolean bytewise;

    /**
     * @param bytewise whether the most significant byte goes first
     */
    OfWide(boolean bytewise) {
      this.bytewise = bytewise;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.addNode(column.nulls(), from, to);
      WideColumn wide = (WideColumn) column.flatten();
      int words = wide.words();
      ByteBuffer out = block.allocate(8L * words * (to - from));
      for (int row = from; row < to; row++) {
        for (int word = 0; word < words; word++) {
          long value = wide.values()[row * words + (bytewise ? words - 1 - word : word)];
          out.putLong(bytewise ? Long.reverseBytes(value) : value);
        }
      }
      out.rewind();
    }
  }
}
