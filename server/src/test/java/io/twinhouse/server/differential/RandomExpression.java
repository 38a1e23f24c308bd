// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.util.List;

/** Draws scalar expressions over the columns of tables. */
final class RandomExpression {

  private final RandomSource random;
  private final List<RandomTable> tables;

  RandomExpression(RandomSource random, List<RandomTable> tables) {
    this.random = random;
    this.tables = tables;
  }

  String of(Kind kind, int depth) {
    if (depth <= 0 || random.oneIn(4)) {
      return leaf(kind);
    }
    return switch (kind) {
      case INTEGER -> integer(depth - 1);
      case FLOAT -> real(depth - 1);
      case TEXT -> text(depth - 1);
      case DATE -> date(depth - 1);
      case TIME -> time(depth - 1);
      case FLAG -> flag(depth - 1);
      case DECIMAL -> decimal(depth - 1);
      case ENUM, UUID, WIDE, FIXED, IP, BOOL, MAP, TUPLE, TEXTS, NESTED -> column(kind);
      case ARRAY -> array(depth - 1);
    };
  }

  String any(int depth) {
    return of(random.pick(List.of(Kind.values())), depth);
  }

  String column(Kind kind) {
    return random.pick(tables).column(random, kind).name();
  }

  private String leaf(Kind kind) {
    if (kind == Kind.FLAG) {
      return "(" + column(Kind.INTEGER) + " > " + random.between(-2, 5) + ")";
    }
    if (random.oneIn(3)) {
      return switch (kind) {
        case INTEGER -> Integer.toString(random.between(-3, 300));
        case FLOAT -> random.between(-8, 8) / 4.0 + "";
        case TEXT -> random.pick(List.of("'a'", "'ab'", "''", "'Grüße'", "'12'"));
        case DATE -> "toDate('2026-02-" + random.between(10, 28) + "')";
        case TIME -> "toDateTime('2026-01-03 04:05:06', 'UTC')";
        default -> column(kind);
      };
    }
    return column(kind);
  }

  private String integer(int depth) {
    return switch (random.between(0, 16)) {
      case 14 -> "length(" + of(Kind.ARRAY, depth) + ")";
      case 15 -> "toInt8(" + column(Kind.ENUM) + ")";
      case 16 -> "CASE " + column(Kind.ENUM) + " WHEN 'a' THEN 1 WHEN 'b' THEN 20 ELSE -1 END";
      case 0 -> "(" + of(Kind.INTEGER, depth) + " + " + of(Kind.INTEGER, depth) + ")";
      case 1 -> "(" + of(Kind.INTEGER, depth) + " - " + of(Kind.INTEGER, depth) + ")";
      case 2 -> "(" + of(Kind.INTEGER, depth) + " * " + random.between(-3, 3) + ")";
      case 3 -> "(" + of(Kind.INTEGER, depth) + " % " + random.between(1, 7) + ")";
      case 4 -> "intDiv(" + of(Kind.INTEGER, depth) + ", " + random.between(1, 5) + ")";
      case 5 -> "length(" + of(Kind.TEXT, depth) + ")";
      case 6 -> "if(" + of(Kind.FLAG, depth) + ", " + column(Kind.INTEGER) + ", 1)";
      case 7 -> "coalesce(" + column(Kind.INTEGER) + ", 0)";
      case 8 -> "toDayOfMonth(" + of(Kind.DATE, depth) + ")";
      case 9 -> "abs(" + of(Kind.INTEGER, depth) + ")";
      case 10 -> "sipHash64(" + of(Kind.TEXT, depth) + ")";
      case 11 -> "cityHash64(" + any(depth) + ") % 4";
      case 12 -> "toInt64OrZero(toString(" + of(Kind.TEXT, depth) + "))";
      default -> "dateDiff('day', " + of(Kind.DATE, depth) + ", " + of(Kind.DATE, depth) + ")";
    };
  }

  private String real(int depth) {
    return switch (random.between(0, 4)) {
      case 0 -> "(" + of(Kind.INTEGER, depth) + " / " + random.between(1, 4) + ")";
      case 1 -> "(" + column(Kind.FLOAT) + " + " + of(Kind.INTEGER, 0) + ")";
      case 2 -> "(round(" + column(Kind.FLOAT) + ") + 0)"; // no -0: the server orders it by chance
      case 3 -> "toFloat64(" + column(Kind.INTEGER) + ")";
      default -> "floor(" + column(Kind.FLOAT) + ")";
    };
  }

