// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rules of random queries; {@code differential/queries.txt} says how they are written. */
final class QueryGrammar {

  /** Alternatives of a rule, and those of them that end a recursion. */
  private record Rule(List<String> all, List<String> ends) {}

  private static final QueryGrammar QUERIES = read("/differential/queries.txt");

  private final Map<String, Rule> rules = new HashMap<>();

  private QueryGrammar() {}

  static QueryGrammar queries() {
    return QUERIES;
  }

  /** The rules of several resources. */
  static QueryGrammar read(String... resources) {
    QueryGrammar grammar = new QueryGrammar();
    for (String resource : resources) {
      grammar.add(resource);
    }
    return grammar;
  }

  private void add(String resource) {
    Rule rule = new Rule(new ArrayList<>(), new ArrayList<>());
    try (InputStream in = QueryGrammar.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.startsWith("  ")) {
          String body = line.substring(2);
          boolean ends = body.startsWith("-") && (body.length() == 1 || body.charAt(1) == ' ');
          String alternative = ends ? body.substring(1).strip() : body;
          rule.all().add(alternative);
          if (ends) {
            rule.ends().add(alternative);
          }
        } else if (line.endsWith(":") && !line.startsWith("#")) {
          rule = new Rule(new ArrayList<>(), new ArrayList<>());
          rules.put(line.substring(0, line.length() - 1), rule);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One alternative of a rule. */
  String pick(String name, boolean ending, RandomSource random) {
    Rule rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("There is no rule " + name);
    }
    return random.pick(ending && !rule.ends().isEmpty() ? rule.ends() : rule.all());
  }
}
