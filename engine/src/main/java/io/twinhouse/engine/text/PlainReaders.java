// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.time.ZoneClock;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.VariantType;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readers of plain text, and of the quoted form that elements of containers take. */
final class PlainReaders {

  private static final List<String> TRUE_WORDS =
      List.of("enabled", "enable", "true", "yes", "on", "t", "y", "1");
  private static final List<String> FALSE_WORDS =
      List.of("disabled", "disable", "false", "off", "no", "f", "n", "0");

  private final ReadOptions options;

  PlainReaders(ReadOptions options) {
    this.options = options;
  }

  /** Reads a text that is one value and nothing else. */
  CellReader whole(Type type) {
    if (type instanceof DynamicType) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Values of type "
              + type.name()
              + " are not read from texts of this format; use JSONEachRow, VALUES or SELECT");
    }
    if (type instanceof VariantType variant) {
      boolean nulls = !options.received();
      return VariantReaders.whole(variant, nulls, new PlainReaders(options.strictly())::whole);
    }
    CellReader reader =
        isContainer(type)
            ? new PlainReaders(options.withTimes(false)).quotedValue(type)
            : type.base() instanceof BoolType ? this::readWholeBool : bare(type);
    return type.isNullable() ? nullable(reader, type) : reader;
  }

  /** As {@link #whole}, where an array may go without its brackets. */
  CellReader wholeOfCsv(Type type) {
    if (type instanceof VariantType variant) {
      return VariantReaders.wholeOfCsv(variant, new PlainReaders(options.strictly())::wholeOfCsv);
    }
    return type.base() instanceof ArrayType array
        ? ContainerReaders.unenclosed(quoted(array.element()))
        : whole(type);
  }

  private static boolean isContainer(Type type) {
    return type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE;
  }

  private static CellReader nullable(CellReader reader, Type type) {
    boolean text = type.base().lane() == Lane.BYTES;
    return (in, out) -> {
      boolean isNull =
          (!text && in.atEnd())
              || (in.end() - in.position() == 4 && in.skipWord("NULL"))
              || (in.end() - in.position() == 2 && in.peek() == '\\' && in.peek(1) == 'N');
      if (isNull) {
        in.moveTo(in.end());
        out.appendNull();
        return true;
      }
      return reader.read(in, out);
    };
  }

  /** Reads a value without quotes around it; a String takes all that is left. */
  CellReader bare(Type type) {
    Type base = type.base();
    if (base instanceof IntegerType integer) {
      return (in, out) -> NumberText.readInteger(in, integer, options.checked(), out);
    }
    if (base.lane() == Lane.DOUBLE) {
      return (in, out) -> NumberText.readFloat(in, base, out);
    }
    if (base instanceof DecimalType decimal) {
      return (in, out) -> NumberText.readDecimal(in, decimal, out);
    }
    if (base instanceof BoolType) {
      return PlainReaders::readBool;
    }
    if (base instanceof EnumType names) {
      return (in, out) -> readEnum(in, names, in.end(), out);
    }
    if (base instanceof UuidType) {
      return AddressText::readUuid;
    }
    if (base instanceof IpType ip) {
      return ip.version() == 4 ? AddressText::readV4 : AddressText::readV6;
    }
    if (base instanceof IntervalType) {
      return (in, out) -> NumberText.readInteger(in, IntegerType.INT64, options.checked(), out);
    }
    return base.lane() == Lane.BYTES ? text(base) : time(base);
  }

  private CellReader time(Type type) {
    if (type instanceof DateType date) {
      DateReader dates = new DateReader();
      return (in, out) -> {
        if (options.timed() ? !dates.readWithTime(in) : !dates.read(in)) {
          return false;
        }
        out.appendLong(dates.days(date.bits()));
        return true;
      };
    }
    if (type instanceof DateTimeType time) {
      TimeReader times = new TimeReader(clock(time.zone()), options.monthFirst());
      return (in, out) -> {
        boolean read =
            options.bestEffort() ? times.readBestEffort(in, false) : times.readBasic(in, 0);
        if (read) {
          out.appendLong(times.secondOfDateTime());
        }
        return read;
      };
    }
    if (type instanceof DateTime64Type time) {
      TimeReader times = new TimeReader(clock(time.zone()), options.monthFirst());
      return (in, out) -> {
        boolean read =
            options.bestEffort()
                ? times.readBestEffort(in, true)
                : times.readBasic(in, time.ticksPerSecond());
        if (read && times.isBeyond(time.ticksPerSecond())) {
          return in.fail(ErrorCode.DECIMAL_OVERFLOW, "Decimal math overflow");
        }
        if (read) {
          out.appendLong(times.ticks(time.ticksPerSecond()));
        }
        return read;
      };
    }
    if (type instanceof TimeType) {
      return ClockText.seconds();
    }
    if (type instanceof Time64Type time) {
      return ClockText.ticks(time);
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Reading " + type.name() + " from text is not supported");
  }

  private ZoneClock clock(@org.jspecify.annotations.Nullable String zone) {
    return new ZoneClock(zone == null ? options.zone() : ZoneId.of(zone));
  }

  private CellReader text(Type type) {
    boolean document = options.received() && type instanceof JsonType;
    return (in, out) -> {
      if (document && JsonMarks.in(in.data(), in.position(), in.end())) {
        return JsonMarks.refuse(in);
      }
      boolean read = append(in.data(), in.position(), in.end() - in.position(), type, in, out);
      in.moveTo(in.end());
      return read;
    };
  }

  static boolean append(
      byte[] data, int from, int length, Type type, TextInput in, ColumnBuilder out) {
    if (!(type instanceof FixedStringType fixed)) {
      out.appendBytes(data, from, length);
      return true;
    }
    if (length > fixed.length()) {
      return in.fail(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "String too long for type FixedString(" + fixed.length() + ")");
    }
    byte[] padded = new byte[fixed.length()];
    System.arraycopy(data, from, padded, 0, length);
    out.appendBytes(padded, 0, padded.length);
    return true;
  }

  /** The words that settings name go before the usual ones, and before 0 and 1. */
  private boolean readWholeBool(TextInput in, ColumnBuilder out) {
    String text = in.text(in.position(), in.end());
    boolean isTrue = text.equals(options.words().trueText());
    if (isTrue || text.equals(options.words().falseText())) {
      in.moveTo(in.end());
      out.appendLong(isTrue ? 1 : 0);
      return true;
    }
    return readBool(in, out) && (in.atEnd() || noBool(in));
  }

  static boolean readBool(TextInput in, ColumnBuilder out) {
    for (String word : TRUE_WORDS) {
      if (in.skipWord(word)) {
        out.appendLong(1);
        return true;
      }
    }
    for (String word : FALSE_WORDS) {
      if (in.skipWord(word)) {
        out.appendLong(0);
        return true;
      }
    }
    return noBool(in);
  }

  /** What stands for Bool among other values; the short words are for whole fields and quotes. */
  private static boolean readBoolWord(TextInput in, ColumnBuilder out) {
    boolean isTrue = in.skipWord("true");
    if (isTrue || in.skipWord("false")) {
      out.appendLong(isTrue ? 1 : 0);
      return true;
    }
    return switch (in.peek()) {
      case '0', '1' ->
          in.fail(
              ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT,
              "Cannot read array from text, expected comma or end of array, found a number for"
                  + " Bool");
      case 't', 'T', 'f', 'F' ->
          in.fail(
              ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
              "Cannot parse input: expected 'true' or 'false'");
      default -> noBool(in);
    };
  }

  private static boolean noBool(TextInput in) {
    return in.fail(
        ErrorCode.CANNOT_PARSE_BOOL,
        "Cannot parse boolean value here: '"
            + in.text(in.position(), in.end())
            + "', should be 'true' or 'false' controlled by setting bool_true_representation and"
            + " bool_false_representation or one of"
            + " True/False/T/F/Y/N/Yes/No/On/Off/Enable/Disable/Enabled/Disabled/1/0");
  }

  static boolean readEnum(TextInput in, EnumType type, int to, ColumnBuilder out) {
    String name = in.text(in.position(), to);
    Integer number = type.numberOf(name);
    if (number == null) {
      number = numbered(type, name);
    }
    if (number == null) {
      return in.fail(ErrorCode.UNKNOWN_ELEMENT_OF_ENUM, "Unknown element '" + name + "' for enum");
    }
    in.moveTo(to);
    out.appendLong(number);
    return true;
  }

  /** An element may be given by its number, too. */
  private static @Nullable Integer numbered(EnumType type, String text) {
    if (text.isEmpty() || text.length() > 6) {
      return null;
    }
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return null;
      }
    }
    if (text.equals("-")) {
      return null;
    }
    int number = Integer.parseInt(text);
    return type.names().containsKey(number) ? number : null;
  }

  /** Reads a value as it stands in Values and inside containers. */
  CellReader quoted(Type type) {
    if (type instanceof DynamicType) {
      return options.received() ? new DynamicCells.Received()::quoted : whole(type);
    }
    if (type instanceof VariantType variant) {
      return VariantReaders.quoted(variant, new PlainReaders(options.strictly())::quoted);
    }
    CellReader reader = quotedValue(type);
    boolean nullable = type.isNullable();
    return (in, out) -> {
      if (in.peek() != '\'' && in.skipWord("NULL")) {
        if (nullable) {
          out.appendNull();
        } else {
          out.appendDefault();
        }
        return true;
      }
      return reader.read(in, out);
    };
  }

  private CellReader quotedValue(Type type) {
    Type base = type.base();
    if (base instanceof MapType map) {
      return ContainerReaders.map(quoted(map.key()), quoted(map.value()));
    }
    if (base instanceof ArrayType array) {
      return ContainerReaders.array(quoted(array.element()));
    }
    if (base instanceof TupleType tuple) {
      return ContainerReaders.tuple(tuple.elements().stream().map(this::quoted).toList());
    }
    TextOutput text = new TextOutput();
    TextInput inner = new TextInput();
    CellReader bare = bare(type);
    CellReader unquoted = unquoted(base);
    boolean number =
        base.lane() == Lane.DOUBLE || base instanceof IntegerType || base instanceof DecimalType;
    return (in, out) -> {
      if (number && in.peek() == '\'') {
        return in.fail(
            ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT,
            "Cannot read array from text, expected comma or end of array, found '''");
      }
      if (in.peek() != '\'') {
        return unquoted.read(in, out);
      }
      if (!readQuotedText(in, text)) {
        return false;
      }
      inner.over(text.data(), 0, text.length());
      boolean whole =
          bare.read(inner, out) && (inner.atEnd() || ContainerReaders.expect(inner, '\''));
      if (!whole) {
        throw inner.failure("");
      }
      return true;
    };
  }

  /** Reads what stands without quotes where texts have them. */
  private CellReader unquoted(Type base) {
    if (base instanceof DateType) {
      return (in, out) -> ContainerReaders.expect(in, '\'');
    }
    if (base.lane() == Lane.BYTES || base instanceof EnumType) {
      return (in, out) ->
          in.fail(
              ErrorCode.CANNOT_PARSE_QUOTED_STRING,
              "Cannot parse quoted string: expected opening quote ''', got '"
                  + (in.atEnd() ? "EOF" : String.valueOf((char) in.peek()))
                  + "'");
    }
    if (base instanceof BoolType) {
      return PlainReaders::readBoolWord;
    }
    CellReader counts = TimeReader.Counts.reader(base);
    return counts == null ? bare(base) : counts;
  }

  /** Reads {@code 'text'} with escapes and doubled quotes into {@code text}. */
  static boolean readQuotedText(TextInput in, TextOutput text) {
    text.reset();
    in.advance(1);
    byte[] data = in.data();
    while (!in.atEnd()) {
      int next = in.peek();
      if (next == '\\' && in.peek(1) >= 0) {
        in.moveTo(Escapes.one(data, in.position() + 1, in.end(), text));
      } else if (next == '\'' && in.peek(1) == '\'') {
        text.put('\'');
        in.advance(2);
      } else if (next == '\'') {
        in.advance(1);
        return true;
      } else {
        text.put(next);
        in.advance(1);
      }
    }
    return in.fail(
        ErrorCode.CANNOT_PARSE_QUOTED_STRING, "Cannot parse quoted string: expected closing quote");
  }
}
