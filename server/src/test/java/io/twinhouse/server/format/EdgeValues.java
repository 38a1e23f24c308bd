// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every type that a table may have, bare and in containers, with SQL of its edge values. */
final class EdgeValues {

  private static final List<String> FLOATS =
      List.of(
          "0",
          "-0.",
          "1",
          "-1.5",
          "0.1",
          "1e-5",
          "1e-7",
          "123456789.123",
          "1e15",
          "1e16",
          "1e17",
          "1e18",
          "1e20",
          "1e21",
          "1e22",
          "2.2250738585072014e-308",
          "0.3333333333333333",
          "nan",
          "inf",
          "-inf",
          "9007199254740993",
          "3.4028234663852886e38",
          "1.17549435e-38");

  private static final List<String> TEXTS =
      List.of(
          "''",
          "'plain'",
          "'tab\\there'",
          "'line\\nbreak'",
          "'\\r\\n'",
          "'quo\\'te'",
          "'double\"quote'",
          "'back\\\\slash'",
          "'Grüße'",
          "'comma,semi;'",
          "'\\0\\b\\f\\r\\a\\v\\e'",
          "'</script>'",
          "' lead'",
          "'trail '",
          "'a|b*c_d`e#f&<>[]()!'",
          "'\\xff\\xfe'",
          "'\\xe2\\x80\\xa8\\xe2\\x80\\xa9'",
          "'🙂𝄞🏽'",
          "'NULL'",
          "'\\\\N'",
          "'null'",
          "'true'",
          "'123'",
          "'\\x7f\\x1b[0m'",
          "'\\xc3'",
          "'\\xed\\xa0\\x80'",
          "'{\"a\":1}'",
          "'中文 東京 한국어 ไทย'",
          "'e\u0301'");

  private EdgeValues() {}

  /** SQL of values by type; each value is cast to its type. */
  static Map<String, List<String>> byType() {
    Map<String, List<String>> plain = plain();
    Map<String, List<String>> all = new LinkedHashMap<>(plain);
    plain.forEach((type, values) -> contain(type, values, all));
    all.put("LowCardinality(String)", TEXTS);
    all.put("LowCardinality(Nullable(String))", List.of("NULL", "''", "'x'", "'it\\'s'"));
    all.put("Array(LowCardinality(String))", List.of("['a', 'b', 'a']", "[]"));
    all.put("Array(LowCardinality(Nullable(String)))", List.of("['a', NULL, 'a']"));
    all.put("Map(LowCardinality(String), UInt8)", List.of("map('a', 1, 'b', 2)", "map()"));
    all.put("SimpleAggregateFunction(sum, UInt64)", List.of("5"));
    all.put("AggregateFunction(count)", List.of("(SELECT countState() FROM numbers(3))"));
    all.put("AggregateFunction(sum, UInt64)", List.of("(SELECT sumState(number) FROM numbers(3))"));
    all.put(
        "JSON",
        List.of(
            "'{}'",
            "'{\"a\":1,\"b\":{\"c\":\"x\\'\\\\\"y\"},\"d\":[1,2,null],\"e\":[{\"f\":1},{\"g\":\"s\"}],"
                + "\"h\":1.5,\"i\":true,\"k\":null,\"l\":\"2026-01-01\",\"m\":[]}'"));
    all.put("IntervalDay", List.of("INTERVAL 3 DAY"));
    return all;
  }

  private static Map<String, List<String>> plain() {
    Map<String, List<String>> plain = new LinkedHashMap<>();
    for (int bits = 8; bits <= 256; bits *= 2) {
      BigInteger end = BigInteger.ONE.shiftLeft(bits);
      BigInteger half = end.shiftRight(1);
      plain.put("UInt" + bits, List.of("'0'", "'1'", "'" + end.subtract(BigInteger.ONE) + "'"));
      plain.put(
          "Int" + bits,
          List.of("'-" + half + "'", "'0'", "'" + half.subtract(BigInteger.ONE) + "'"));
    }
    plain.put("Bool", List.of("true", "false"));
    plain.put("Float64", FLOATS.stream().map(text -> "toFloat64('" + text + "')").toList());
    plain.put("Float32", FLOATS.stream().map(text -> "toFloat32('" + text + "')").toList());
    decimal(plain, 9, 0);
    decimal(plain, 9, 4);
    decimal(plain, 18, 9);
    decimal(plain, 38, 20);
    decimal(plain, 76, 40);
    decimal(plain, 76, 0);
    times(plain);
    plain.put("String", TEXTS);
    plain.put("FixedString(3)", List.of("''", "'abc'", "'a'", "'\\xff\\0b'", "'é'"));
    plain.put(
        "UUID",
        List.of(
            "'61f0c404-5cb3-11e7-907b-a6006ad3dba0'",
            "'00000000-0000-0000-0000-000000000000'",
            "'ffffffff-ffff-ffff-ffff-ffffffffffff'"));
    plain.put("IPv4", List.of("'1.2.3.4'", "'0.0.0.0'", "'255.255.255.255'"));
    plain.put(
        "IPv6", List.of("'2001:db8::1'", "'::'", "'::1'", "'::ffff:1.2.3.4'", "'1:0:0:2::3'"));
    plain.put(
        "Enum8('a' = -128, 'b' = 127, 'c d' = 0, 'q\\'x' = 3, '' = 4)",
        List.of("'a'", "'b'", "'c d'", "'q\\'x'", "''"));
    plain.put("Enum16('x y' = 1000, 'b' = -2)", List.of("'x y'", "'b'"));
    return plain;
  }

