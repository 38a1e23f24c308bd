// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare.column;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Operands;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column that gets another name, in the expressions of a definition. Their texts stay as they are
 * but for the name.
 *
 * @param from the name as it was
 * @param to the name as it is to be
 */
public record RenamedColumn(String from, String to) {

  /** The column with the name changed in its expression and its TTL. */
  public ColumnDefinition in(ColumnDefinition column) {
    String expression = column.expression();
    String ttl = column.ttl();
    return new ColumnDefinition(
        column.name(),
        column.type(),
        column.kind(),
        expression == null ? null : in(expression),
        column.comment(),
        column.codec(),
        ttl == null ? null : in(ttl));
  }

  /** The rules of a TTL, one a line, each with or without a condition behind a tab. */
  public String inRules(String rules) {
    return rules.lines().map(this::inRule).collect(Collectors.joining("\n"));
  }

  /** Behind time and condition codecs may stand, which name no column. */
  private String inRule(String rule) {
    String[] parts = rule.split("\t", 3);
    for (int i = 0; i < Math.min(2, parts.length); i++) {
      parts[i] = parts[i].isEmpty() ? "" : in(parts[i]);
    }
    return String.join("\t", parts);
  }

  /** The expression with the name changed. */
  public String in(String expression) {
    List<Identifier> places = new ArrayList<>();
    collect(SqlParser.parseExpression(expression), places);
    places.sort(
        Comparator.comparingInt((Identifier place) -> place.position().offset()).reversed());
    StringBuilder text = new StringBuilder(expression);
    for (Identifier place : places) {
      int start = place.position().offset();
      text.replace(start, start + length(expression, start), SqlPrinter.name(to));
    }
    return text.toString();
  }

  private void collect(Expr node, List<Identifier> places) {
    if (node instanceof Identifier name && !name.isSimple()) {
      if (name.path().get(0).equals(from)) {
        throw Failures.notImplemented("RENAME of a column whose parts other expressions name");
      }
    } else if (node instanceof Identifier name) {
      if (name.last().equals(from)) {
        places.add(name);
      }
    } else if (node instanceof Expr.Lambda lambda) {
      if (!lambda.parameters().contains(from)) {
        collect(lambda.body(), places);
      }
    } else {
      Operands.of(node).forEach(operand -> collect(operand, places));
    }
  }

  /** How long the name is as it is written here. */
  private int length(String expression, int start) {
    String printed = SqlPrinter.name(from);
    return expression.startsWith(printed, start) ? printed.length() : from.length();
  }
}
