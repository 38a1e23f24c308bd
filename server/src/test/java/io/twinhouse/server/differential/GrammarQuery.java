// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws queries by the rules of a {@link QueryGrammar}. */
final class GrammarQuery {

  private static final int DEEPEST = 4;
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");
  private static final Pattern PARAMETER = Pattern.compile("[a-z]+:[A-Z][^|]*");
  private static final Pattern SCOPED = Pattern.compile("(l|r|lr)>(.+)", Pattern.DOTALL);

  private final RandomSource random;
  private final QueryGrammar grammar;
  private final List<RandomTable> tables;
  private final int nesting;
  private List<RandomTable> scope;
  private int deepest;

  /** Queries over two tables, left and right. */
  GrammarQuery(RandomSource random, RandomTable left, RandomTable right) {
    this(random, QueryGrammar.queries(), List.of(left, right), DEEPEST);
  }

  /**
   * Queries of another grammar.
   *
   * @param tables whose columns its rules ask for, left and right; none if they name their own
   * @param nesting from which depth on recursions end
   */
  GrammarQuery(RandomSource random, QueryGrammar grammar, List<RandomTable> tables, int nesting) {
    this.random = random;
    this.grammar = grammar;
    this.tables = tables;
    this.nesting = nesting;
    scope = tables;
    deepest = nesting;
  }

  String draw() {
    scope = tables.subList(0, Math.min(1, tables.size()));
    deepest = random.between(2, nesting);
    return rule("query", -1).replaceAll(" +", " ").strip();
  }

  private String rule(String name, int depth) {
    return expand(grammar.pick(name, depth >= deepest, random), depth + 1);
  }

  private String expand(String template, int depth) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c == '{' && !template.startsWith("{}", at)) {
        int end = closing(template, at);
        text.append(part(template.substring(at + 1, end), depth));
        at = end + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private static int closing(String template, int open) {
    int depth = 0;
    for (int i = open; i < template.length(); i++) {
      depth += template.charAt(i) == '{' ? 1 : template.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("No end of what begins at " + open + " in " + template);
  }

  private String part(String part, int depth) {
    if (part.startsWith("\"") || PARAMETER.matcher(part).matches()) {
      return "{" + expand(part, depth) + "}";
    }
    if (part.startsWith("?")) {
      return random.oneIn(2) ? expand(part.substring(1), depth) : "";
    }
    List<String> choices = choices(part);
    if (choices.size() > 1) {
      return expand(random.pick(choices), depth);
    }
    Matcher range = RANGE.matcher(part);
    if (range.matches()) {
      int low = Integer.parseInt(range.group(1));
      return Integer.toString(random.between(low, Integer.parseInt(range.group(2))));
    }
    Matcher scoped = SCOPED.matcher(part);
    if (scoped.matches()) {
      return within(scoped.group(1), scoped.group(2), depth);
    }
    return part.startsWith("@") ? column(part.substring(1)) : word(part, depth);
  }

  /** A rule, or a text in braces for the looks. */
  private String word(String part, int depth) {
    return part.matches("[a-z]+") ? rule(part, depth) : expand(part, depth);
  }

  private String within(String tables, String part, int depth) {
    List<RandomTable> outer = scope;
    scope =
        switch (tables) {
          case "l" -> this.tables.subList(0, 1);
          case "r" -> this.tables.subList(1, 2);
          default -> this.tables;
        };
    String text = part(part, depth);
    scope = outer;
    return text;
  }

  private String column(String kind) {
    RandomTable table = random.pick(scope);
    return kind.equals("UINT")
        ? "toUInt32(abs(" + table.column(random, Kind.INTEGER).name() + "))"
        : table.column(random, Kind.valueOf(kind)).name();
  }

  private static List<String> choices(String part) {
    List<String> choices = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      boolean bar = c == '|' && depth == 0;
      if (bar) {
        choices.add(part.substring(start, i));
        start = i + 1;
      }
    }
    choices.add(part.substring(start));
    return choices;
  }
}