  private static void decimal(Map<String, List<String>> types, int precision, int scale) {
    String most = "9".repeat(precision - scale) + (scale == 0 ? "" : "." + "9".repeat(scale));
    List<String> values =
        new ArrayList<>(List.of("'0'", "'1'", "'" + most + "'", "'-" + most + "'"));
    if (scale > 0) {
      values.addAll(List.of("'-0.1'", "'0.5'", "'1.10'"));
    }
    types.put("Decimal(" + precision + ", " + scale + ")", values);
  }

  private static void times(Map<String, List<String>> types) {
    types.put("Date", List.of("'1970-01-01'", "'2149-06-06'", "'2026-02-28'"));
    types.put("Date32", List.of("'1900-01-01'", "'2299-12-31'", "'1970-01-01'", "'1969-12-31'"));
    for (String zone : List.of("UTC", "Asia/Tokyo", "America/New_York")) {
      types.put(
          "DateTime('" + zone + "')",
          List.of("'2026-07-01 12:34:56'", "toDateTime(4294967295)", "toDateTime(0)"));
    }
    for (int digits : new int[] {0, 1, 3, 6, 9}) {
      types.put(
          "DateTime64(" + digits + ", 'UTC')",
          List.of(
              "'1970-01-01 00:00:00'",
              "'2026-07-01 12:34:56.123456789'",
              "'1900-01-01 00:00:00'",
              "'1969-12-31 23:59:59.999'",
              "'2261-12-31 23:59:59.999999999'"));
    }
    types.put("Time", List.of("'00:00:00'", "'999:59:59'", "'-12:34:56'"));
    for (int digits : new int[] {0, 1, 3, 6, 9}) {
      types.put(
          "Time64(" + digits + ")",
          List.of("'12:34:56.123456789'", "'-00:00:01.5'", "'00:00:00'", "'500:00:00'"));
    }
    types.put("DateTime64(3, 'Asia/Tokyo')", List.of("'2026-07-01 12:34:56.120'"));
  }

  private static void contain(String type, List<String> values, Map<String, List<String>> all) {
    List<String> casts = values.stream().map(value -> cast(value, type)).toList();
    String first = casts.get(0);
    String last = casts.get(casts.size() - 1);
    String few = String.join(", ", casts.subList(0, Math.min(3, casts.size())));
    List<String> nullable = new ArrayList<>(values);
    nullable.add(0, "NULL");
    all.put("Nullable(" + type + ")", nullable);
    all.put("Array(" + type + ")", List.of("[" + String.join(", ", casts) + "]", "[]"));
    all.put("Array(Nullable(" + type + "))", List.of("[" + few + ", NULL]"));
    all.put("Array(Array(" + type + "))", List.of("[[" + few + "], []]"));
    all.put("Tuple(" + type + ", " + type + ")", List.of("tuple(" + first + ", " + last + ")"));
    all.put(
        "Tuple(a " + type + ", `b c` Nullable(" + type + "))",
        List.of("tuple(" + first + ", NULL)", "tuple(" + first + ", " + last + ")"));
    all.put(
        "Map(String, " + type + ")", List.of("map('k', " + first + ", 'q\\'\\n', " + last + ")"));
    if (!type.startsWith("Float")) {
      String second = casts.get(1 % casts.size());
      all.put(
          "Map(" + type + ", UInt8)", List.of("map(" + first + ", 1, " + second + ", 2)", "map()"));
    }
  }

  /** A value cast to its type. */
  static String cast(String value, String type) {
    return "CAST(" + value + " AS " + type + ")";
  }

  /** A query for the values of types side by side, v0 and so on; those of fewer values repeat. */
  static String rows(List<Map.Entry<String, List<String>>> types) {
    int most = types.stream().mapToInt(type -> type.getValue().size()).max().orElse(0);
    return IntStream.range(0, most)
        .mapToObj(row -> "SELECT " + row + " AS n" + columns(types, row))
        .collect(Collectors.joining(" UNION ALL "));
  }

  private static String columns(List<Map.Entry<String, List<String>>> types, int row) {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < types.size(); i++) {
      List<String> values = types.get(i).getValue();
      String value = cast(values.get(row % values.size()), types.get(i).getKey());
      columns.append(", ").append(value).append(" AS v").append(i);
    }
    return columns.toString();
  }

  /** A query for the values of a type, numbered. */
  static String rows(String type, List<String> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> "SELECT " + i + " AS n, " + cast(values.get(i), type) + " AS v")
        .collect(Collectors.joining(" UNION ALL "));
  }
}
