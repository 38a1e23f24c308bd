// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.mutation;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes new statements of given ones: words change places, and what stands in brackets or between
 * commas is put in the place of such a part of another statement, so that most results still parse.
 * Not thread-safe.
 */
public final class QueryMutation {

  /** Values for the parameter {@code p} that drawn statements may have. */
  public static final List<String> PARAMETERS =
      List.of("1", "k", "['a',NULL]", "{}", "{'a':1.25}", "\\N", "", "-1", "a.b", "'", "\0");

  private static final Pattern PIECE =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|\\w+|\\s+|.", Pattern.DOTALL);
  private static final Pattern CLAUSE =
      Pattern.compile(
          "FROM|WHERE|GROUP|ORDER|LIMIT|HAVING|UNION|JOIN|SETTINGS|QUALIFY|WITH|ENGINE|PARTITION"
              + "|TTL|ADD|DROP|MODIFY|UPDATE|DELETE|ON|AS|TO|VALUES|FORMAT");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern TYPE =
      Pattern.compile(
          "U?Int\\d+|Float\\d+|String|FixedString|Date(32|Time|Time64)?|Decimal\\d*|Enum\\d*|Array"
              + "|Map|Tuple|Nullable|LowCardinality|JSON|Dynamic|Variant|UUID|IPv[46]");
  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "-1",
          "NULL",
          "''",
          "'x'",
          "1.5",
          "nan",
          "-0.",
          "[]",
          "[1,NULL]",
          "(1,'a')",
          "18446744073709551615",
          "-9223372036854775808",
          "toDate('2026-01-01')",
          "k",
          "v",
          "id",
          "a",
          "dec",
          "map('a',1)",
          "(SELECT 1)",
          "(SELECT max(id) FROM t1)",
          "x -> x",
          "*",
          "{p:UInt8}",
          "{p:Array(Nullable(String))}",
          "{p:Identifier}",
          "{p:Map(String, Decimal(9, 2))}",
          "$$x$$",
          "$a$ ' $a$",
          "@@max_threads",
          "tuple()",
          "materialize(NULL)",
          "INTERVAL 1 DAY",
          "COLUMNS('.')",
          "t1.* EXCEPT (id)",
          "untuple((1, 2))",
          "b'101'",
          "x'ff'",
          "'\\xff\\0'",
          "'{\"a\":[1,{\"b\":null}]}'",
          "'2026-02-30 25:61:00'",
          "'Array(Array(UInt8))'");
  private static final List<String> HUGE =
      List.of(
          "255",
          "256",
          "65536",
          "100000",
          "1000000",
          "2147483647",
          "2147483648",
          "4294967296",
          "1000000000000",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551615",
          "18446744073709551616",
          "-1",
          "-2147483649",
          "1e9",
          "1e19",
          "1e300",
          "1e-300",
          "0x7fffffffffffffff",
          "340282366920938463463374607431768211456",
          "0.00000000000000000000000000000000000000000000000000000000000000000000000001",
          "inf");
  private static final List<String> ODD =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ";",
          "'",
          "\"",
          "`",
          "\\",
          "/*",
          "*/",
          "--",
          "#",
          "$$",
          "$",
          "@",
          "?",
          ":",
          "::",
          ".",
          "..",
          "->",
          "=>",
          "<=>",
          "!=",
          "!",
          "%",
          "^",
          "&",
          "|",
          "||",
          "~",
          "\0",
          "\t",
          "\n",
          "\u00a0",
          "\u2018",
          "\u201d",
          "ä",
          "😀",
          "\ud800",
          "0x",
          "1e",
          "1.",
          "_",
          "NOT",
          "DISTINCT",
          "ALL",
          "AS",
          "FINAL",
          "SAMPLE 1/2",
          "PREWHERE",
          "FORMAT",
          "SETTINGS",
          "OVER ()",
          "FILTER (WHERE 1)",
          "IGNORE NULLS",
          "WITH TOTALS",
          "WITH TIES",
          "WITH FILL STEP 1",
          "GLOBAL",
          "NATURAL",
          "PASTE JOIN",
          "LATERAL",
          "QUALIFY 1",
          "LIMIT 1",
          "LIMIT 1 BY 1",
          "OFFSET 1 ROW",
          "FETCH FIRST 1 ROW ONLY",
          "INTO OUTFILE 'x'",
          "ON CLUSTER c",
          "IF EXISTS",
          "IF NOT EXISTS",
          "TEMPORARY",
          "OR REPLACE",
          "NULL",
          "DEFAULT 1",
          "CODEC(LZ4)");

  private final List<List<String>> seeds;

  /**
   * @param seeds statements, of which drawn ones are made
   */
  public QueryMutation(List<String> seeds) {
    this.seeds = seeds.stream().map(QueryMutation::pieces).toList();
  }

  /** A statement made of one or more of the given ones. */
  public String draw(RandomSource random) {
    return mutated(new ArrayList<>(random.pick(seeds)), random);
  }

  /** A statement with parts of the given ones. */
  String of(String statement, RandomSource random) {
    return mutated(pieces(statement), random);
  }

  private String mutated(List<String> query, RandomSource random) {
    for (int changes = random.between(1, 3); changes > 0 && !query.isEmpty(); changes--) {
      change(query, random);
    }
    String text = String.join("", query);
    return random.oneIn(40) ? Nesting.query(text, random) : text;
  }

  private void change(List<String> query, RandomSource random) {
    int from = argument(query, random);
    int to = argumentEnd(query, from);
    List<String> part = query.subList(from, to);
    switch (random.between(0, 15)) {
      case 0, 1 -> replace(part, List.of(random.pick(VALUES)));
      case 2, 3, 11, 12, 13 -> replace(part, donor(random));
      case 4 -> {
        List<String> inner = donor(random);
        inner.add(" + ");
        inner.addAll(part);
        replace(part, inner);
      }
      case 5 -> {
        List<String> other = random.pick(seeds);
        query.set(random.between(0, query.size() - 1), random.pick(other));
      }
      case 6, 7 -> tail(query, random);
      case 8 -> replace(part, List.of(Nesting.expression(String.join("", part), random)));
      case 9 -> number(query, random);
      case 10 -> type(query, random);
      case 14 -> number(query, random);
      default -> slip(query, random);
    }
  }

  /** The clauses of another statement from one of its clauses on. */
  private void tail(List<String> query, RandomSource random) {
    List<String> other = random.pick(seeds);
    int at = clause(query, random);
    int start = clause(other, random);
    query.subList(at, query.size()).clear();
    query.add(" ");
    query.addAll(other.subList(start, other.size()));
  }

  private static void number(List<String> query, RandomSource random) {
    int at = anyOf(query, NUMBER, random);
    if (at >= 0) {
      query.set(at, random.pick(HUGE));
    }
  }

  private static void type(List<String> query, RandomSource random) {
    int at = anyOf(query, TYPE, random);
    if (at >= 0) {
      boolean whole = at + 1 < query.size() && query.get(at + 1).equals("(") && random.oneIn(2);
      int end = whole ? argumentEnd(query, at) : at + 1;
      replace(query.subList(at, end), List.of(Nesting.type(random)));
    } else {
      int end = random.between(1, query.size());
      query.add(end, "::" + Nesting.type(random));
    }
  }

  /** What a hand does wrong: words lost, doubled, changed with each other, odd letters. */
  private static void slip(List<String> query, RandomSource random) {
    int at = random.between(0, query.size() - 1);
    int end = Math.min(query.size(), at + random.between(1, 4));
    switch (random.between(0, 4)) {
      case 0 -> query.subList(at, end).clear();
      case 1 -> query.addAll(at, List.copyOf(query.subList(at, end)));
      case 2 -> Collections.swap(query, at, random.between(0, query.size() - 1));
      case 3 -> query.add(at, " " + random.pick(ODD) + " ");
      default -> query.set(at, random.pick(ODD));
    }
  }

  private static int anyOf(List<String> query, Pattern wanted, RandomSource random) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < query.size(); i++) {
      if (wanted.matcher(query.get(i)).matches()) {
        places.add(i);
      }
    }
    return places.isEmpty() ? -1 : random.pick(places);
  }

  private List<String> donor(RandomSource random) {
    List<String> other = random.pick(seeds);
    int from = argument(other, random);
    return new ArrayList<>(other.subList(from, argumentEnd(other, from)));
  }

  private static void replace(List<String> part, List<String> by) {
    List<String> copy = List.copyOf(by);
    part.clear();
    part.addAll(copy);
  }

  /** Where an item of a list or what is in brackets begins. */
  private static int argument(List<String> query, RandomSource random) {
    int at = random.between(0, query.size() - 1);
    while (at > 0 && !query.get(at - 1).equals("(") && !query.get(at - 1).equals(",")) {
      at--;
    }
    return at == 0 ? Math.min(query.size() - 1, 2) : at;
  }

  private static int argumentEnd(List<String> query, int from) {
    int depth = 0;
    for (int i = from; i < query.size(); i++) {
      String piece = query.get(i);
      boolean closes = piece.equals(")") || piece.equals("]");
      if (depth == 0 && i > from && (closes || piece.equals(",") || piece.equals("FROM"))) {
        return i;
      }
      depth += piece.equals("(") || piece.equals("[") ? 1 : closes ? -1 : 0;
      if (depth < 0) {
        return Math.max(i, from + 1);
      }
    }
    return query.size();
  }

  /** Where a clause begins, or the middle. */
  private static int clause(List<String> query, RandomSource random) {
    int start = anyOf(query, CLAUSE, random);
    return start > 0 ? start : query.size() / 2;
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }
}
