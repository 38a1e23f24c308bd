// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.ByteBuffer;

/**
 * Values of a fixed width. What a column holds where it is NULL is left behind: the type's default
 * goes out.
 */
final class NumberEncoders {

  private NumberEncoders() {}

  /** Integers, dates and times of one to eight bytes. */
  static final class OfWhole extends VectorEncoder {
    private final int width;
    private final long underNull;

    /**
     * @param underNull what goes out where there is no value
     */
    OfWhole(int width, long underNull) {
      this.width = width;
      this.underNull = underNull;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate((long) width * (to - from));
      for (int row = from; row < to; row++) {
        int at = (row - from) * width;
        long value = column.isNull(row) ? underNull : values[row];
        switch (width) {
          case 1 -> out.put(at, (byte) value);
          case 2 -> out.putShort(at, (short) value);
          case 4 -> out.putInt(at, (int) value);
          default -> out.putLong(at, value);
        }
      }
    }
  }

  /** Times of no day, of four or eight bytes, in a unit that may be smaller than their ticks. */
  static final class OfClock extends VectorEncoder {
    private final int width;
    private final long factor;

    OfClock(int width, long factor) {
      this.width = width;
      this.factor = factor;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate((long) width * (to - from));
      for (int row = from; row < to; row++) {
        if (column.isNull(row)) {
          continue;
        }
        long scaled = OfTicks.scaled(values[row], factor);
        if (width == Long.BYTES) {
          out.putLong((row - from) * width, scaled);
        } else if (scaled == (int) scaled) {
          out.putInt((row - from) * width, (int) scaled);
        } else {
          throw new TwinhouseException(
              ErrorCode.DECIMAL_OVERFLOW,
              "Decimal math overflow: a time of " + values[row] + " ticks is beyond Arrow's");
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
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate(8L * (to - from));
      for (int row = from; row < to; row++) {
        if (!column.isNull(row)) {
          out.putLong((row - from) * 8, scaled(values[row], factor));
        }
      }
    }

    private static long scaled(long ticks, long factor) {
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
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate((to - from + 7) / 8);
      for (int row = from; row < to; row++) {
        if (values[row] != 0 && !column.isNull(row)) {
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
      double[] values = ((DoubleColumn) column.flatten()).values();
      ByteBuffer out = block.allocate((single ? 4L : 8L) * (to - from));
      for (int row = from; row < to; row++) {
        if (column.isNull(row)) {
          continue;
        }
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
      long[] values = ((LongColumn) column.flatten()).values();
      ByteBuffer out = block.allocate(16L * (to - from));
      for (int row = from; row < to; row++) {
        if (!column.isNull(row)) {
          int at = (row - from) * 16;
          out.putLong(at, values[row]).putLong(at + 8, values[row] >> 63);
        }
      }
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
      WideColumn wide = (WideColumn) column.flatten();
      int words = wide.words();
      ByteBuffer out = block.allocate(8L * words * (to - from));
      for (int row = from; row < to; row++) {
        for (int word = 0; word < words && !column.isNull(row); word++) {
          long value = wide.values()[row * words + (bytewise ? words - 1 - word : word)];
          int at = ((row - from) * words + word) * Long.BYTES;
          out.putLong(at, bytewise ? Long.reverseBytes(value) : value);
        }
      }
    }
  }
}
