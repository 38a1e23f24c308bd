// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the writer of a type in a style. */
final class CellWriters {

  private final WriteOptions options;
  private final StringCells strings;

  CellWriters(WriteOptions options) {
    this.options = options;
    this.strings = StringCells.of(options);
  }

  WriteOptions options() {
    return options;
  }

  StringCells strings() {
    return strings;
  }

  CellWriter of(Type type, TextStyle style) {
    Type base = type.base();
    return switch (base.lane()) {
      case LONG -> ofLong(base, style);
      case DOUBLE -> ofDouble(base, style);
      case BYTES ->
          base.carriesType() ? new DynamicCells(this, style) : strings.writer(base, style);
      case WIDE -> ofWide(base, style);
      case ARRAY -> ofArray(base, style);
      case TUPLE -> ofTuple((TupleType) base, style);
    };
  }

  private CellWriter ofLong(Type type, TextStyle style) {
    if (type instanceof IntegerType integer) {
      boolean quotes = integer.bits() == 64 && options.json().quoteIntegers();
      return inQuotesOfJson(
          quotes && style == TextStyle.JSON,
          integer.signed()
              ? (column, row, out) -> out.putLong(at(column, row))
              : (column, row, out) -> out.putUnsigned(at(column, row)));
    }
    if (type instanceof BoolType) {
      boolean words = style == TextStyle.QUOTED || style == TextStyle.JSON;
      String yes = words ? "true" : options.text().trueText();
      String no = words ? "false" : options.text().falseText();
      return (column, row, out) -> out.put(at(column, row) != 0 ? yes : no);
    }
    if (type instanceof DecimalType decimal) {
      return inQuotesOfJson(
          style == TextStyle.JSON && options.json().quoteDecimals(),
          (column, row, out) -> decimal(BigInteger.valueOf(at(column, row)), decimal.scale(), out));
    }
    if (type instanceof IntervalType) {
      return inQuotesOfJson(
          style == TextStyle.JSON && options.json().quoteIntegers(),
          (column, row, out) -> out.putLong(at(column, row)));
    }
    CellWriter plain = ofTimeOrName(type, style);
    return plain != null ? plain : (column, row, out) -> out.putLong(at(column, row));
  }

