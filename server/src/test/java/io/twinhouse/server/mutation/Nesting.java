// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.mutation;

import io.twinhouse.testkit.RandomSource;
import java.util.List;

/** Expressions, types and queries within themselves, most a few times, some a thousand times. */
final class Nesting {

  private record Shell(String before, String after) {}

  private static final List<Shell> EXPRESSIONS =
      List.of(
          new Shell("(", ")"),
          new Shell("[", "]"),
          new Shell("- ", ""),
          new Shell("-(", ")"),
          new Shell("NOT ", ""),
          new Shell("tuple(", ")"),
          new Shell("(1, ", ")"),
          new Shell("map(1, ", ")"),
          new Shell("if(1, ", ", 2)"),
          new Shell("CASE WHEN 1 THEN ", " ELSE 0 END"),
          new Shell("CASE ", " WHEN 1 THEN 2 END"),
          new Shell("arrayMap(x -> ", ", [1])"),
          new Shell("(x -> ", ")"),
          new Shell("x -> ", ""),
          new Shell("(SELECT ", ")"),
          new Shell("EXISTS(SELECT ", ")"),
          new Shell("1 IN (SELECT ", ")"),
          new Shell("CAST(", " AS String)"),
          new Shell("CAST(", ", 'Nullable(String)')"),
          new Shell("CAST([", "], 'Array(String)')"),
          new Shell("INTERVAL ", " DAY"),
          new Shell("substring(", " FROM 1 FOR 2)"),
          new Shell("trim(BOTH ' ' FROM ", ")"),
          new Shell("position('a' IN ", ")"),
          new Shell("extract(YEAR FROM ", ")"),
          new Shell("sum(", ") OVER ()"),
          new Shell("sum(", ")"),
          new Shell("toString(", ")"),
          new Shell("toNullable(", ")"),
          new Shell("toLowCardinality(", ")"),
          new Shell("toTypeName(", ")"),
          new Shell("concat('a', ", ")"),
          new Shell("arrayJoin([", "])"),
          new Shell("", "::String"),
          new Shell("", " + 1"),
          new Shell("1 - ", ""),
          new Shell("", " AND 1"),
          new Shell("1 OR ", " AND 0"),
          new Shell("", " || 'a'"),
          new Shell("", " = 1"),
          new Shell("", " IS NULL"),
          new Shell("", " ? 1 : 2"),
          new Shell("", " BETWEEN 0 AND 1"),
          new Shell("1 BETWEEN 0 AND ", ""),
          new Shell("", " IN (1)"),
          new Shell("", "[1]"),
          new Shell("", ".1"),
          new Shell("", " AS q"),
          new Shell("", " LIKE 'a'"));

  private static final List<Shell> QUERIES =
      List.of(
          new Shell("SELECT * FROM (", ")"),
          new Shell("SELECT count() FROM (", ")"),
          new Shell("SELECT 1 WHERE 1 IN (", ")"),
          new Shell("WITH w AS (", ") SELECT * FROM w"),
          new Shell("(", ")"),
          new Shell("EXPLAIN ", ""),
          new Shell("DESCRIBE (", ")"),
          new Shell("", " UNION ALL SELECT 1"),
          new Shell("SELECT 1 UNION ALL (", ")"),
          new Shell("SELECT 1 INTERSECT ", ""),
          new Shell("SELECT 1 FROM (SELECT 1 AS a) AS l JOIN (", ") AS r ON 1"),
          new Shell("SELECT * FROM view(", ")"),
          new Shell("SELECT (", ")"));

  private static final List<Shell> TYPES =
      List.of(
          new Shell("Array(", ")"),
          new Shell("Nullable(", ")"),
          new Shell("LowCardinality(", ")"),
          new Shell("Tuple(", ")"),
          new Shell("Tuple(a UInt8, b ", ")"),
          new Shell("Map(String, ", ")"),
          new Shell("Variant(UInt8, ", ")"),
          new Shell("Nested(a ", ")"),
          new Shell("AggregateFunction(sum, ", ")"),
          new Shell("SimpleAggregateFunction(max, ", ")"),
          new Shell("JSON(a ", ")"));

  private static final List<String> LEAVES =
      List.of(
          "UInt8",
          "String",
          "Date",
          "DateTime64(3)",
          "DateTime('UTC')",
          "FixedString(3)",
          "Decimal(76, 9)",
          "Enum8('a' = 1, 'b' = 2)",
          "UUID",
          "IPv6",
          "Float32",
          "Int256",
          "JSON",
          "Dynamic",
          "Dynamic(max_types=2)",
          "Point",
          "Nothing",
          "IntervalDay",
          "Time64(3)",
          "BFloat16",
          "Bool",
          "FixedString(100000000)",
          "Decimal(77, 0)",
          "Enum8()",
          "DateTime64(10)",
          "DateTime('x')");

  private Nesting() {}

  static String expression(String inner, RandomSource random) {
    return nested(inner, EXPRESSIONS, random);
  }

  static String query(String inner, RandomSource random) {
    if (random.oneIn(4)) {
      return chain(inner, random);
    }
    return nested(inner, QUERIES, random);
  }

  static String type(RandomSource random) {
    String leaf = random.pick(LEAVES);
    return random.oneIn(2) ? leaf : nested(leaf, TYPES, random);
  }

  /** Common table expressions each of which reads the one before it, once or twice. */
  private static String chain(String inner, RandomSource random) {
    StringBuilder text = new StringBuilder("WITH c0 AS (" + inner + ")");
    int length = depth(random);
    String reading = random.oneIn(4) ? "%2$s, c%1$d AS again" : "%2$s";
    for (int i = 1; i <= length && text.length() < 60_000; i++) {
      String from = String.format(reading, i - 1, "c" + (i - 1));
      text.append(", c").append(i).append(" AS (SELECT * FROM ").append(from).append(')');
    }
    return text + " SELECT * FROM c" + length;
  }

  private static String nested(String inner, List<Shell> shells, RandomSource random) {
    int depth = depth(random);
    Shell shell = random.pick(shells);
    Shell other = random.oneIn(3) ? random.pick(shells) : shell;
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      before.append(i % 2 == 0 ? shell.before() : other.before());
      after.append((depth - i) % 2 == 1 ? shell.after() : other.after());
    }
    return before + inner + after;
  }

  private static int depth(RandomSource random) {
    return switch (random.between(0, 19)) {
      case 0 -> random.between(200, 1500);
      case 1, 2 -> random.between(20, 200);
      default -> random.between(1, 6);
    };
  }
}
