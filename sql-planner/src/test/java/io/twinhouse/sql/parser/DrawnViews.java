// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws the texts of queries as people write them in views. */
final class DrawnViews {

  private static final List<String> NAMES =
      List.of("a", "b", "created_at", "`from`", "`two words`", "user_id", "n.x", "`select`");
  private static final List<String> LITERALS =
      List.of("1", "-1", "0.5", "'text'", "'it''s'", "NULL", "true", "[1, 2]", "(1, 'x')", "[]");
  private static final List<String> BINARY =
      List.of("+", "-", "*", "/", "%", "=", "!=", "<", ">=", "LIKE", "NOT LIKE", "ILIKE");
  private static final List<String> CALLS =
      List.of("toDate(%s)", "sum(%s)", "quantile(0.5)(%s)", "uniq(%s, a)");
  private static final List<String> SPECIAL =
      List.of(
          "CASE WHEN %s THEN 2 ELSE 3 END",
          "CASE %s WHEN 1 THEN 2 END",
          "CAST(%s AS Nullable(String))",
          "%s::UInt8",
          "arrayMap(x -> x + 1, %s)",
          "%s BETWEEN 1 AND b + 1",
          "%s NOT BETWEEN 1 AND 2",
          "%s IN (1, 2)",
          "%s NOT IN ('x')",
          "%s IS NOT NULL",
          "%s IS NULL",
          "%s || 'x' || a",
          "now() - INTERVAL %s DAY",
          "NOT %s",
          "-%s",
          "arr[%s]",
          "if(%s, 1, 2)",
          "sum(%s) OVER (PARTITION BY a, b ORDER BY b DESC)",
          "count() OVER (ORDER BY %s ROWS 3 PRECEDING)",
          "EXTRACT(YEAR FROM %s)",
          "trim(%s)",
          "(%s)",
          "plus(%s, 1)",
          "(%s, a).1",
          "f(%s IN (1), 2)",
          "((%s + 1))",
          "(%s AS z) + 1",
          "%s ? 1 : 2",
          "1e3 + %s");

  private final RandomSource random;

  DrawnViews(RandomSource random) {
    this.random = random;
  }

  String query(int depth) {
    if (depth > 0 && random.oneIn(6)) {
      return select(depth - 1) + " UNION ALL " + select(depth - 1);
    }
    String with = random.oneIn(6) ? "WITH " + list(1, 2, () -> declared(depth - 1)) + " " : "";
    return with + select(depth);
  }

  private String declared(int depth) {
    return random.oneIn(2) ? expression(depth) + " AS w" : "w AS (" + query(depth) + ")";
  }

  private String select(int depth) {
    StringBuilder text = new StringBuilder(random.oneIn(8) ? "SELECT DISTINCT " : "SELECT ");
    text.append(random.oneIn(6) ? "*" : list(1, 3, () -> item(depth)));
    text.append(" FROM ").append(source(depth));
    for (int joins = random.between(0, 2); joins > 1; joins--) {
      text.append(join(depth));
    }
    clause(text, 2, " WHERE ", () -> expression(depth));
    clause(text, 3, " GROUP BY ", () -> list(1, 2, () -> operand(0)));
    clause(text, 6, " HAVING ", () -> expression(depth));
    clause(text, 3, " ORDER BY ", () -> list(1, 2, () -> expression(0) + order()));
    clause(text, 8, " LIMIT ", () -> "1 BY a");
    clause(text, 4, " LIMIT ", () -> random.oneIn(3) ? "5 OFFSET 2" : "10");
    clause(text, 9, " SETTINGS ", () -> "max_threads = 1");
    return text.toString();
  }

  private void clause(StringBuilder text, int oneIn, String keyword, Supplier<String> rest) {
    if (random.oneIn(oneIn)) {
      text.append(keyword).append(rest.get());
    }
  }

  private String order() {
    return random.pick(List.of("", " ASC", " DESC", " NULLS FIRST", " DESC NULLS LAST"));
  }

  private String item(int depth) {
    return expression(depth) + (random.oneIn(2) ? " AS `as " + random.between(1, 9) + "`" : "");
  }

  private String source(int depth) {
    return depth > 0 && random.oneIn(3)
        ? "(" + query(depth - 1) + ")"
        : random.pick(List.of("t", "db.t", "t FINAL", "numbers(10)", "t AS x"));
  }

  private String join(int depth) {
    String kind =
        random.pick(List.of(" JOIN ", " LEFT JOIN ", " ANY LEFT JOIN ", " FULL OUTER JOIN "));
    String on = random.oneIn(2) ? " USING (a, b)" : " ON x.a = y.a AND x.b = " + operand(0);
    return kind + (depth > 0 ? "(" + query(depth - 1) + ") AS y" : "u AS y") + on;
  }

  private String expression(int depth) {
    if (depth <= 0 || random.oneIn(4)) {
      return random.oneIn(3) ? random.pick(LITERALS) : random.pick(NAMES);
    }
    return switch (random.between(0, 5)) {
      case 0 -> operand(depth - 1) + " " + random.pick(BINARY) + " " + operand(depth - 1);
      case 1 -> operand(depth - 1) + " AND " + operand(depth - 1) + " AND " + operand(0);
      case 2 -> operand(depth - 1) + " OR " + operand(depth - 1);
      case 3 -> random.pick(CALLS).replace("%s", expression(0) + " + 1");
      case 4 -> operand(0) + " IN (" + query(depth - 2) + ")";
      default -> random.pick(SPECIAL).replace("%s", name());
    };
  }

  /** Where an operator is an operand it is in brackets, as the server leaves no other out. */
  private String operand(int depth) {
    if (depth <= 0) {
      return name();
    }
    String left = operand(depth - 1);
    return random.oneIn(2) ? "(" + left + " + " + name() + ")" : "(" + left + " = 1)";
  }

  private String name() {
    return random.pick(NAMES);
  }

  private String list(int least, int most, Supplier<String> element) {
    List<String> elements = new ArrayList<>();
    for (int count = random.between(least, most); count > 0; count--) {
      elements.add(element.get());
    }
    return String.join(", ", elements);
  }
}
