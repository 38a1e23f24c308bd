// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Parameters;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.ExprVisitor;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexInputRef;

/**
 * What the result calls the columns of a SELECT that have no alias: functions instead of operators,
 * and no table's name before a column that is found without it.
 */
public final class ColumnNames implements ExprVisitor<String> {

  private final Scope scope;
  private final Map<String, String> renamed = new HashMap<>();

  public ColumnNames(Scope scope) {
    this.scope = scope;
  }

  public String of(Expr expression) {
    return expression.accept(this);
  }

  /** The name of {@code expression} where {@code parameter} is called {@code name}. */
  String renaming(String parameter, String name, Expr expression) {
    ColumnNames inner = new ColumnNames(scope);
    inner.renamed.putAll(renamed);
    inner.renamed.put(parameter, name);
    return inner.of(expression);
  }

  /** A column of FROM, with its table's name where it is not found without. */
  String ofColumn(TableColumns table, Column column) {
    return isFound(List.of(column.name()), column) || table.alias() == null
        ? column.name()
        : table.alias() + "." + column.name();
  }

  private boolean isFound(List<String> path, Column column) {
    try {
      FromColumns.Match match = scope.columns().find(path, scope);
      return match != null && match.column().index() == column.index();
    } catch (TwinhouseException e) {
      return false;
    }
  }

  @Override
  public String identifier(Identifier identifier) {
    Identifier name = new Parameters(scope.context()).substitute(identifier);
    String first = name.parts().get(0).text();
    String other = renamed.get(first);
    if (other != null) {
      return other + name.name().substring(name.parts().get(0).spelled().length());
    }
    Scope.Alias alias = scope.alias(first);
    if (alias != null && alias.name() != null && name.parts().size() == 1) {
      return alias.name(); // the server says there what it stands for
    }
    if (alias != null
        || scope.columns().added().containsKey(first)
        || scope.columns().merged().containsKey(first)) {
      return name.name();
    }
    List<String> path = name.path();
    FromColumns.Match match = scope.columns().find(path, scope);
    if (match == null) {
      return computed(path, name.name());
    }
    if (match.column().unnested()) {
      return name.name();
    }
    String rest =
        path.subList(match.used(), path.size()).stream()
            .map(part -> "." + part)
            .collect(Collectors.joining());
    String own = match.column().name();
    boolean qualified = match.used() > 1 && isLeftOfRight(match.column());
    return (qualified && match.table().alias() != null
            ? match.table().alias() + "." + own
            : ofColumn(match.table(), match.column()))
        + rest;
  }

  /**
   * Whether it is the left column of a RIGHT JOIN by USING, whose bare name means the right one.
   */
  private boolean isLeftOfRight(Column column) {
    FromColumns.Merged merged = scope.columns().merged().get(column.name());
    return merged != null
        && merged.replaced() == column.index()
        && merged.value() instanceof RexInputRef right
        && merged.hidden().contains(right.getIndex());
  }

  /** An ALIAS column that COLUMNS found; its table is named if one before it has such a column. */
  String ofComputed(TableColumns table, String name) {
    for (TableColumns other : scope.columns().tables()) {
      if (other == table) {
        return name;
      }
      if (other.find(name) != null || other.computed().containsKey(name)) {
        return table.alias() == null ? name : table.alias() + "." + name;
      }
    }
    return name;
  }

  /** An ALIAS column goes by its own name where that finds it, as others do. */
  private String computed(List<String> path, String written) {
    String last = path.get(path.size() - 1);
    for (TableColumns table : scope.columns().tables()) {
      if (table.computed().containsKey(last)) {
        return table.qualifierLength(path) == path.size() - 1 ? last : written;
      }
    }
    return written;
  }

  @Override
  public String number(Literal.Number number) {
    return number.isInteger()
        ? number.integerValue().toString()
        : SqlPrinter.print(new Literal.Number(number.position(), floatText(number.doubleValue())));
  }

