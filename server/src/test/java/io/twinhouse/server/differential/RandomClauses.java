// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Queries of the rarer clauses, each with one answer whatever order rows are read in. */
final class RandomClauses {

  private final RandomSource random;
  private final RandomTable left;
  private final RandomTable right;
  private final RandomExpression expressions;

  RandomClauses(RandomSource random, RandomTable left, RandomTable right) {
    this.random = random;
    this.left = left;
    this.right = right;
    expressions = new RandomExpression(random, List.of(left));
  }

  String draw() {
    return switch (random.between(0, 11)) {
      case 0, 1 -> framed();
      case 2 -> combined();
      case 3 -> withQuery();
      case 4 -> semiJoined();
      case 5 -> anyJoined();
      case 6 -> unnested();
      case 7 -> groupingSets();
      case 8 -> limitedBy();
      case 9 -> scalars();
      case 10 -> correlated();
      default -> totalOverWindow();
    };
  }

  private String where() {
    return random.oneIn(2) ? " WHERE " + expressions.of(Kind.FLAG, 2) : "";
  }

  private String everyColumn(RandomTable table) {
    return table.columns().stream()
        .map(c -> c.name() + (random.oneIn(4) ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  /** Functions over frames of rows in an order of all columns: equal rows give equal answers. */
  private String framed() {
    String function =
        random.pick(
            List.of(
                "sum(li)",
                "count()",
                "min(ls)",
                "max(ld)",
                "avg(lj)",
                "sum(lk)",
                "uniqExact(le)",
                "any(li)",
                "sumIf(li, li > 1)",
                "ntile(3)",
                "dense_rank()",
                "percent_rank()",
                "lag(li, 1)",
                "lead(li, 2)",
                "lagInFrame(ls, 2)",
                "leadInFrame(ld)",
                "nth_value(li, 2)",
                "groupArray(le)"));
    String from = random.pick(List.of("UNBOUNDED PRECEDING", random.between(0, 4) + " PRECEDING"));
    String to =
        random.pick(
            List.of("CURRENT ROW", "UNBOUNDED FOLLOWING", random.between(0, 4) + " FOLLOWING"));
    if (List.of("ntile(3)", "percent_rank()", "lag(li, 1)", "lead(li, 2)").contains(function)) {
      return ranked(function);
    }
    boolean ranged = random.oneIn(4);
    String partition = random.oneIn(3) ? "" : "PARTITION BY " + expressions.column(Kind.ENUM) + " ";
    String order = ranged ? "li" + (random.oneIn(3) ? " DESC" : "") : everyColumn(left);
    String measured = ranged ? random.pick(List.of("sum(li)", "count()", "max(li)")) : function;
    return "SELECT "
        + left.columns().stream().map(RandomColumn::name).collect(Collectors.joining(", "))
        + ", "
        + measured
        + " OVER ("
        + partition
        + "ORDER BY "
        + order
        + (ranged ? " RANGE" : " ROWS")
        + " BETWEEN "
        + from
        + " AND "
        + to
        + ") AS c2 FROM "
        + left.name()
        + where();
  }

  private String ranked(String function) {
    return "SELECT li, ls, "
        + function
        + " OVER (PARTITION BY le ORDER BY "
        + everyColumn(left)
        + ") AS c2 FROM "
        + left.name()
        + where();
  }

  private String combined() {
    Kind kind = random.pick(List.of(Kind.DATE, Kind.DECIMAL, Kind.UUID, Kind.ENUM));
    String operation =
        random.pick(
            List.of("UNION ALL", "UNION DISTINCT", "INTERSECT", "EXCEPT", "INTERSECT DISTINCT"));
    String second = "SELECT " + right.column(random, kind).name() + " AS c0 FROM " + right.name();
    String third = random.oneIn(3) ? " UNION ALL " + second : "";
    return "SELECT count(), count(c0), min(c0), max(c0), uniqExact(c0) FROM (SELECT "
        + left.column(random, kind).name()
        + " AS c0 FROM "
        + left.name()
        + where()
        + " "
        + operation
        + " "
        + second
        + third
        + ")";
  }

  private String withQuery() {
    String key = expressions.any(1);
    return "WITH x AS (SELECT "
        + key
        + " AS k, count() AS c, sum(li) AS s FROM "
        + left.name()
        + where()
        + " GROUP BY k), (SELECT max(s) FROM x) AS top, s + 1 AS more"
        + " SELECT k, c, top, more FROM x WHERE c >= "
        + random.between(1, 2);
  }

  private String condition() {
    Kind kind = random.pick(List.of(Kind.INTEGER, Kind.TEXT, Kind.DATE, Kind.ENUM, Kind.UUID));
    return left.column(random, kind).name() + " = " + right.column(random, kind).name();
  }

  private String semiJoined() {
    String join = random.pick(List.of("LEFT SEMI JOIN", "LEFT ANTI JOIN", "SEMI JOIN"));
    String and = random.oneIn(3) ? " AND " + condition() : "";
    return "SELECT count(), sum(li), max(ls), min(lk) FROM "
        + left.name()
        + " "
        + join
        + " "
        + right.name()
        + " ON "
        + condition()
        + and
        + where();
  }

  /** The right side has one row a key, so that it does not matter which one is taken. */
  private String anyJoined() {
    Kind kind = random.pick(List.of(Kind.INTEGER, Kind.TEXT, Kind.ENUM));
    String key = right.column(random, kind).name();
    String join = random.pick(List.of("ANY LEFT JOIN", "LEFT JOIN", "INNER JOIN"));
    return "SELECT "
        + expressions.any(1)
        + " AS c0, g.c, g.m FROM "
        + left.name()
        + " "
        + join
        + " (SELECT "
        + key
        + " AS rkey, count() AS c, max(ri) AS m FROM "
        + right.name()
        + " GROUP BY rkey) AS g ON "
        + left.column(random, kind).name()
        + " = g.rkey"
        + (random.oneIn(3) ? " SETTINGS join_use_nulls = 1" : "");
  }

  private String unnested() {
    String array = expressions.of(Kind.ARRAY, 2);
    String outer = random.oneIn(2) ? "LEFT " : "";
    return random.oneIn(3)
        ? "SELECT arrayJoin(" + array + ") AS c0, li AS c1 FROM " + left.name() + where()
        : "SELECT x AS c0, count(), sum(li) FROM "
            + left.name()
            + " "
            + outer
            + "ARRAY JOIN "
            + array
            + " AS x"
            + where()
            + " GROUP BY c0";
  }

  private String groupingSets() {
    List<String> keys = new ArrayList<>();
    keys.add(expressions.column(random.pick(List.of(Kind.ENUM, Kind.TEXT, Kind.DATE))));
    keys.add(expressions.column(random.pick(List.of(Kind.INTEGER, Kind.DECIMAL))));
    String both = String.join(", ", keys);
    String groups =
        random.pick(
            List.of(
                "ROLLUP(" + both + ")",
                "CUBE(" + both + ")",
                "GROUPING SETS ((" + both + "), (" + keys.get(0) + "), ())"));
    return "SELECT "
        + both
        + ", grouping("
        + both
        + ") AS g, count(), sum(li) FROM "
        + left.name()
        + where()
        + " GROUP BY "
        + groups;
  }

  private String limitedBy() {
    String key = expressions.column(random.pick(List.of(Kind.ENUM, Kind.TEXT, Kind.INTEGER)));
    return "SELECT "
        + key
        + " AS k, li, ld, lk FROM "
        + left.name()
        + where()
        + " ORDER BY k, li, ld, lk LIMIT "
        + random.between(1, 3)
        + (random.oneIn(3) ? " OFFSET 1" : "")
        + " BY k"
        + (random.oneIn(3) ? " LIMIT 5" : "");
  }

  private String scalars() {
    return "SELECT count(), (SELECT max(ri) FROM "
        + right.name()
        + ") AS m, sum(li > m), "
        + (random.oneIn(2) ? "any((SELECT count() FROM " + right.name() + "))" : "min(le)")
        + " FROM "
        + left.name()
        + " WHERE (li, le) "
        + (random.oneIn(2) ? "NOT " : "")
        + "IN (SELECT ri, re FROM "
        + right.name()
        + ")";
  }

  private String correlated() {
    return "SELECT count(), sum(li) FROM "
        + left.name()
        + " WHERE "
        + (random.oneIn(2) ? "NOT " : "")
        + "EXISTS(SELECT 1 FROM "
        + right.name()
        + " WHERE "
        + condition()
        + ")";
  }

  private String totalOverWindow() {
    String key = expressions.any(1);
    return "SELECT "
        + key
        + " AS k, count() AS c, sum(count()) OVER () AS total, rank() OVER (ORDER BY count() DESC)"
        + " AS r FROM "
        + left.name()
        + where()
        + " GROUP BY k"
        + (random.oneIn(3) ? " QUALIFY r <= 2" : "");
  }
}
