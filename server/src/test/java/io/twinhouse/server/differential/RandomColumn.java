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

  /** The kinds of columns every table has, with types drawn at random. */
  static List<RandomColumn> draw(RandomSource random, String prefix) {
    return List.of(
        of(random, prefix + "i", Kind.INTEGER, "UInt8", "Int8", "UInt16", "Int32", "Int64"),
        of(random, prefix + "j", Kind.INTEGER, "UInt32", "UInt64", "Nullable(Int32)", "Int16"),
        of(random, prefix + "f", Kind.FLOAT, "Float64", "Nullable(Float64)", "Float32"),
        of(random, prefix + "s", Kind.TEXT, "String", "Nullable(String)", "LowCardinality(String)"),
        of(random, prefix + "t", Kind.TEXT, "String", "LowCardinality(Nullable(String))"),
        of(random, prefix + "d", Kind.DATE, "Date", "Nullable(Date)"),
        of(random, prefix + "m", Kind.TIME, "DateTime('UTC')", "DateTime64(3, 'UTC')"),
        of(random, prefix + "u", Kind.UUID, "UUID"),
        of(random, prefix + "k", Kind.DECIMAL, "Decimal(9, 2)", "Nullable(Decimal(18, 4))"),
        of(random, prefix + "e", Kind.ENUM, "Enum8('a' = -2, 'b' = 1, 'c' = 5)"),
        of(random, prefix + "a", Kind.ARRAY, "Array(Int32)", "Array(Nullable(UInt8))"));
  }

  private static RandomColumn of(RandomSource random, String name, Kind kind, String... types) {
    return new RandomColumn(name, random.pick(List.of(types)), kind);
  }

  boolean isNullable() {
    return type.contains("Nullable") && kind != Kind.ARRAY;
  }

  private boolean isArrayOfNulls() {
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
              List.of("[]", "[1]", "[1, 2]", "[3, 3, 0]", isArrayOfNulls() ? "[NULL, 4]" : "[4]"));
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
}
