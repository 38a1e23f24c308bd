// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes new queries of given ones: words change places, and what stands in brackets or between
 * commas is put in the place of such a part of another query, so that most results still parse.
 */
final class QueryMutation {

  private static final Pattern PIECE =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|\\w+|\\s+|.", Pattern.DOTALL);
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
          "*");

  private final List<List<String>> seeds;

  QueryMutation(List<String> seeds) {
    this.seeds = seeds.stream().map(QueryMutation::pieces).toList();
  }

  String draw(RandomSource random) {
    List<String> query = new ArrayList<>(random.pick(seeds));
    for (int changes = random.between(1, 3); changes > 0; changes--) {
      change(query, random);
    }
    return String.join("", query);
  }

  private void change(List<String> query, RandomSource random) {
    int from = argument(query, random);
    int to = argumentEnd(query, from);
    List<String> part = query.subList(from, to);
    switch (random.between(0, 5)) {
      case 0 -> replace(part, List.of(random.pick(VALUES)));
      case 1, 2 -> replace(part, donor(random));
      case 3 -> {
        List<String> inner = donor(random);
        inner.add(" + ");
        inner.addAll(part);
        replace(part, inner);
      }
      case 4 -> {
        int at = random.between(0, query.size() - 1);
        List<String> other = random.pick(seeds);
        query.set(at, other.get(random.between(0, other.size() - 1)));
      }
      default -> {
        List<String> other = random.pick(seeds);
        int at = clause(query, random);
        int start = clause(other, random);
        query.subList(at, query.size()).clear();
        query.add(" ");
        query.addAll(other.subList(start, other.size()));
      }
    }
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
    List<Integer> starts = new ArrayList<>();
    for (int i = 1; i < query.size(); i++) {
      if (query.get(i).matches("FROM|WHERE|GROUP|ORDER|LIMIT|HAVING|UNION|JOIN|SETTINGS|QUALIFY")) {
        starts.add(i);
      }
    }
    return starts.isEmpty() ? query.size() / 2 : random.pick(starts);
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