  private String text(int depth) {
    return switch (random.between(0, 8)) {
      case 0 -> "lower(" + of(Kind.TEXT, depth) + ")";
      case 1 -> "upper(" + of(Kind.TEXT, depth) + ")";
      case 2 -> "concat(" + of(Kind.TEXT, depth) + ", " + of(Kind.TEXT, depth) + ")";
      case 3 -> "toString(" + any(depth) + ")";
      case 4 -> "substring(" + of(Kind.TEXT, depth) + ", 1, " + random.between(0, 3) + ")";
      case 5 -> "nullIf(" + column(Kind.TEXT) + ", '')";
      case 6 -> "ifNull(" + column(Kind.TEXT) + ", 'none')";
      case 7 ->
          "multiIf(" + of(Kind.FLAG, depth) + ", 'p', " + of(Kind.FLAG, depth) + ", 'q', 'r')";
      default -> "trim(" + of(Kind.TEXT, depth) + ")";
    };
  }

  private String date(int depth) {
    return switch (random.between(0, 4)) {
      case 0 -> "toDate(" + of(Kind.TIME, depth) + ")";
      case 1 -> "addDays(" + of(Kind.DATE, depth) + ", " + random.between(-3, 3) + ")";
      case 2 -> "toStartOfMonth(" + of(Kind.DATE, depth) + ")";
      case 3 -> "toMonday(" + of(Kind.DATE, depth) + ")";
      default -> "(" + column(Kind.DATE) + " + INTERVAL " + random.between(0, 3) + " MONTH)";
    };
  }

  private String time(int depth) {
    return switch (random.between(0, 2)) {
      case 0 -> "toStartOfHour(" + column(Kind.TIME) + ")";
      case 1 -> "(" + column(Kind.TIME) + " + INTERVAL " + random.between(0, 90) + " MINUTE)";
      default -> "toDateTime(" + of(Kind.DATE, depth) + ", 'UTC')";
    };
  }

  private String decimal(int depth) {
    return switch (random.between(0, 3)) {
      case 0 -> "(" + column(Kind.DECIMAL) + " + " + random.between(-3, 3) + ")";
      case 1 -> "(" + column(Kind.DECIMAL) + " * " + random.between(-2, 2) + ")";
      case 2 -> "-" + column(Kind.DECIMAL);
      default -> "if(" + of(Kind.FLAG, depth) + ", " + column(Kind.DECIMAL) + ", 0)";
    };
  }

  private String array(int depth) {
    return switch (random.between(0, 5)) {
      case 0 -> "arrayMap(x -> x + 1, " + column(Kind.ARRAY) + ")";
      case 1 -> "arrayFilter(x -> x > 1, " + column(Kind.ARRAY) + ")";
      case 2 -> "arrayConcat(" + column(Kind.ARRAY) + ", [7])";
      case 3 -> "arrayReverse(" + of(Kind.ARRAY, depth) + ")";
      case 4 -> "[" + of(Kind.INTEGER, 0) + ", 1]";
      default -> "arrayDistinct(" + column(Kind.ARRAY) + ")";
    };
  }

  private String flag(int depth) {
    return switch (random.between(0, 15)) {
      case 11 -> "(" + column(Kind.ENUM) + " = 'b')";
      case 12 -> "(" + of(Kind.DECIMAL, depth) + " > " + random.between(-5, 5) + ")";
      case 13 -> "has(" + column(Kind.ARRAY) + ", " + random.between(0, 4) + ")";
      case 14 ->
          "(" + column(Kind.INTEGER) + ", " + column(Kind.ENUM) + ") IN ((1, 'a'), (2, 'b'))";
      case 15 -> "(" + column(Kind.ENUM) + " IN ('a', 'c'))";
      case 0 -> "(" + of(Kind.FLAG, depth) + " AND " + of(Kind.FLAG, depth) + ")";
      case 1 -> "(" + of(Kind.FLAG, depth) + " OR " + of(Kind.FLAG, depth) + ")";
      case 2 -> "NOT " + of(Kind.FLAG, depth);
      case 3 -> "(" + any(depth) + " IS NULL)";
      case 4 -> "(" + of(Kind.TEXT, depth) + " = " + of(Kind.TEXT, depth) + ")";
      case 5 -> "(" + of(Kind.DATE, depth) + " >= " + of(Kind.DATE, depth) + ")";
      case 6 -> "(" + column(Kind.INTEGER) + " IN (1, 2, " + random.between(-5, 9) + "))";
      case 7 -> "(" + column(Kind.TEXT) + " NOT IN ('a', 'b'))";
      case 8 -> "(" + column(Kind.TEXT) + " LIKE '%a%')";
      case 9 -> "(" + of(Kind.INTEGER, depth) + " <= " + of(Kind.INTEGER, depth) + ")";
      default -> "(" + column(Kind.INTEGER) + " BETWEEN 0 AND 4)";
    };
  }
}
