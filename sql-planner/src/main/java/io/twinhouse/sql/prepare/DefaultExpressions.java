// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.type.Quoting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the expressions that give columns their values; the server looks at them first. */
final class DefaultExpressions {

  private DefaultExpressions() {}

  /**
   * Checks the defaults of a definition's columns.
   *
   * @throws TwinhouseException what the server says of such an expression
   */
  static void check(List<ColumnDefinition> columns, PlanningContext context) {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (ColumnDefinition column : columns) {
      if (column.expression() != null) {
        ParsedExpression expression = ParsedExpression.of(column.expression());
        if (expression.hasSubquery()) {
          throw noDefault("Select query is not allowed in columns DEFAULT expression.");
        }
        named.put(column.name(), expression.names());
      }
    }
    named.keySet().forEach(column -> refuseCycle(column, column, named, new HashSet<>()));
    ColumnExpressions names = new ColumnExpressions(columns, context);
    columns.forEach(column -> checkDefault(column, names));
  }

  private static void checkDefault(ColumnDefinition column, ColumnExpressions columns) {
    String text = column.expression();
    if (text == null || (column.kind() == Kind.DEFAULT && text.equals("NULL"))) {
      return; // NULL as the default of any type stands for the type's own
    }
    ParsedExpression expression = ParsedExpression.of(text);
    String aggregate = expression.aggregate();
    if (aggregate != null) {
      throw DefinitionExpressions.misplaced(aggregate, "in column DEFAULT expression");
    }
    if (expression.addsRows()) {
      throw noDefault("Unsupported default value that requires ARRAY JOIN action");
    }
    columns.compile(Quoting.cast(text, column.type()));
  }

  /** Refuses a column whose value asks for itself. */
  private static void refuseCycle(
      String start, String column, Map<String, Set<String>> named, Set<String> seen) {
    for (String next : named.getOrDefault(column, Set.of())) {
      if (next.equals(start)) {
        throw new TwinhouseException(
            ErrorCode.CYCLIC_ALIASES,
            "Cyclic alias detected in column DEFAULT expressions: " + column + " -> " + next);
      }
      if (seen.add(next)) {
        refuseCycle(start, next, named, seen);
      }
    }
  }

  private static TwinhouseException noDefault(String message) {
    return new TwinhouseException(ErrorCode.THERE_IS_NO_DEFAULT_VALUE, message);
  }
}