  private @Nullable CellWriter ofTimeOrName(Type type, TextStyle style) {
    if (type instanceof DateType) {
      return quoted(style, (column, row, out) -> TimeText.writeDate(at(column, row), out));
    }
    if (type instanceof DateTimeType time) {
      ZoneClock clock = clock(time.zone());
      return quoted(
          style,
          switch (options.times()) {
            case SIMPLE ->
                (column, row, out) -> TimeText.writeDateTime(at(column, row), clock, out);
            case ISO -> (column, row, out) -> TimeText.writeIso(at(column, row), out);
            case UNIX_TIMESTAMP -> (column, row, out) -> out.putLong(at(column, row));
          });
    }
    if (type instanceof DateTime64Type time) {
      ZoneClock clock = clock(time.zone());
      return quoted(
          style,
          switch (options.times()) {
            case SIMPLE ->
                (column, row, out) -> TimeText.writeTicks(at(column, row), time, clock, out);
            case ISO -> (column, row, out) -> TimeText.writeIsoTicks(at(column, row), time, out);
            case UNIX_TIMESTAMP ->
                (column, row, out) -> TimeText.writeUnixTicks(at(column, row), time, out);
          });
    }
    if (type instanceof TimeType) {
      return quoted(style, (column, row, out) -> ClockText.write(at(column, row), out));
    }
    if (type instanceof Time64Type time) {
      return quoted(style, (column, row, out) -> ClockText.writeTicks(at(column, row), time, out));
    }
    if (type instanceof EnumType names) {
      return enumeration(names, style, strings);
    }
    if (type instanceof IpType) {
      return quoted(style, (column, row, out) -> AddressText.writeV4(at(column, row), out));
    }
    if (type instanceof NothingType) {
      return (column, row, out) -> {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "Serialization is not implemented for type Nothing");
      };
    }
    return null;
  }

  private ZoneClock clock(@Nullable String zone) {
    return new ZoneClock(zone == null ? options.zone() : ZoneId.of(zone));
  }

  private static CellWriter enumeration(EnumType type, TextStyle style, StringCells strings) {
    Map<Integer, byte[]> texts = new HashMap<>();
    for (var entry : type.names().entrySet()) {
      TextOutput text = new TextOutput();
      byte[] name = entry.getValue().getBytes(StandardCharsets.UTF_8);
      strings.write(name, 0, name.length, style, text);
      texts.put(entry.getKey(), text.toBytes());
    }
    return (column, row, out) -> {
      byte[] text = texts.get((int) at(column, row));
      if (text == null) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_ELEMENT_OF_ENUM, "Unexpected value " + at(column, row) + " in enum");
      }
      out.put(text, 0, text.length);
    };
  }

  private CellWriter ofDouble(Type type, TextStyle style) {
    boolean single = !type.equals(FloatType.FLOAT64);
    if (style != TextStyle.JSON) {
      return (column, row, out) ->
          FloatText.write(((DoubleColumn) column).values()[row], single, out);
    }
    boolean words = options.json().quoteDenormals();
    boolean quotes = !single && options.json().quoteFloats();
    return (column, row, out) -> {
      double value = ((DoubleColumn) column).values()[row];
      boolean finite = Double.isFinite(value);
      boolean quote = quotes || (words && !finite);
      out.put(quote ? "\"" : "");
      if (finite || words) {
        FloatText.write(value, single, out);
      } else {
        out.put("null");
      }
      out.put(quote ? "\"" : "");
    };
  }

  private CellWriter ofWide(Type type, TextStyle style) {
    if (type instanceof UuidType) {
      return quoted(
          style,
          (column, row, out) -> {
            long[] words = ((WideColumn) column).values();
            AddressText.writeUuid(words[2 * row + 1], words[2 * row], out);
          });
    }
    if (type instanceof IpType) {
      return quoted(
          style,
          (column, row, out) -> {
            long[] words = ((WideColumn) column).values();
            AddressText.writeV6(words[2 * row + 1], words[2 * row], out);
          });
    }
    if (type instanceof DecimalType decimal) {
      return inQuotesOfJson(
          style == TextStyle.JSON && options.json().quoteDecimals(),
          (column, row, out) -> decimal(big(column, row, true), decimal.scale(), out));
    }
    boolean signed = ((IntegerType) type).signed();
    return inQuotesOfJson(
        style == TextStyle.JSON && options.json().quoteIntegers(),
        (column, row, out) -> out.put(big(column, row, signed).toString()));
  }

  private static BigInteger big(Column column, int row, boolean signed) {
    WideColumn wide = (WideColumn) column;
    ByteBuffer bytes = ByteBuffer.allocate(wide.words() * 8);
    for (int word = wide.words() - 1; word >= 0; word--) {
      bytes.putLong(wide.values()[row * wide.words() + word]);
    }
    return signed ? new BigInteger(bytes.array()) : new BigInteger(1, bytes.array());
  }

  private void decimal(BigInteger unscaled, int scale, TextOutput out) {
    if (options.text().trailingZeros()) {
      out.put(new BigDecimal(unscaled, scale).toPlainString());
      return;
    }
    if (unscaled.signum() == 0) {
      out.put('0');
      return;
    }
    BigDecimal value = new BigDecimal(unscaled, scale).stripTrailingZeros();
    out.put(value.toPlainString());
  }

  private CellWriter ofArray(Type type, TextStyle style) {
    if (type instanceof MapType map) {
      return NestedCells.map(this, map, style);
    }
    return NestedCells.array(this, ((ArrayType) type).element(), style);
  }

  private CellWriter ofTuple(TupleType type, TextStyle style) {
    return NestedCells.tuple(this, type, style);
  }

  private static CellWriter inQuotesOfJson(boolean quotes, CellWriter plain) {
    return quotes ? quoted(TextStyle.JSON, plain) : plain;
  }

  private static CellWriter quoted(TextStyle style, CellWriter plain) {
    if (style == TextStyle.RAW || style == TextStyle.ESCAPED) {
      return plain;
    }
    char quote = style == TextStyle.QUOTED ? '\'' : '"';
    return (column, row, out) -> {
      out.put(quote);
      plain.write(column, row, out);
      out.put(quote);
    };
  }

  private static long at(Column column, int row) {
    return ((LongColumn) column).values()[row];
  }

  /** Whether a map key of this type needs quotes in JSON, where every key is text. */
  static boolean isBareInJson(Type type) {
    return type.base().lane() == Lane.DOUBLE
        || type.base() instanceof IntegerType
        || type.base() instanceof BoolType
        || type.base() instanceof DecimalType;
  }
}
