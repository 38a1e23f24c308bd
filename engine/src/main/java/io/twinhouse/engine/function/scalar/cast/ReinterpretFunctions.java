// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.cast;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
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
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.UuidType;
import java.util.Arrays;

/** The bytes of a value of one type, least significant first, taken for those of another type. */
public final class ReinterpretFunctions {

  private ReinterpretFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Type conversion");
    CastFunctions.simpleTypes()
        .forEach(
            (name, type) -> {
              if (!(type instanceof IpType) && !type.equals(DateType.DATE32)) {
                family.add("reinterpretAs" + name, call -> bind(call.arity(1), type));
              }
            });
    family.add("reinterpretAsDateTime", call -> bind(call.arity(1), new DateTimeType(null)));
    family.add("reinterpretAsString", call -> bind(call.arity(1), StringType.INSTANCE));
    family.add(
        "reinterpretAsFixedString",
        call -> bind(call.arity(1), new FixedStringType(width(call, call.base(0)))));
    family.add("reinterpret", call -> bind(call.arity(2), TypeParser.parse(call.constantText(1))));
    return family;
  }

  private static BoundFunction bind(CallSite call, Type to) {
    Type from = call.base(0);
    boolean fromText = CallSite.isText(from);
    int source = fromText ? 0 : width(call, from);
    boolean toText = CallSite.isText(to);
    if (from instanceof StringType && to instanceof StringType) {
      return Bound.total(to, invocation -> invocation.argument(0));
    }
    if (from instanceof FixedStringType && to instanceof StringType) {
      Conversion unpadded = Conversions.of(from, to, call.context().zone());
      return Bound.total(to, invocation -> unpadded.convert(invocation.argument(0)));
    }
    if (!toText && isTextAtMost(from)) {
      throw call.illegal(0);
    }
    if (toText && to instanceof FixedStringType fixed && fixed.length() != source) {
      throw call.illegal(0);
    }
    int target = toText ? source : width(call, to);
    return Bound.total(
        to,
        invocation -> {
          Column column = invocation.flat(0);
          byte[] bytes = new byte[64];
          ColumnBuilder out = ColumnBuilder.of(to);
          BytesBuffer text = new BytesBuffer(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            Arrays.fill(bytes, (byte) 0);
            int length = read(from, column, row, source, Math.min(target, 32), bytes);
            if (toText) {
              append(to, bytes, source, text);
            } else {
              write(to, bytes, target, out, Math.min(length, target));
            }
          }
          return toText ? text.toColumn(null) : out.build();
        });
  }

  /** Whether the server gives the bytes of such values to texts alone. */
  private static boolean isTextAtMost(Type from) {
    return from.equals(DateType.DATE32) || from instanceof IpType || from instanceof EnumType;
  }

  private static int width(CallSite call, Type type) {
    if (type instanceof FixedStringType fixed) {
      return fixed.length();
    }
    if (type instanceof IntegerType integer) {
      return integer.bits() / 8;
    }
    if (type instanceof FloatType floating) {
      return floating.bits() / 8;
    }
    if (type instanceof DecimalType decimal) {
      return decimal.bits() / 8;
    }
    if (type instanceof EnumType names) {
      return names.bits() / 8;
    }
    if (type instanceof DateType date) {
      return date.bits() / 8;
    }
    if (type instanceof DateTime64Type) {
      return 8;
    }
    if (type instanceof UuidType) {
      return 16;
    }
    if (type instanceof IpType ip) {
      return ip.version() == 4 ? 4 : 16;
    }
    if (type instanceof BoolType || type instanceof DateTimeType) {
      return type instanceof BoolType ? 1 : 4;
    }
    throw call.illegal(0);
  }

  /** Puts the bytes of a value in memory order into {@code bytes}; how many there are. */
  private static int read(Type from, Column column, int row, int width, int most, byte[] bytes) {
    if (width == 0) {
      BytesLane lane = BytesLane.of(column);
      int length = Math.min(lane.length(row), most);
      System.arraycopy(lane.data(), lane.start(row), bytes, 0, length);
      return length;
    }
    if (column instanceof LongColumn longs) {
      little(longs.values()[row], bytes, 0, width);
    } else if (column instanceof DoubleColumn doubles) {
      double value = doubles.values()[row];
      long bits =
          width == 4 ? Float.floatToRawIntBits((float) value) : Double.doubleToRawLongBits(value);
      little(bits, bytes, 0, width);
    } else if (column instanceof WideColumn wide) {
      int words = wide.words();
      for (int word = 0; word < words; word++) {
        // The server keeps the first half of a UUID in front, and an address as it is sent.
        boolean turned = from instanceof UuidType || from instanceof IpType;
        long half = wide.values()[row * words + (turned ? words - 1 - word : word)];
        little(from instanceof IpType ? Long.reverseBytes(half) : half, bytes, word * 8, 8);
      }
    } else {
      BytesLane lane = BytesLane.of(column);
      System.arraycopy(lane.data(), lane.start(row), bytes, 0, Math.min(width, 64));
    }
    return width;
  }

  private static void little(long value, byte[] bytes, int at, int count) {
    for (int i = 0; i < count; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  /** A String ends before its trailing zeros. */
  private static void append(Type to, byte[] bytes, int width, BytesBuffer out) {
    int length = width;
    while (to instanceof StringType && length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    out.append(bytes, 0, length);
  }

  private static void write(Type to, byte[] bytes, int width, ColumnBuilder out, int given) {
    if (to instanceof UuidType && given < 16) {
      Arrays.fill(bytes, given, 16, (byte) 0);
    }
    switch (to.lane()) {
      case LONG -> out.appendLong(shaped(to, number(bytes, 0, width), width));
      case DOUBLE ->
          out.appendDouble(
              width == 4
                  ? Float.intBitsToFloat((int) number(bytes, 0, 4))
                  : Double.longBitsToDouble(number(bytes, 0, 8)));
      case WIDE -> {
        long[] words = new long[width / 8];
        for (int word = 0; word < words.length; word++) {
          int place = to instanceof UuidType ? words.length - 1 - word : word;
          words[place] = number(bytes, word * 8, 8);
        }
        out.appendWide(words, 0);
      }
      case BYTES, ARRAY, TUPLE -> throw new IllegalStateException("no bytes of " + to.name());
    }
  }

  private static long number(byte[] bytes, int at, int count) {
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }

  /** A lane value with the sign that its type gives it. */
  private static long shaped(Type type, long value, int width) {
    boolean signed =
        (type instanceof IntegerType integer && integer.signed())
            || type instanceof DecimalType
            || type instanceof EnumType
            || type instanceof DateTime64Type
            || type.equals(DateType.DATE32);
    return signed ? new IntegerType(width * 8, true).wrap(value) : value;
  }
}