  /** As ClickHouse prints a Float64 literal: always with a point or an exponent. */
  private static String floatText(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return Double.doubleToRawLongBits(value) == 0 ? "0." : "-0.";
    }
    double size = Math.abs(value);
    boolean plain = size >= 1e-5 && size < 1e21;
    if (!plain) {
      return Double.toString(value).replace(".0E", "E").replace("E", "e");
    }
    String text =
        new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return text.indexOf('.') < 0 ? text + "." : text;
  }

  @Override
  public String text(Literal.Text text) {
    return SqlPrinter.print(text);
  }

  @Override
  public String nullLiteral(Literal.Null nullLiteral) {
    return "NULL";
  }

  @Override
  public String bool(Literal.Bool bool) {
    return Boolean.toString(bool.value());
  }

  @Override
  public String columnSet(ColumnSet columns) {
    ExpressionBinder binder = new ExpressionBinder(scope, LambdaFrame.NONE);
    return new StarExpander(binder)
        .expand(columns).stream().map(StarExpander.Found::name).collect(Collectors.joining(", "));
  }

  @Override
  public String call(Call call) {
    Expr other = scope.replaced(call);
    if (other != null) {
      return of(other);
    }
    // each argument is named once: arrays in arrays would double with each level
    boolean array = call.name().equals("array");
    String arguments =
        list(array ? NumberArrays.unified(call) : AggregateBinder.withoutStars(call));
    String text;
    if (array) {
      text = "[" + arguments + "]";
    } else if (call.name().equals("tuple")) {
      text = "(" + arguments + ")";
    } else {
      String parameters = call.parameters().isEmpty() ? "" : "(" + list(call.parameters()) + ")";
      text = functionOf(call) + parameters + "(" + arguments + ")";
    }
    return call.over() == null ? text : text + overText(call.over());
  }

  /** IN over values of the row is asked as {@code if(isNull(x), NULL, has(...))} on the server. */
  private String functionOf(Call call) {
    return scope.isRowSet(call) ? "if" : call.name();
  }

  private String overText(Window over) {
    if (over instanceof Window.Reference reference) {
      return " OVER " + SqlPrinter.name(reference.name());
    }
    Window.Definition window = (Window.Definition) over;
    List<String> parts = new ArrayList<>();
    if (window.base() != null) {
      parts.add(SqlPrinter.name(window.base()));
    }
    if (!window.partitionBy().isEmpty()) {
      parts.add("PARTITION BY " + list(window.partitionBy()));
    }
    if (!window.orderBy().isEmpty()) {
      parts.add(
          "ORDER BY "
              + window.orderBy().stream().map(this::sortText).collect(Collectors.joining(", ")));
    }
    if (window.frame() != null) {
      parts.add(frameText(window.frame()));
    }
    return " OVER (" + String.join(" ", parts) + ")";
  }

  private String sortText(OrderBy.Item item) {
    String nulls =
        switch (item.nulls()) {
          case DEFAULT -> "";
          case FIRST -> " NULLS FIRST";
          case LAST -> " NULLS LAST";
        };
    return of(item.expression()) + (item.descending() ? " DESC" : " ASC") + nulls;
  }

  String frameText(Window.Frame frame) {
    Window.Bound end = frame.end();
    String last = end == null ? "CURRENT ROW" : boundText(end);
    return frame.unit() + " BETWEEN " + boundText(frame.start()) + " AND " + last;
  }

  private String boundText(Window.Bound bound) {
    String kind = bound.kind().name().replace('_', ' ');
    return bound.distance() == null ? kind : of(bound.distance()) + " " + kind;
  }

  private String list(List<Expr> expressions) {
    return expressions.stream().map(this::of).collect(Collectors.joining(", "));
  }

  @Override
  public String lambda(Expr.Lambda lambda) {
    ColumnNames inner = new ColumnNames(scope);
    inner.renamed.putAll(renamed);
    lambda.parameters().forEach(p -> inner.renamed.put(p, p));
    return "lambda(tuple("
        + String.join(", ", lambda.parameters())
        + "), "
        + inner.of(lambda.body())
        + ")";
  }

  @Override
  public String between(Expr.Between between) {
    String value = of(between.value());
    String low = of(between.low());
    String high = of(between.high());
    return between.negated()
        ? "or(less(" + value + ", " + low + "), greater(" + value + ", " + high + "))"
        : "and(greaterOrEquals("
            + value
            + ", "
            + low
            + "), lessOrEquals("
            + value
            + ", "
            + high
            + "))";
  }

  @Override
  public String subquery(Expr.Subquery subquery) {
    return "_subquery_" + scope.context().subqueryNumber(subquery.query());
  }

  @Override
  public String parameter(Expr.Parameter parameter) {
    return "_CAST("
        + new ExpressionText(scope).ofParameter(scope.context(), parameter)
        + ", "
        + SqlPrinter.string(SqlPrinter.print(parameter.type()))
        + ")";
  }

  @Override
  public String aliased(Expr.Aliased aliased) {
    return aliased.alias();
  }
}
