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
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.catalog.ProjectionQueries;
import io.twinhouse.sql.lookup.JoinEngine;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.prepare.column.IndexRules;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    DefaultExpressions.check(table.columns(), context);
    if (table.isJoined()) {
      JoinEngine.of(table);
    }
    table.constraints().forEach(expressions::constraint);
    expressions.lifetimes();
    if (table.engine().endsWith("MergeTree")) {
      table.orderBy().forEach(key -> expressions.key("Sorting key", key));
      if (table.partitionBy() != null) {
        TableDefinitions.key(SqlParser.parseExpression(table.partitionBy()))
            .forEach(expressions::partitionKey);
      }
      expressions.samplingKey();
      expressions.indexes();
      expressions.projections(context);
    } else if (!table.projections().isEmpty()) {
      throw bad("Engine " + table.engine() + " doesn't support projections.");
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

  /** A rule's condition lies behind a tab; merges have nobody to ask sub-queries for. */
  private void lifetimes() {
    String rules = table.ttl();
    for (String rule : rules == null ? new String[0] : rules.split("\n")) {
      String[] parts = rule.split("\t");
      refuseSubquery(parts[0]);
      boolean conditional = parts.length > 1 && !parts[1].isEmpty();
      if (conditional && ParsedExpression.of(parts[1]).hasSubquery()) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "A sub-query in the WHERE of a TTL is not supported");
      }
    }
    for (ColumnDefinition column : table.columns()) {
      String ttl = column.ttl();
      if (ttl != null) {
        refuseSubquery(ttl);
      }
    }
  }

  private static void refuseSubquery(String text) {
    if (ParsedExpression.of(text).hasSubquery()) {
      throw bad("Key expressions cannot contain subqueries.");
    }
  }

  /** A constraint's types are looked at when rows come, its names at once. */
  private void constraint(ConstraintDefinition constraint) {
    ParsedExpression expression = ParsedExpression.of(constraint.expression());
    if (expression.hasSubquery()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A sub-query in constraint " + constraint.name() + " is not supported");
    }
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

  /** The server counts the rows of partitions by GROUP BY, where an integer is a position. */
  private void partitionKey(String key) {
    if (key.matches("-?[0-9]+")) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal value (aggregate function) for positional argument in GROUP BY: the partition"
              + " key cannot contain the number "
              + key
              + ".");
    }
    key("Partition key", key);
  }

  private void key(String role, String key) {
    ParsedExpression expression = ParsedExpression.of(key);
    refuseSubquery(key);
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
    if (columns.compile(key) instanceof Expression.Constant constant
        && !(constant.type() instanceof FloatType)) {
      throw new TwinhouseException(ErrorCode.ILLEGAL_COLUMN, role + " cannot contain constants.");
    }
  }

  /** A range of it must be one of the primary key, and its type tells how many values there are. */
  private void samplingKey() {
    String key = table.sampleBy();
    if (key == null) {
      return;
    }
    key("Sampling key", key);
    String text = SqlPrinter.print(SqlParser.parseExpression(key));
    boolean isPrimary =
        table.primaryKey().stream()
            .anyMatch(part -> SqlPrinter.print(SqlParser.parseExpression(part)).equals(text));
    if (!isPrimary) {
      throw bad("Sampling expression must be present in the primary key.");
    }
    Expression expression = columns.compile(key);
    if (expression != null
        && !(expression.type() instanceof IntegerType type
            && !type.signed()
            && type.bits() <= 64)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_COLUMN_FOR_FILTER,
          "Invalid sampling column type in storage parameters: "
              + expression.type().name()
              + ". Must be one unsigned integer type.");
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
      refuseSubquery(index.expression());
      requireDeterministic(
          ParsedExpression.of(index.expression()), "secondary index '" + index.name() + "'");
      Expression expression = columns.compile(index.expression());
      if (expression != null) {
        IndexRules.check(index, expression);
      }
    }
  }

  /** Their queries must be ones over the table, though nothing reads what they would keep. */
  private void projections(PlanningContext context) {
    Set<String> names = new HashSet<>();
    String mode = table.settings().getOrDefault("deduplicate_merge_projection_mode", "throw");
    if (!table.projections().isEmpty()
        && !table.engine().equals("MergeTree")
        && mode.equals("throw")) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Projections are not supported for "
              + table.engine()
              + " with deduplicate_merge_projection_mode = throw. Please set setting"
              + " 'deduplicate_merge_projection_mode' to 'drop' or 'rebuild'");
    }
    for (TableDefinition.Projection projection : table.projections()) {
      if (!names.add(projection.name())) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_PROJECTION,
            "Cannot add projection " + projection.name() + ": it already exists.");
      }
      Select query = (Select) SqlParser.parseQuery(projection.query());
      if (ProjectionQueries.isAggregate(query) && query.orderBy() != null) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_PROJECTION,
            "When aggregation is used in projection, ORDER BY cannot be specified");
      }
      Select over = query.toBuilder().from(emptyTable()).build();
      new QueryPlanner(context, Map.of()).schema(over);
      if (!ProjectionQueries.isAggregate(query)) {
        sorted(query);
      }
    }
  }

  /** The key of rows is one as that of a table is; that of groups may be anything. */
  private void sorted(Select query) {
    if (query.orderBy() == null) {
      throw bad("ORDER BY cannot be empty.");
    }
    List<Expr> keys = ProjectionQueries.sortedBy(query);
    boolean constant = keys.isEmpty();
    for (Expr key : keys) {
      String text = SqlPrinter.print(key);
      ParsedExpression expression = ParsedExpression.of(text);
      if (expression.addsRows()) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_COLUMN, "Sorting key cannot contain array joins.");
      }
      boolean alone = expression.names().isEmpty();
      if (alone && columns.compile(text) instanceof Expression.Constant) {
        constant = true;
      } else {
        requireDeterministic(expression, "Sorting key");
      }
    }
    if (constant) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN, "Sorting key cannot contain constants.");
    }
  }

  /** The stored columns, without rows: the table itself is not there yet. */
  private FromItem emptyTable() {
    String structure =
        table.columns().stream()
            .filter(c -> c.kind() != Kind.ALIAS && c.kind() != Kind.EPHEMERAL)
            .map(c -> Quoting.name(c.name()) + " " + c.type().name())
            .collect(Collectors.joining(", ", "", ", _part_offset UInt64"));
    Call rows =
        new Call(Position.NONE, "null", List.of(new Literal.Text(Position.NONE, structure)));
    FromItem.Source source = new FromItem.Function(rows, List.of());
    return new FromItem.Table(Position.NONE, source, null, List.of(), false, null);
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

  static TwinhouseException misplaced(@Nullable String aggregate, String where) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_AGGREGATION,
        "Aggregate function " + aggregate + " is found " + where + ".");
  }

  private static TwinhouseException bad(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }
}
