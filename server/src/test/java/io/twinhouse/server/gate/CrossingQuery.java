// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.gate;

import io.twinhouse.testkit.RandomSource;
import java.util.List;
import java.util.StringJoiner;

/** Draws queries that look for another tenant's rows in every way that SQL has. */
final class CrossingQuery {

  private static final List<String> OTHERS =
      List.of("'b'", "'dev'", "'a'", "'b/main'", "'s-b-main-3'", "'n-b-main-1'", "'u-b-main1'");
  private static final List<String> EVENT_COLUMNS =
      List.of("project_id", "branch_id", "user_id", "secret", "toString(n)", "toString(at)");
  private static final List<String> USER_COLUMNS =
      List.of("project_id", "branch_id", "id", "name", "toString(n)", "toString(version)");

  private final RandomSource random;

  CrossingQuery(RandomSource random) {
    this.random = random;
  }

  String next() {
    return switch (random.between(0, 8)) {
      case 0 -> "SELECT * FROM (" + select() + ") AS x ORDER BY ALL";
      case 1 -> select() + " UNION ALL " + select();
      case 2 -> "WITH w AS (" + select() + ") SELECT count(), min(c), max(c) FROM w";
      case 3 -> join();
      case 4 -> "SELECT count() FROM " + table() + " WHERE " + condition(true) + set();
      case 5 -> aggregate();
      case 6 ->
          "SELECT (SELECT max(" + column(true) + ") FROM events WHERE " + condition(true) + ")";
      default -> select();
    };
  }

  /** One query that looks for others' rows in {@code count} ways at once, none of which fails. */
  String wide(int count) {
    StringJoiner probes = new StringJoiner(", ", "SELECT ", " FROM events WHERE " + quiet());
    for (int i = 0; i < count; i++) {
      String column = column(true);
      probes.add(
          switch (random.between(0, 6)) {
            case 0 -> "countIf(" + quiet() + ")";
            case 1 -> "maxIf(" + column + ", " + quiet() + ")";
            case 2 -> "uniqExactIf(" + column + ", " + quiet() + ")";
            case 3 -> "sumIf(n, " + quiet() + ")";
            case 4 -> "arraySort(groupUniqArrayIf(" + column + ", " + quiet() + "))";
            default -> "minIf(" + column + ", " + quiet() + ")";
          });
    }
    return probes.toString();
  }

  /** A condition that does not fail on any row. */
  private String quiet() {
    String column = column(true);
    return switch (random.between(0, 7)) {
      case 0 -> column + " = " + value();
      case 1 -> column + " != " + value();
      case 2 -> "n " + random.pick(List.of(">", "<", "=", "!=")) + " " + random.between(0, 1100);
      case 3 -> "NOT (project_id = 'a' AND branch_id = 'main')";
      case 4 -> column + " IN (" + value() + ", " + value() + ")";
      case 5 -> "position(" + column + ", 'b') > 0";
      default -> "(" + quiet() + " OR " + quiet() + ")";
    };
  }

  private String table() {
    return random.pick(List.of("events", "default.events", "(SELECT * FROM events) AS e"));
  }

  private String column(boolean events) {
    return random.pick(events ? EVENT_COLUMNS : USER_COLUMNS);
  }

  private String value() {
    return random.pick(OTHERS);
  }

  private String select() {
    boolean events = random.oneIn(2);
    String from = events ? table() : random.pick(List.of("users", "users FINAL"));
    return "SELECT "
        + (random.oneIn(5) ? "DISTINCT " : "")
        + column(events)
        + " AS c FROM "
        + from
        + " WHERE "
        + condition(events)
        + (random.oneIn(3) ? " ORDER BY c LIMIT " + random.between(1, 50) : "");
  }

  private String condition(boolean events) {
    String column = column(events);
    return switch (random.between(0, 14)) {
      case 0 -> "1";
      case 1 -> column + " = " + value();
      case 2 -> column + " != " + value() + " OR 1";
      case 3 -> "throwIf(" + column + " = " + value() + ") = 0";
      case 4 -> "intDiv(1, n < 1000) = 1";
      case 5 -> "toUInt8OrZero(toString(n)) >= 0 AND intDiv(10, 1000 - n) > -100";
      case 6 -> "NOT (project_id = 'a' AND branch_id = 'main') OR " + condition(events);
      case 7 -> "(" + condition(events) + ") AND (" + condition(events) + ")";
      case 8 -> column + " IN (" + value() + ", " + value() + ", 's-a-main-1')";
      case 9 -> column + " LIKE '%b%' OR " + column + " > ''";
      case 10 -> "if(" + column + " = " + value() + ", throwIf(1), 0) = 0";
      case 11 -> "toInt64(substring(secretOr, 1)) = 0 OR 1".replace("secretOr", "toString(n)");
      case 12 -> "length(repeat('x', toUInt64(n))) < 1000";
      default -> "toUInt32(if(project_id = 'b', 'x', '1')) = 1";
    };
  }

  private String set() {
    return random.oneIn(2)
        ? " AND secret IN (SELECT secret FROM events WHERE " + condition(true) + ")"
        : " AND project_id NOT IN (SELECT project_id FROM users WHERE " + condition(false) + ")";
  }

  private String join() {
    String kind =
        random.pick(
            List.of("INNER", "LEFT", "RIGHT", "FULL", "LEFT ANTI", "LEFT SEMI", "ANY LEFT"));
    String on =
        random.pick(
            List.of(
                "e.project_id = u.project_id",
                "e.n = u.n",
                "e.branch_id = u.branch_id AND e.project_id = u.project_id"));
    return "SELECT e.secret, e.n FROM events AS e "
        + kind
        + " JOIN users AS u ON "
        + on
        + " WHERE e.n % 2 = 0 ORDER BY e.secret, e.n LIMIT "
        + random.between(1, 300);
  }

  private String aggregate() {
    String function =
        random.pick(
            List.of(
                "count()",
                "uniqExact(secret)",
                "groupUniqArray(project_id)",
                "max(n)",
                "sum(n)",
                "argMax(secret, n)",
                "max(throwIf(project_id = 'b'))",
                "countIf(branch_id = 'dev')",
                "any(project_id)"));
    String key =
        random.oneIn(2)
            ? ""
            : " GROUP BY " + column(true) + random.pick(List.of("", " WITH TOTALS"));
    return "SELECT " + function + " AS f FROM " + table() + " WHERE " + condition(true) + key;
  }
}
