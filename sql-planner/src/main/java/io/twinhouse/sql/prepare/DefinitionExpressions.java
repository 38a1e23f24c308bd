// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.ConstraintDefinition;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Quoting;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks the expressions in a table's definition when it is made or changed, so that no INSERT or
 * merge meets one that cannot be computed: defaults, keys, indexes and constraints.
 */
final class DefinitionExpressions {

  private final TableDefinition table;
  private final ColumnExpressions columns;

  private DefinitionExpressions(TableDefinition table, PlanningContext context) {
    this.table = table;
    this.columns = new ColumnExpressions(table.columns(), context);
  }

  /**
   * Checks a definition.
   *
   * @throws TwinhouseException what the server says of such an expression
   */
  static void check(TableDefinition table, PlanningContext context) {
    DefinitionExpressions expressions = new DefinitionExpressions(table, context);
    expressions.defaults();
    table.constraints().forEach(expressions::constraint);
    if (table.engine().endsWith("MergeTree")) {
      table.orderBy().forEach(key -> expressions.key("Sorting key", key));
      if (table.partitionBy() != null) {
        expressions.key("Partition key", table.partitionBy());
      }
      expressions.indexes();
    } else if (!table.indexes().isEmpty()) {
      throw bad("Engine " + table.engine() + " doesn't support skipping indices.");
    }
  }

  /**
   * Checks the columns whose values an ALTER casts to other types.
   *
   * @param before the columns as they are
   */
  static void checkCasts(
      TableAlteration alteration, List<ColumnDefinition> before, PlanningContext context) {
    ColumnExpressions old = new ColumnExpressions(before, context);
    for (String name : alteration.converted()) {
      String from = alteration.kept().getOrDefault(name, name);
      alteration
          .definition()
          .column(name)
          .ifPresent(column -> old.compile(Quoting.cast(Quoting.name(from), column.type())));
    }
  }

  private void defaults() {
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (ColumnDefinition column : table.columns()) {
      if (column.expression() != null) {
        ParsedExpression expression = ParsedExpression.of(column.expression());
        if (expression.hasSubquery()) {
          throw noDefault("Select query is not allowed in columns DEFAULT expression.");
        }
        named.put(column.name(), expression.names());
      }
    }
    named.keySet().forEach(column -> refuseCycle(column, column, named, new HashSet<>()));
    table.columns().forEach(this::checkDefault);
  }

  private void checkDefault(ColumnDefinition column) {
    String text = column.expression();
    if (text == null || (column.kind() == Kind.DEFAULT && text.equals("NULL"))) {
      return; // NULL as the default of any type stands for the type's own
    }
    ParsedExpression expression = ParsedExpression.of(text);
    String aggregate = expression.aggregate();
    if (aggregate != null) {
      throw misplaced(aggregate, "in column DEFAULT expression");
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

  /** A constraint's types are looked at when rows come, its names at once. */
  private void constraint(ConstraintDefinition constraint) {
    ParsedExpression expression = ParsedExpression.of(constraint.expression());
    String aggregate = expression.aggregate();
    if (aggregate != null) {
      throw misplaced(aggregate, "in wrong place in query");
    }
    for (String name : expression.names()) {
      if (!columns.keeps(name)) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_IDENTIFIER,
            "Missing columns: '"
                + name
                + "' while processing: '"
                + constraint.name()
                + " CHECK "
                + constraint.expression()
                + "'");
      }
    }
  }

  private void key(String role, String key) {
    ParsedExpression expression = ParsedExpression.of(key);
    if (expression.hasSubquery()) {
      throw bad("Key expressions cannot contain subqueries.");
    }
    String aggregate = expression.aggregate();
    if (aggregate != null) {
      throw misplaced(aggregate, "in wrong place in query");
    }
    if (expression.addsRows()) {
      throw new TwinhouseException(ErrorCode.ILLEGAL_COLUMN, role + " cannot contain array joins.");
    }
    requireDeterministic(expression, role);
    for (String name : expression.names()) {
      columns.requireStored(name);
    }
    if (role.startsWith("Sorting") && columns.compile(key) instanceof Expression.Constant) {
      throw new TwinhouseException(ErrorCode.ILLEGAL_COLUMN, role + " cannot contain constants.");
    }
  }

  private void indexes() {
    Set<String> names = new HashSet<>();
    for (IndexDefinition index : table.indexes()) {
      if (!names.add(index.name())) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_INDEX,
            "Duplicated index name "
                + index.name()
                + " is not allowed. Please use a different index name.");
      }
      requireDeterministic(
          ParsedExpression.of(index.expression()), "secondary index '" + index.name() + "'");
      Expression expression = columns.compile(index.expression());
      if (expression != null) {
        IndexRules.check(index, expression);
      }
    }
  }

  private static void requireDeterministic(ParsedExpression expression, String role) {
    String part = expression.nonDeterministic();
    if (part != null) {
      throw bad(
          "Expression must be deterministic but it contains non-deterministic part `"
              + part
              + "`: for "
              + role
              + ".");
    }
  }

  private static TwinhouseException misplaced(@Nullable String aggregate, String where) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_AGGREGATION,
        "Aggregate function " + aggregate + " is found " + where + ".");
  }

  private static TwinhouseException noDefault(String message) {
    return new TwinhouseException(ErrorCode.THERE_IS_NO_DEFAULT_VALUE, message);
  }

  private static TwinhouseException bad(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }
}
