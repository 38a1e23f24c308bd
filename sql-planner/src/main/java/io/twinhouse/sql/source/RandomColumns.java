// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws the values of columns as the server does: what a value costs of the generator's numbers
 * hangs on its type, and the columns of a block take theirs one after the other. Not thread-safe.
 */
final class RandomColumns {

  /** Days that Date32 has, and those of them before 1970. */
  private static final long DAYS = 146_097;

  private static final long DAYS_BEFORE_1970 = 25_567;

  /** One value of so many is NULL. */
  private static final long NULLS_ONE_IN = 16;

  private static final long MOST_BYTES = Integer.MAX_VALUE - 64;

  private static final int FIRST_CHARACTER = 32;
  private static final int CHARACTERS = 95;

  private final Pcg64 random;
  private final long maxString;
  private final Reservation memory;

  /**
   * @param memory where columns are reserved before they are made
   */
  RandomColumns(Pcg64 random, long maxString, Reservation memory) {
    this.random = random;
    this.maxString = maxString;
    this.memory = memory;
  }

  /**
   * Refuses a type whose values are not drawn here.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static void require(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      require(array.element());
    } else if (base instanceof MapType map) {
      require(map.key());
      require(map.value());
    } else if (base instanceof TupleType tuple) {
      tuple.elements().forEach(RandomColumns::require);
    } else if (!(base instanceof StringType) && !isFixed(base)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The 'GenerateRandom' is not implemented for type " + type.name());
    }
  }

  /** A length that an array can have. */
  private static int fitting(long length) {
    if (length > MOST_BYTES) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE,
          "A block of random values would take more than "
              + MOST_BYTES
              + " bytes in one column; ask for fewer rows or shorter values");
    }
    return (int) length;
  }

  private static boolean isFixed(Type base) {
    return base instanceof IntegerType
        || base instanceof BoolType
        || base instanceof FloatType
        || base instanceof DecimalType
        || base instanceof DateType
        || base instanceof DateTimeType
        || base instanceof DateTime64Type
        || base instanceof EnumType
        || base instanceof FixedStringType
        || base instanceof IpType
        || base instanceof UuidType;
  }

  /** The bytes that the server reckons a value takes, by which it sizes its blocks. */
  static long bytesOf(Type type, long maxString) {
    if (type instanceof LowCardinalityType low) {
      return Long.BYTES + bytesOf(low.inner(), maxString);
    }
    if (type.isNullable()) {
      return 1 + bytesOf(type.withoutNullable(), maxString);
    }
    if (type instanceof StringType) {
      return Long.BYTES + maxString;
    }
    if (type instanceof ArrayType array) {
      return Long.BYTES + bytesOf(array.element(), maxString);
    }
    if (type instanceof MapType map) {
      return 2 * Long.BYTES + bytesOf(map.entry(), maxString);
    }
    if (type instanceof TupleType tuple) {
      return tuple.elements().stream().mapToLong(element -> bytesOf(element, maxString)).sum();
    }
    if (type instanceof FixedStringType text) {
      return text.length();
    }
    int width = width(type);
    return width > 0 ? width : chosenBytes(type);
  }

  private static int chosenBytes(Type type) {
    if (type instanceof EnumType names) {
      return names.bits() / Byte.SIZE;
    }
    return type instanceof DateTime64Type ? Long.BYTES : type instanceof DateType ? 4 : 1;
  }

  /**
   * So many values of a type.
   *
   * @param maxArray elements of an array; of one within another half as many
   */
  Column draw(Type type, int rows, long maxArray) {
    if (type instanceof LowCardinalityType low) {
      return draw(low.inner(), rows, maxArray);
    }
    if (!type.isNullable()) {
      return plain(type, rows, maxArray);
    }
    Column values = plain(type.withoutNullable(), rows, maxArray);
    memory.grow(rows);
    boolean[] nulls = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      nulls[i] = random.below(NULLS_ONE_IN) == 0;
    }
    return values.withNulls(nulls);
  }

  private Column plain(Type type, int rows, long maxArray) {
    if (type instanceof StringType) {
      return strings(rows);
    }
    if (type instanceof ArrayType array) {
      return arrays(array.element(), rows, maxArray);
    }
    if (type instanceof MapType map) {
      return arrays(map.entry(), rows, maxArray / 2);
    }
    if (type instanceof TupleType tuple) {
      List<Column> elements = new ArrayList<>();
      tuple.elements().forEach(element -> elements.add(draw(element, rows, maxArray)));
      return TupleColumn.of(elements, rows);
    }
    if (type instanceof FixedStringType text) {
      return texts(text.length(), rows);
    }
    return fixed(type, rows);
  }

  private Column arrays(Type element, int rows, long maxArray) {
    memory.grow(4L * (rows + 1));
    int[] offsets = new int[rows + 1];
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] = fitting(offsets[i] + random.below(maxArray + 1));
    }
    return ArrayColumn.of(offsets, draw(element, offsets[rows], maxArray / 2), rows);
  }

  private Column strings(int rows) {
    memory.grow(4L * (rows + 1));
    int[] offsets = new int[rows + 1];
    byte[] data = new byte[0];
    for (int i = 0; i < rows; i++) {
      int length = Math.toIntExact(random.below(maxString + 1));
      int end = fitting((long) offsets[i] + length);
      // four characters come at once
      if (end + Integer.BYTES > data.length) {
        int wanted =
            fitting(Math.max(end + 64L, Math.min(MOST_BYTES, data.length + (data.length >> 1L))));
        memory.grow(wanted - data.length);
        data = Arrays.copyOf(data, wanted);
      }
      for (int at = offsets[i]; at < end; at += Integer.BYTES) {
        characters(random.next(), data, at);
      }
      offsets[i + 1] = end;
    }
    return BytesColumn.of(data, offsets, rows, null);
  }

  private static void characters(long bits, byte[] to, int at) {
    for (int i = 0; i < Integer.BYTES; i++) {
      int part = (int) (bits >>> i * Short.SIZE) & 0xffff;
      to[at + i] = (byte) (FIRST_CHARACTER + (part * CHARACTERS >>> Short.SIZE));
    }
  }

  private Column texts(int length, int rows) {
    int[] offsets = new int[rows + 1];
    memory.grow(4L * offsets.length);
    for (int i = 0; i <= rows; i++) {
      offsets[i] = fitting((long) i * length);
    }
    return BytesColumn.of(bytes(offsets[rows]).array(), offsets, rows, null);
  }

  /** Bytes drawn eight at a time; some more than are asked for. */
  private ByteBuffer bytes(int count) {
    int words = (count + Long.BYTES - 1) / Long.BYTES;
    memory.grow((long) words * Long.BYTES);
    ByteBuffer bytes = ByteBuffer.allocate(words * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < words; i++) {
      bytes.putLong(i * Long.BYTES, random.next());
    }
    return bytes;
  }

  private Column fixed(Type type, int rows) {
    int width = width(type);
    if (width > Long.BYTES) {
      return wide(type, width / Long.BYTES, rows);
    }
    memory.grow(8L * rows);
    if (type instanceof FloatType single) {
      ByteBuffer bits = bytes(fitting((long) rows * width));
      double[] values = new double[rows];
      for (int i = 0; i < rows; i++) {
        values[i] = single.bits() == 32 ? bits.getFloat(4 * i) : bits.getDouble(8 * i);
      }
      return DoubleColumn.of(values, rows, null);
    }
    long[] values = new long[rows];
    if (type instanceof DecimalType decimal) {
      long bound = power(decimal.precision()).longValueExact();
      for (int i = 0; i < rows; i++) {
        long bits = random.next();
        values[i] = (decimal.bits() == 32 ? (int) bits : bits) % bound;
      }
    } else if (width == 0) {
      for (int i = 0; i < rows; i++) {
        values[i] = chosen(type);
      }
    } else {
      ByteBuffer bits = bytes(fitting((long) rows * width));
      for (int i = 0; i < rows; i++) {
        values[i] = value(type, bits, i * width, width);
      }
    }
    return LongColumn.of(values, rows, null);
  }

  /** Bytes that a value is drawn of; 0 for types of which one of their values is chosen. */
  private static int width(Type type) {
    if (type instanceof IntegerType integer) {
      return integer.bits() / Byte.SIZE;
    }
    if (type instanceof FloatType number) {
      return number.bits() / Byte.SIZE;
    }
    if (type instanceof DecimalType decimal) {
      return decimal.bits() / Byte.SIZE;
    }
    if (type instanceof DateType day) {
      return day.bits() == 16 ? 2 : 0;
    }
    if (type instanceof DateTimeType) {
      return 4;
    }
    if (type instanceof IpType) {
      return type.name().equals("IPv4") ? 4 : 16;
    }
    return type instanceof UuidType ? 16 : 0;
  }

  private long chosen(Type type) {
    if (type instanceof DateType) {
      return random.below(DAYS) - DAYS_BEFORE_1970;
    }
    if (type instanceof DateTime64Type time) {
      return random.below((1L << 32) * time.ticksPerSecond());
    }
    if (type instanceof EnumType names) {
      List<Integer> numbers = names.names().keySet().stream().sorted().toList();
      return numbers.get((int) random.below(numbers.size()));
    }
    return random.below(2);
  }

  private static long value(Type type, ByteBuffer bits, int at, int width) {
    boolean signed = type instanceof IntegerType integer && integer.signed();
    return switch (width) {
      case 1 -> signed ? bits.get(at) : bits.get(at) & 0xff;
      case 2 -> signed ? bits.getShort(at) : bits.getShort(at) & 0xffff;
      case 4 -> signed ? bits.getInt(at) : bits.getInt(at) & 0xffffffffL;
      default -> bits.getLong(at);
    };
  }

  private Column wide(Type type, int words, int rows) {
    int count = fitting((long) words * rows);
    memory.grow(8L * count);
    long[] values = new long[count];
    boolean turned = type instanceof UuidType || type instanceof IpType;
    for (int i = 0; i < count; i++) {
      long bits = random.next();
      values[turned ? i ^ 1 : i] = type instanceof IpType ? Long.reverseBytes(bits) : bits;
    }
    if (type instanceof DecimalType decimal) {
      BigInteger bound = power(decimal.precision());
      for (int i = 0; i < count; i += words) {
        cut(values, i, words, bound);
      }
    }
    return WideColumn.of(values, words, rows, null);
  }

  private static BigInteger power(int precision) {
    return BigInteger.TEN.pow(precision);
  }

  /** Leaves the remainder, which has the sign of the value. */
  private static void cut(long[] values, int at, int words, BigInteger bound) {
    ByteBuffer bytes = ByteBuffer.allocate(words * Long.BYTES);
    for (int word = words - 1; word >= 0; word--) {
      bytes.putLong(values[at + word]);
    }
    BigInteger left = new BigInteger(bytes.array()).remainder(bound);
    for (int word = 0; word < words; word++) {
      values[at + word] = left.shiftRight(word * Long.SIZE).longValue();
    }
  }
}
