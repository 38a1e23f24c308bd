// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.util.List;

/**
 * A column of a random table.
 *
 * @param type ClickHouse's text of its type
 */
record RandomColumn(String name, String type, Kind kind) {

  private static final List<String> TEXTS =
      List.of(
          "", "a", "b", "ab", "Grüße", "x y", "0", "12", "-7", "é", "A", "it''s", "back\\\\slash");

  /** Types of a column, by the letter that its name ends with. */
  private record Shape(String letter, Kind kind, List<String> types) {}

  private static final List<Shape> SHAPES =
      List.of(
          shape("i", Kind.INTEGER, "UInt8", "Int8", "UInt16", "Int32", "Int64"),
          shape("j", Kind.INTEGER, "UInt32", "UInt64", "Nullable(Int32)", "Int16"),
          shape("f", Kind.FLOAT, "Float64", "Nullable(Float64)", "Float32"),
          shape("s", Kind.TEXT, "String", "Nullable(String)", "LowCardinality(String)"),
          shape("t", Kind.TEXT, "String", "LowCardinality(Nullable(String))"),
          shape("d", Kind.DATE, "Date", "Nullable(Date)", "Date32"),
          shape(
              "m",
              Kind.TIME,
              "DateTime('UTC')",
              "DateTime64(3, 'UTC')",
              "DateTime('America/New_York')",
              "DateTime64(6, 'Asia/Kolkata')",
              "Nullable(DateTime('Europe/Berlin'))"),
          shape("u", Kind.UUID, "UUID", "Nullable(UUID)"),
          shape(
              "k",
              Kind.DECIMAL,
              "Decimal(9, 2)",
              "Nullable(Decimal(18, 4))",
              "Decimal(38, 3)",
              "Decimal(60, 10)"),
          shape("e", Kind.ENUM, "Enum8('a' = -2, 'b' = 1, 'c' = 5)"),
          shape("a", Kind.ARRAY, "Array(Int32)", "Array(Nullable(UInt8))"),
          shape("w", Kind.WIDE, "UInt128", "Int256", "Nullable(Int128)", "UInt256"),
          shape(
              "q",
              Kind.FIXED,
              "FixedString(3)",
              "Nullable(FixedString(3))",
              "LowCardinality(FixedString(3))"),
          shape("p", Kind.IP, "IPv4", "IPv6", "Nullable(IPv4)", "Nullable(IPv6)"),
          shape("b", Kind.BOOL, "Bool", "Nullable(Bool)"),
          shape(
              "n",
              Kind.MAP,
              "Map(String, UInt8)",
              "Map(LowCardinality(String), Nullable(Int16))",
              "Map(String, String)"),
          shape("v", Kind.TUPLE, "Tuple(a Int8, b Nullable(String))", "Tuple(Int16, String)"),
          shape(
              "g",
              Kind.TEXTS,
              "Array(String)",
              "Array(LowCardinality(String))",
              "Array(Nullable(String))"),
          shape("c", Kind.NESTED, "Array(Array(Int8))", "Array(Array(Nullable(Int32)))"));

  private static Shape shape(String letter, Kind kind, String... types) {
    return new Shape(letter, kind, List.of(types));
  }

  /** The kinds of columns every table has, with types drawn at random. */
  static List<RandomColumn> draw(RandomSource random, String prefix) {
    return SHAPES.stream()
        .map(s -> new RandomColumn(prefix + s.letter(), random.pick(s.types()), s.kind()))
        .toList();
  }

  boolean isNullable() {
    return type.startsWith("Nullable") || type.startsWith("LowCardinality(Nullable");
  }

  private boolean hasNulls() {
    return type.contains("Nullable");
  }

  /** A literal that fits the column. */
  String literal(RandomSource random) {
    if (isNullable() && random.oneIn(4)) {
      return "NULL";
    }
    return switch (kind) {
      case INTEGER -> integer(random);
      case FLOAT -> Double.toString(random.between(-40, 40) / 4.0);
      case TEXT -> "'" + random.pick(TEXTS) + "'";
      case DATE -> String.format("'2026-%02d-%02d'", random.between(1, 3), random.between(1, 28));
      case TIME -> time(random);
      case FLAG -> Integer.toString(random.between(0, 1));
      case DECIMAL -> random.between(-20, 20) + "." + random.between(10, 99);
      case ENUM -> random.pick(List.of("'a'", "'b'", "'c'"));
      case ARRAY ->
          random.pick(
              List.of("[]", "[1]", "[1, 2]", "[3, 3, 0]", hasNulls() ? "[NULL, 4]" : "[4]"));
      case WIDE -> wide(random);
      case FIXED -> "'" + random.pick(List.of("", "a", "abc", "b", "é")) + "'";
      case IP -> ip(random);
      case BOOL -> random.pick(List.of("true", "false"));
      case MAP -> map(random);
      case TUPLE -> tuple(random);
      case TEXTS -> texts(random);
      case NESTED -> random.pick(List.of("[]", "[[]]", "[[1], [2, 3]]", "[[1, 1], []]", "[[7]]"));
      case UUID -> String.format("'00000000-0000-4000-8000-%012d'", random.between(0, 9));
    };
  }

  private String integer(RandomSource random) {
    boolean signed = !type.contains("UInt");
    if (random.oneIn(12)) {
      return type.contains("8") ? "127" : "30000";
    }
    return Integer.toString(random.between(signed ? -5 : 0, 9));
  }

  private static String time(RandomSource random) {
    return String.format(
        "'2026-01-%02d %02d:%02d:%02d'",
        random.between(1, 5), random.between(0, 23), random.between(0, 59), random.between(0, 59));
  }

  private String wide(RandomSource random) {
    if (random.oneIn(6)) {
      return "1267650600228229401496703205376";
    }
    return Integer.toString(random.between(type.contains("UInt") ? 0 : -9, 9));
  }

  private String ip(RandomSource random) {
    return type.contains("IPv4")
        ? "'10.0.0." + random.between(0, 5) + "'"
        : random.pick(List.of("'::1'", "'2001:db8::5'", "'::ffff:10.0.0.1'", "'::'"));
  }

  private String map(RandomSource random) {
    String one = type.endsWith("String)") ? "'p'" : random.between(0, 9) + "";
    String two = hasNulls() ? "NULL" : type.endsWith("String)") ? "''" : "7";
    return random.pick(
        List.of(
            "{}",
            "{'a': " + one + "}",
            "{'b': " + one + ", 'a': " + two + "}",
            "{'': " + two + ", 'c': " + one + "}"));
  }

  private String tuple(RandomSource random) {
    String text = hasNulls() && random.oneIn(3) ? "NULL" : "'" + random.pick(TEXTS) + "'";
    return "(" + random.between(-2, 4) + ", " + text + ")";
  }

  private String texts(RandomSource random) {
    String one = "'" + random.pick(TEXTS) + "'";
    return random.pick(
        List.of(
            "[]", "[" + one + "]", "['a', " + (hasNulls() ? "NULL" : "'b'") + ", " + one + "]"));
  }
}
