// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.numpy;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.util.Arrays;

/** Reads elements of an array into values of one type. Immutable. */
abstract class NpyValue {

  private final NpyElement element;

  NpyValue(NpyElement element) {
    this.element = element;
  }

  /**
   * @throws TwinhouseException UNKNOWN_TYPE for a type that no array holds, ILLEGAL_COLUMN for one
   *     that other elements have
   */
  static NpyValue of(NpyElement element, Type type) {
    if (!isKnown(type)) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_TYPE,
          "ClickHouse type " + type.name() + " is not supported for import from Npy format");
    }
    if (type instanceof StringType && element.isText()) {
      return new OfText(element);
    }
    if (type instanceof FixedStringType text && element.isText()) {
      return new OfFixedText(element, text.length());
    }
    if (type instanceof FloatType && element.kind() == NpyElement.Kind.FLOAT) {
      return new OfFloat(element, type.equals(FloatType.FLOAT32));
    }
    boolean whole = type instanceof IntegerType || type instanceof BoolType;
    if (whole && !element.isText() && element.kind() != NpyElement.Kind.FLOAT) {
      return new OfWhole(element, type);
    }
    throw new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Cannot insert Numpy value with type "
            + element.word()
            + " into column with type "
            + type.name());
  }

  /** Whether arrays hold values of a type, which is not Nullable and not LowCardinality. */
  static boolean isKnown(Type type) {
    boolean number = type instanceof IntegerType whole ? whole.bits() <= Long.SIZE : isFloat(type);
    return number
        || type instanceof BoolType
        || type instanceof StringType
        || type instanceof FixedStringType;
  }

  private static boolean isFloat(Type type) {
    return type.equals(FloatType.FLOAT32) || type.equals(FloatType.FLOAT64);
  }

  /** Reads the next element. */
  final void read(RecordFeed in, ColumnBuilder into) throws IOException {
    int bytes = element.bytes();
    if (bytes > 0 && in.peek(bytes - 1) < 0) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_READ_ALL_DATA,
          "Cannot read all data of an element. Bytes expected: " + bytes);
    }
    in.take(bytes);
    append(in.data(), in.from(), bytes, into);
  }

  abstract void append(byte[] data, int from, int bytes, ColumnBuilder into);

  final long number(byte[] data, int from, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      int at = element.bigEndian() ? i : bytes - 1 - i;
      value = value << 8 | data[from + at] & 0xff;
    }
    return value;
  }

  /**
   * A number keeps its lowest bits, as a C cast does; but a wider type takes a negative one for the
   * unsigned number of the same bits, as on the server.
   */
  private static final class OfWhole extends NpyValue {
    private final boolean signed;
    private final boolean bool;
    private final int unused;

    OfWhole(NpyElement element, Type type) {
      super(element);
      bool = type instanceof BoolType;
      signed = type instanceof IntegerType whole && whole.signed();
      unused = Long.SIZE - (type instanceof IntegerType whole ? whole.bits() : 8);
    }

    @Override
    void append(byte[] data, int from, int bytes, ColumnBuilder into) {
      long value = number(data, from, bytes) << unused;
      value = signed ? value >> unused : value >>> unused;
      into.appendLong(bool && value != 0 ? 1 : value);
    }
  }

  private static final class OfFloat extends NpyValue {
    private final boolean single;

    OfFloat(NpyElement element, boolean single) {
      super(element);
      this.single = single;
    }

    @Override
    void append(byte[] data, int from, int bytes, ColumnBuilder into) {
      long bits = number(data, from, bytes);
      double value =
          switch (bytes) {
            case 2 -> half((int) bits);
            case 4 -> Float.intBitsToFloat((int) bits);
            default -> Double.longBitsToDouble(bits);
          };
      into.appendDouble(single ? (float) value : value);
    }

    /** IEEE 754's binary16: five bits of exponent, ten of fraction. */
    private static double half(int bits) {
      int exponent = bits >> 10 & 0x1F;
      int fraction = bits & 0x3FF;
      double value =
          switch (exponent) {
            case 0 -> Math.scalb((double) fraction, -24);
            case 0x1F -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
          };
      return (bits & 0x8000) == 0 ? value : -value;
    }
  }

  /** As on the server, zeros are no part of a text, wherever they stand: so UTF-32 reads, too. */
  private static final class OfText extends NpyValue {

    OfText(NpyElement element) {
      super(element);
    }

    @Override
    void append(byte[] data, int from, int bytes, ColumnBuilder into) {
      byte[] text = new byte[bytes];
      int length = 0;
      for (int i = from; i < from + bytes; i++) {
        if (data[i] != 0) {
          text[length++] = data[i];
        }
      }
      into.appendBytes(text, 0, length);
    }
  }

  private static final class OfFixedText extends NpyValue {
    private final int length;

    OfFixedText(NpyElement element, int length) {
      super(element);
      this.length = length;
    }

    @Override
    void append(byte[] data, int from, int bytes, ColumnBuilder into) {
      if (bytes > length) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_STRING_SIZE, "Too large string for FixedString column");
      }
      into.appendBytes(
          Arrays.copyOf(Arrays.copyOfRange(data, from, from + bytes), length), 0, length);
    }
  }
}
