// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.sql.analyse.scope.Operands;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the query of a projection says of it. */
public final class ProjectionQueries {

  private ProjectionQueries() {}

  /** Whether it keeps groups and not rows. */
  public static boolean isAggregate(Select query) {
    return query.groupBy() != null
        || query.projections().stream().anyMatch(ProjectionQueries::isAggregate);
  }

  /** Whether a projection may keep a column: its text has the name, or all columns. */
  public static boolean names(TableDefinition.Projection projection, String column) {
    String name = Pattern.quote(column);
    return Pattern.compile("\\*|COLUMNS|(?<!\\w)" + name + "(?!\\w)")
        .matcher(projection.query())
        .find();
  }

  private static boolean isAggregate(Expr expression) {
    if (expression instanceof Call call && call.over() == null) {
      FunctionRegistry registry = FunctionRegistry.standard();
      if (registry.aggregate(call.name()).isPresent() && registry.scalar(call.name()).isEmpty()) {
        return true;
      }
    }
    return Operands.of(expression).stream().anyMatch(ProjectionQueries::isAggregate);
  }

  /** What it is sorted by, as the server names columns. */
  static List<String> sortingKey(Select query) {
    Map<String, Expr> aliases = aliases(query);
    GroupBy groups = query.groupBy();
    List<Expr> keys =
        isAggregate(query) ? groups == null ? List.of() : groups.keys() : order(query);
    return keys.stream().map(key -> columnName(key, aliases)).toList();
  }

  /** What its rows are sorted by, where a name alone stands for what it names. */
  public static List<Expr> sortedBy(Select query) {
    Map<String, Expr> aliases = aliases(query);
    return order(query).stream().map(key -> meant(key, aliases)).toList();
  }

  private static Expr meant(Expr key, Map<String, Expr> aliases) {
    Expr named = key instanceof Identifier name ? aliases.get(name.name()) : null;
    if (named == null) {
      return key;
    }
    Map<String, Expr> others = new HashMap<>(aliases);
    others.remove(((Identifier) key).name());
    return meant(named, others);
  }

  private static Map<String, Expr> aliases(Select query) {
    Map<String, Expr> aliases = new HashMap<>();
    query.projections().forEach(column -> note(column, aliases));
    for (WithItem item : query.with()) {
      if (item instanceof WithItem.Expression expression) {
        note(expression.expression(), aliases);
      }
    }
    return aliases;
  }

  private static void note(Expr expression, Map<String, Expr> aliases) {
    if (expression instanceof Expr.Aliased aliased) {
      aliases.put(aliased.alias(), aliased.expression());
    }
  }

  /** The keys of ORDER BY; a tuple stands for its elements. */
  static List<Expr> order(Select query) {
    OrderBy order = query.orderBy();
    if (order == null) {
      return List.of();
    }
    List<Expr> keys = new ArrayList<>();
    for (OrderBy.Item item : order.items()) {
      if (item.expression() instanceof Call call && call.name().equals("tuple")) {
        keys.addAll(call.arguments());
      } else {
        keys.add(item.expression());
      }
    }
    return keys;
  }

  /** The query as the server shows it: what it is sorted by has no direction. */
  static String shown(String kept, boolean lines) {
    Select query = (Select) SqlParser.parseQuery(kept);
    String text = ShownText.query(SqlPrinter.print(query.toBuilder().orderBy(null).build()), lines);
    List<String> keys = order(query).stream().map(ProjectionQueries::text).toList();
    if (keys.isEmpty()) {
      return text;
    }
    if (!lines) {
      return text + " ORDER BY " + String.join(", ", keys);
    }
    return keys.size() == 1
        ? text + "\nORDER BY " + keys.get(0)
        : text + "\nORDER BY\n    " + String.join(",\n    ", keys);
  }

  private static String columnName(Expr expression, Map<String, Expr> aliases) {
    Expr meant = expression instanceof Identifier name ? aliases.get(name.name()) : null;
    if (meant != null) {
      Map<String, Expr> others = new HashMap<>(aliases);
      others.remove(((Identifier) expression).name());
      return columnName(meant, others);
    }
    if (expression instanceof Call call && call.isPlain()) {
      return call.name()
          + call.arguments().stream()
              .map(argument -> columnName(argument, aliases))
              .collect(Collectors.joining(", ", "(", ")"));
    }
    return expression instanceof Identifier name ? String.join(".", name.path()) : text(expression);
  }

  private static String text(Expr expression) {
    return ShownText.of(SqlPrinter.print(expression));
  }
}
