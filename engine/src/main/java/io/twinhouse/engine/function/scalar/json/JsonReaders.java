// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
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
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Makes the readers of types, one set for each call site: they keep buffers. */
final class JsonReaders {

  private final String function;
  private final ZoneId zone;
  private final boolean ignoreCase;
  private final JsonCompactor compactor = new JsonCompactor();
  private final TextOutput text = new TextOutput();

  /**
   * @param function what to name in refusals
   * @param zone for times whose type names no zone
   * @param ignoreCase whether names of tuple elements match keys in any case
   */
  JsonReaders(String function, ZoneId zone, boolean ignoreCase) {
    this.function = function;
    this.zone = zone;
    this.ignoreCase = ignoreCase;
  }

  /**
   * @throws TwinhouseException ILLEGAL_TYPE_OF_ARGUMENT, NOT_IMPLEMENTED
   */
  JsonReader of(Type type) {
    Type base = type.base();
    JsonReader reader = ofBase(base);
    if (!type.isNullable()) {
      return reader;
    }
    return (data, from, to, out) -> {
      if (data[from] == 'n') {
        out.appendNull();
        return true;
      }
      return reader.read(data, from, to, out);
    };
  }

  private JsonReader ofBase(Type base) {
    if (base instanceof IntegerType integer) {
      return new JsonIntegers(
              integer, new JsonTexts(base, zone), new JsonTexts(FloatType.FLOAT64, zone))
          ::read;
    }
    if (base instanceof FloatType floating) {
      return floating(floating);
    }
    if (base instanceof StringType) {
      return this::string;
    }
    if (base instanceof FixedStringType fixed) {
      return (data, from, to, out) -> fixed(fixed.length(), data, from, to, out);
    }
    if (base instanceof BoolType) {
      return JsonReaders::bool;
    }
    JsonReader nested = ofNested(base);
    JsonReader parsed = nested == null ? ofParsed(base) : nested;
    if (parsed != null) {
      return parsed;
    }
    if (base instanceof JsonType || base.carriesType()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Function " + function + " is not implemented for the type " + base.name());
    }
    throw unsupported(base);
  }

  private TwinhouseException unsupported(Type type) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        function + " doesn't support the return type schema: " + type.name());
  }

  private @Nullable JsonReader ofNested(Type base) {
    if (base instanceof ArrayType array) {
      return new JsonContainers(ignoreCase).array(of(array.element()), array.element());
    }
    if (base instanceof TupleType tuple) {
      return new JsonContainers(ignoreCase)
          .tuple(tuple, tuple.elements().stream().map(this::of).toList());
    }
    if (base instanceof MapType map) {
      if (!(map.key().base() instanceof StringType)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            function
                + " doesn't support the return type schema: "
                + map.name()
                + " with key type not String");
      }
      return new JsonContainers(ignoreCase).map(of(map.value()), map.value());
    }
    return null;
  }

  /** Types whose values are written as text, some of them as numbers too. */
  private @Nullable JsonReader ofParsed(Type base) {
    if (base instanceof EnumType names) {
      return (data, from, to, out) -> enumeration(names, data, from, to, out);
    }
    if (base instanceof DecimalType decimal) {
      return textOr(base, new JsonDecimals(decimal)::read);
    }
    if (base instanceof DateTimeType) {
      return textOr(base, JsonDecimals::seconds);
    }
    if (base instanceof DateTime64Type time) {
      return textOr(base, JsonDecimals.ticks(time.precision()));
    }
    if (base instanceof TimeType) {
      return textOr(base, JsonDecimals::signedSeconds);
    }
    if (base instanceof Time64Type time) {
      return textOr(base, JsonDecimals.ticks(time.precision()));
    }
    boolean text = base instanceof UuidType || base instanceof IpType || base instanceof DateType;
    return text ? textOr(base, (data, from, to, out) -> false) : null;
  }

  /** Texts are parsed, {@code others} reads all else. */
  private JsonReader textOr(Type base, JsonReader others) {
    JsonTexts texts = new JsonTexts(base, zone);
    return (data, from, to, out) ->
        data[from] == '"' ? texts.read(data, from, to, out) : others.read(data, from, to, out);
  }

  private JsonReader floating(FloatType type) {
    JsonTexts texts = new JsonTexts(type, zone);
    return (data, from, to, out) -> {
      switch (data[from]) {
        case '"' -> {
          return texts.read(data, from, to, out);
        }
        case 't', 'f' -> out.appendDouble(data[from] == 't' ? 1 : 0);
        case '{', '[', 'n' -> {
          return false;
        }
        default -> {
          double value = JsonIntegers.number(data, from, to);
          out.appendDouble(type.bits() == 32 ? (float) value : value);
        }
      }
      return true;
    };
  }

  private boolean string(byte[] data, int from, int to, ColumnBuilder out) {
    if (data[from] == 'n') {
      return false;
    }
    if (data[from] == '"' && !JsonStrings.hasEscape(data, from, to)) {
      out.appendBytes(data, from + 1, to - from - 2);
      return true;
    }
    text.reset();
    compactor.writeText(data, from, to, text);
    out.appendBytes(text.data(), 0, text.length());
    return true;
  }

  private boolean fixed(int length, byte[] data, int from, int to, ColumnBuilder out) {
    text.reset();
    compactor.writeText(data, from, to, text);
    if (data[from] == 'n' || text.length() > length) {
      return false;
    }
    while (text.length() < length) {
      text.put(0);
    }
    out.appendBytes(text.data(), 0, length);
    return true;
  }

  private static boolean bool(byte[] data, int from, int to, ColumnBuilder out) {
    switch (data[from]) {
      case 't', 'f' -> out.appendLong(data[from] == 't' ? 1 : 0);
      case '{', '[', 'n', '"' -> {
        return false;
      }
      default -> {
        // A number counts as the UInt8 that it is cut to.
        double value = JsonIntegers.number(data, from, to);
        if (value < 0 || value > 255) {
          return false;
        }
        out.appendLong(value < 1 ? 0 : 1);
      }
    }
    return true;
  }

  private boolean enumeration(EnumType names, byte[] data, int from, int to, ColumnBuilder out) {
    if (data[from] == '"') {
      text.reset();
      JsonStrings.unescape(data, from + 1, to - 1, text);
      Integer number = names.numberOf(text.toString());
      if (number == null) {
        return false;
      }
      out.appendLong(number);
      return true;
    }
    boolean isNumber = data[from] == '-' || (data[from] >= '0' && data[from] <= '9');
    if (!isNumber || JsonNumbers.isFloat(data, from, to)) {
      return false;
    }
    long number = JsonNumbers.toLong(data, from, to);
    if (number != (int) number || !names.names().containsKey((int) number)) {
      return false;
    }
    out.appendLong(number);
    return true;
  }
}
