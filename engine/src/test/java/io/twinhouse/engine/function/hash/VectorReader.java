// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.UuidType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads the argument lists of the hash vectors: constants in a small part of the dialect. */
final class VectorReader {

  private final String text;
  private int at;

  private VectorReader(String text) {
    this.text = text;
  }

  /** The arguments' types from a list such as {@code UInt8, Tuple(String, UUID)}. */
  static List<Type> types(String list) {
    List<Type> types = new ArrayList<>();
    int depth = 0;
    int start = 0;
    String unescaped = list.replace("\\'", "'") + ",";
    for (int i = 0; i < unescaped.length(); i++) {
      char c = unescaped.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        String name = unescaped.substring(start, i).strip();
        if (!name.isEmpty()) {
          types.add(TypeParser.parse(name));
        }
        start = i + 1;
      }
    }
    return types;
  }

  /** The arguments as columns of one row. */
  static List<Column> values(String arguments, List<Type> types) {
    VectorReader reader = new VectorReader(arguments);
    List<Column> columns = new ArrayList<>();
    for (Type type : types) {
      Object value = reader.value();
      ColumnBuilder builder = ColumnBuilder.of(type);
      append(type, value, builder);
      columns.add(builder.build());
      reader.skip(",");
    }
    return columns;
  }

  private Object value() {
    Object value = plainValue();
    if (text.startsWith("::", at)) {
      at += 2;
      word();
      if (skip("(")) {
        until(')');
      }
    }
    return value;
  }

  private Object plainValue() {
    skipSpaces();
    if (text.charAt(at) == '\'') {
      at++;
      return until('\'');
    }
    if (skip("[")) {
      return list("]");
    }
    if (skip("(")) {
      return list(")");
    }
    String word = word();
    if (!skip("(")) {
      return word.equals("NULL") ? null : word;
    }
    if (word.equals("CAST")) {
      Object value = value();
      at = closing() + 1;
      return value;
    }
    List<Object> arguments = list(")");
    return switch (word) {
      case "tuple" -> arguments;
      case "map" -> pairs(arguments);
      case "repeat" ->
          ((String) arguments.get(0)).repeat(Integer.parseInt((String) arguments.get(1)));
      default -> arguments.get(0);
    };
  }

  private int closing() {
    int depth = 1;
    for (int i = at; ; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
  }

  private static List<Object> pairs(List<Object> flat) {
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < flat.size(); i += 2) {
      pairs.add(flat.subList(i, i + 2));
    }
    return pairs;
  }

  private List<Object> list(String end) {
    List<Object> values = new ArrayList<>();
    while (!skip(end)) {
      values.add(value());
      skip(",");
    }
    return values;
  }

  private String until(char end) {
    int start = at;
    at = text.indexOf(end, at) + 1;
    return text.substring(start, at - 1);
  }

  private String word() {
    int start = at;
    while (at < text.length() && "-._".indexOf(text.charAt(at)) >= 0
        || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private boolean skip(String token) {
    skipSpaces();
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private static void append(Type type, Object value, ColumnBuilder out) {
    if (value == null) {
      out.appendNull();
      return;
    }
    Type base = type.base();
    switch (type.lane()) {
      case LONG -> out.appendLong(longOf(base, (String) value));
      case DOUBLE ->
          out.appendDouble(value.equals("nan") ? Double.NaN : Double.parseDouble((String) value));
      case BYTES -> {
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        int length = base instanceof FixedStringType fixed ? fixed.length() : bytes.length;
        out.appendBytes(Arrays.copyOf(bytes, length), 0, length);
      }
      case WIDE -> out.appendWide(words(base, (String) value), 0);
      case ARRAY -> {
        Type element = base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
        ((List<?>) value).forEach(e -> append(element, e, out.elements()));
        out.endRow();
      }
      case TUPLE -> {
        List<Type> elements = ((TupleType) base).elements();
        for (int i = 0; i < elements.size(); i++) {
          append(elements.get(i), ((List<?>) value).get(i), out.element(i));
        }
        out.endRow();
      }
    }
  }

  private static long longOf(Type base, String text) {
    if (base instanceof DateType) {
      return LocalDate.parse(text).toEpochDay();
    }
    if (base instanceof DateTimeType) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    }
    if (base instanceof DateTime64Type) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    if (base instanceof DecimalType decimal) {
      return new BigDecimal(text).setScale(decimal.scale()).unscaledValue().longValue();
    }
    if (base instanceof EnumType) {
      return text.equals("b") ? 2 : Long.parseLong(text);
    }
    if (base instanceof IpType) {
      return Arrays.stream(text.split("\\."))
          .mapToLong(Long::parseLong)
          .reduce(0, (a, b) -> a << 8 | b);
    }
    return text.equals("true") ? 1 : Long.parseLong(text);
  }

  private static long[] words(Type base, String text) {
    if (base instanceof UuidType) {
      UUID uuid = UUID.fromString(text);
      return new long[] {uuid.getLeastSignificantBits(), uuid.getMostSignificantBits(), 0, 0};
    }
    if (base instanceof IpType) {
      return new long[] {1, 0};
    }
    long low =
        base instanceof DecimalType decimal
            ? new BigDecimal(text).setScale(decimal.scale()).unscaledValue().longValue()
            : Long.parseLong(text);
    return new long[] {low, 0, 0, 0};
  }
}
