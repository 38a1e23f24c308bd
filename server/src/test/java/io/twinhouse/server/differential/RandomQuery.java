// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws SELECT statements of several shapes; whatever has a LIMIT is totally ordered. */
final class RandomQuery {

  /** Whether queries come from the grammars too, which take longer and are asked for. */
  static final boolean BY_GRAMMAR = Boolean.getBoolean("twinhouse.grammar");

  /** A query and what it is an example of. */
  record Drawn(String shape, String sql) {}

  private final RandomSource random;
  private final RandomTable left;
  private final RandomTable right;
  private final GrammarQuery grammar;
  private final Map<String, GrammarQuery> features;

  RandomQuery(RandomSource random, RandomTable left, RandomTable right) {
    this.random = random;
    this.left = left;
    this.right = right;
    grammar = new GrammarQuery(random, left, right);
    features = new LinkedHashMap<>();
    for (String feature : BY_GRAMMAR ? FeaturesTest.FEATURES : List.<String>of()) {
      features.put(feature, FeaturesTest.queries(feature, random));
    }
  }

  Drawn draw() {
    if (BY_GRAMMAR && random.oneIn(2)) {
      String feature = random.pick(FeaturesTest.FEATURES);
      return new Drawn(feature, FeaturesTest.marked(features.get(feature).draw()));
    }
    if (BY_GRAMMAR && !random.oneIn(4)) {
      return new Drawn("types", grammar.draw());
    }
    return random.oneIn(2)
        ? new Drawn("clauses", new RandomClauses(random, left, right).draw())
        : new Drawn("basics", basic());
  }

  private String basic() {
    return switch (random.between(0, 8)) {
      case 0, 1 -> projection();
      case 2, 3 -> grouped(left.name(), List.of(left));
      case 4 -> globalAggregate();
      case 5 -> joined();
      case 6 -> nested();
      case 7 -> windowed();
      default -> set();
    };
  }

  private RandomExpression over(RandomTable... tables) {
    return new RandomExpression(random, List.of(tables));
  }

  private String where(RandomExpression expressions) {
    return random.oneIn(2) ? " WHERE " + expressions.of(Kind.FLAG, 2) : "";
  }

  private String projection() {
    RandomExpression expressions = over(left);
    int width = random.between(1, 4);
    String columns =
        IntStream.range(0, width)
            .mapToObj(i -> expressions.any(3) + " AS c" + i)
            .collect(Collectors.joining(", "));
    String distinct = random.oneIn(4) ? "DISTINCT " : "";
    return "SELECT "
        + distinct
        + columns
        + " FROM "
        + left.name()
        + where(expressions)
        + orderedLimit(width);
  }

  /** An order over all columns, so that a LIMIT has one answer. */
  private String orderedLimit(int width) {
    if (!random.oneIn(2)) {
      return "";
    }
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      keys.add(
          "c" + i + (random.oneIn(3) ? " DESC" : "") + (random.oneIn(5) ? " NULLS FIRST" : ""));
    }
    return " ORDER BY "
        + String.join(", ", keys)
        + " LIMIT "
        + random.between(1, 12)
        + (random.oneIn(3) ? " OFFSET 2" : "");
  }

  private String aggregate(RandomExpression expressions) {
    return switch (random.between(0, 14)) {
      case 12 -> "sum(" + expressions.of(Kind.DECIMAL, 1) + ")";
      case 13 -> "avg(" + expressions.column(Kind.DECIMAL) + ")";
      case 14 -> "max(" + expressions.column(Kind.ENUM) + ")";
      case 0 -> "count()";
      case 1 -> "count(" + expressions.any(1) + ")";
      case 2 -> "sum(" + expressions.of(Kind.INTEGER, 1) + ")";
      case 3 -> "min(" + expressions.any(1) + ")";
      case 4 -> "max(" + expressions.any(1) + ")";
      case 5 -> "uniqExact(" + expressions.any(1) + ")";
      case 6 -> "countIf(" + expressions.of(Kind.FLAG, 2) + ")";
      case 7 ->
          "uniqExactIf(" + expressions.of(Kind.TEXT, 1) + ", " + expressions.of(Kind.FLAG, 1) + ")";
      case 8 -> "avg(" + expressions.column(Kind.FLOAT) + ")";
      case 9 ->
          "sumIf(" + expressions.column(Kind.INTEGER) + ", " + expressions.of(Kind.FLAG, 1) + ")";
      case 10 -> "arraySort(groupUniqArray(" + expressions.column(Kind.INTEGER) + "))";
      default -> "sum(" + expressions.column(Kind.FLOAT) + ")";
    };
  }

  private String grouped(String from, List<RandomTable> tables) {
    RandomExpression expressions = new RandomExpression(random, tables);
    int keys = random.between(1, 3);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      columns.add(expressions.any(2) + " AS c" + i);
    }
    int width = keys + random.between(1, 3);
    for (int i = keys; i < width; i++) {
      columns.add(aggregate(expressions) + " AS c" + i);
    }
    String groupBy =
        IntStream.range(0, keys).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    String having = random.oneIn(4) ? " HAVING count() > 1" : "";
    return "SELECT "
        + String.join(", ", columns)
        + " FROM "
        + from
        + where(expressions)
        + " GROUP BY "
        + groupBy
        + having
        + orderedLimit(width);
  }

  private String globalAggregate() {
    RandomExpression expressions = over(left);
    int width = random.between(1, 5);
    return IntStream.range(0, width)
            .mapToObj(i -> aggregate(expressions) + " AS c" + i)
            .collect(Collectors.joining(", ", "SELECT ", ""))
        + " FROM "
        + left.name()
        + where(expressions);
  }

  private String joined() {
    Kind kind = random.pick(List.of(Kind.INTEGER, Kind.TEXT, Kind.DATE, Kind.UUID));
    String condition = left.column(random, kind).name() + " = " + right.column(random, kind).name();
    String join = random.pick(List.of("INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"));
    String from = left.name() + " " + join + " " + right.name() + " ON " + condition;
    String settings = random.oneIn(4) ? " SETTINGS join_use_nulls = 1" : "";
    return grouped(from, List.of(left, right)) + settings;
  }

  private String nested() {
    String inner = grouped(left.name(), List.of(left)).replaceFirst(" ORDER BY.*", "");
    return "SELECT count(), uniqExact(c0), max(c1) FROM (" + inner + ")";
  }

  private String windowed() {
    RandomExpression expressions = over(left);
    String partition = expressions.column(Kind.TEXT);
    String order =
        left.columns().stream().map(RandomColumn::name).collect(Collectors.joining(", "));
    String function =
        random.pick(
            List.of("row_number()", "rank()", "count()", "sum(li)", "max(ls)", "lagInFrame(ld)"));
    return "SELECT "
        + partition
        + " AS c0, li AS c1, "
        + function
        + " OVER (PARTITION BY "
        + partition
        + " ORDER BY "
        + order
        + ") AS c2 FROM "
        + left.name();
  }

  private String set() {
    String inner = "SELECT " + right.column(random, Kind.INTEGER).name() + " FROM " + right.name();
    String key = left.column(random, Kind.INTEGER).name();
    String not = random.oneIn(2) ? "NOT " : "";
    return "SELECT count(), sum(li) FROM "
        + left.name()
        + " WHERE "
        + key
        + " "
        + not
        + "IN ("
        + inner
        + ")";
  }
}
