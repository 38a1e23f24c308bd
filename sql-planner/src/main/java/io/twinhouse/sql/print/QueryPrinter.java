// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.LimitBy;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.SetOperation.Kind;
import io.twinhouse.sql.ast.SetOperation.Quantifier;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.WithItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints queries. */
final class QueryPrinter {
  private final SqlText text;
  private final ExprPrinter expressions;
  private final WindowPrinter windows;
  private final FromPrinter froms;

  QueryPrinter(SqlText text) {
    this.text = text;
    expressions = new ExprPrinter(text);
    windows = new WindowPrinter(text, expressions);
    froms = new FromPrinter(text, expressions, this);
  }

  void query(Query query) {
    if (query instanceof Select select) {
      select(select);
    } else if (query instanceof SetOperation operation) {
      setOperation(operation);
    }
  }

  void from(FromItem item) {
    froms.item(item);
  }

  private void setOperation(SetOperation operation) {
    if (text.isShown()) {
      shownOperation(operation);
      return;
    }
    String operator = operator(operation);
    List<Query> operands = operation.operands();
    for (int i = 0; i < operands.size(); i++) {
      if (i > 0) {
        text.gap().add(operator).gap();
      }
      Query operand = operands.get(i);
      boolean last = i == operands.size() - 1;
      boolean star = operation.kind() == Kind.EXCEPT && !last && endsInStar(operand);
      if (star || needsBrackets(operation, operand, i == 0)) {
        text.enclosed(() -> query(operand));
      } else {
        query(operand);
      }
    }
  }

  private static String operator(SetOperation operation) {
    String operator = operation.kind().name();
    return operation.quantifier() == Quantifier.DEFAULT
        ? operator
        : operator + " " + operation.quantifier();
  }

  /**
   * The server shows a run of operations as it was written, with brackets around what was in such
   * and what is beside EXCEPT.
   */
  private void shownOperation(SetOperation operation) {
    List<Query> operands = new ArrayList<>();
    List<String> operators = new ArrayList<>();
    flatten(operation, operands, operators);
    for (int i = 0; i < operands.size(); i++) {
      if (i > 0) {
        text.gap().add(operators.get(i - 1)).gap();
      }
      Query operand = operands.get(i);
      boolean except =
          (i > 0 && operators.get(i - 1).startsWith("EXCEPT"))
              || (i < operators.size() && operators.get(i).startsWith("EXCEPT"));
      if (except || operand instanceof SetOperation || text.isExplained()) {
        text.enclosed(() -> query(operand));
      } else {
        query(operand);
      }
    }
  }

  private static void flatten(
      SetOperation operation, List<Query> operands, List<String> operators) {
    for (int i = 0; i < operation.operands().size(); i++) {
      if (i > 0) {
        operators.add(operator(operation));
      }
      Query operand = operation.operands().get(i);
      if (operand instanceof SetOperation inner && !inner.position().isInBrackets()) {
        flatten(inner, operands, operators);
      } else {
        operands.add(operand);
      }
    }
  }

  private static boolean needsBrackets(SetOperation parent, Query operand, boolean first) {
    if (!(operand instanceof SetOperation inner)) {
      return false;
    }
    if (inner.kind() == Kind.INTERSECT || parent.kind() == Kind.INTERSECT) {
      return parent.kind() == Kind.INTERSECT;
    }
    boolean sameRun = parent.kind() == inner.kind() && parent.quantifier() == inner.quantifier();
    return !first || sameRun || parent.kind() == Kind.EXCEPT;
  }

  /** Whether EXCEPT behind the query would start a list of columns. */
  private static boolean endsInStar(Query query) {
    if (query instanceof SetOperation operation) {
      return endsInStar(operation.operands().get(operation.operands().size() - 1));
    }
    List<Expr> projections = ((Select) query).projections();
    return projections.get(projections.size() - 1) instanceof ColumnSet;
  }

  private void select(Select select) {
    if (!select.with().isEmpty()) {
      text.add(select.recursive() ? "WITH RECURSIVE" : "WITH");
      text.onLines(select.with(), this::withItem).gap();
    }
    text.add(select.distinct() ? "SELECT DISTINCT" : "SELECT");
    elements(select.projections());
    if (select.from() != null) {
      text.gap().add("FROM");
      froms.behind(select.from());
    }
    clause("PREWHERE ", select.prewhere());
    clause("WHERE ", select.where());
    if (select.groupBy() != null) {
      groupBy(select.groupBy());
    }
    clause("HAVING ", select.having());
    if (!select.windows().isEmpty()) {
      text.gap().add("WINDOW").behind(select.windows(), windows::named);
    }
    clause("QUALIFY ", select.qualify());
    if (select.orderBy() != null) {
      orderBy(select.orderBy());
    }
    if (select.limitBy() != null) {
      limitBy(select.limitBy());
    }
    if (select.limit() != null) {
      limit(select.limit());
    }
    settings(select.settings());
  }

  private void clause(String keyword, @Nullable Expr expression) {
    if (expression != null) {
      text.gap().add(keyword);
      expressions.element(expression);
    }
  }

  /** Elements behind a keyword. */
  private void elements(List<? extends Expr> elements) {
    if (text.hasLines()) {
      List<Runnable> prints = new ArrayList<>();
      for (int i = 0; i < elements.size(); i++) {
        int index = i;
        prints.add(() -> expressions.element(elements.get(index), index));
      }
      text.behind(prints, Runnable::run);
    } else {
      text.add(" ");
      expressions.elements(elements);
    }
  }

  private void withItem(WithItem item) {
    if (item instanceof WithItem.Expression expression) {
      expressions.element(expression.expression());
    } else if (item instanceof WithItem.Named named) {
      text.name(named.name());
      if (!named.columns().isEmpty()) {
        text.add(text.isShown() ? "" : " ").bracketed(named.columns(), text::name);
      }
      text.add(named.materialized() ? " AS MATERIALIZED" : " AS");
      text.gap().enclosed(() -> query(named.query()));
    }
  }

  private void groupBy(GroupBy groupBy) {
    if (groupBy.kind() != GroupBy.Kind.NONE) {
      text.gap().add("GROUP BY");
    }
    switch (groupBy.kind()) {
      case NONE -> {}
      case ALL -> text.add(" ALL");
      case PLAIN -> elements(groupBy.keys());
      case ROLLUP, CUBE -> rollup(groupBy);
      case GROUPING_SETS -> groupingSets(groupBy);
    }
    if (groupBy.totals()) {
      modifier("WITH TOTALS");
    }
  }

  private void modifier(String words) {
    text.deeper(() -> text.gap().add(words));
  }

  private void rollup(GroupBy groupBy) {
    if (text.isShown()) {
      elements(groupBy.keys());
      modifier("WITH " + groupBy.kind());
    } else {
      text.add(" ").add(groupBy.kind().name());
      keys(groupBy.keys());
    }
  }

  private void groupingSets(GroupBy groupBy) {
    if (text.hasLines()) {
      modifier("GROUPING SETS (");
      text.deeper(() -> text.onLines(groupBy.sets(), this::keys)).add(")");
    } else {
      text.add(" GROUPING SETS ").bracketed(groupBy.sets(), this::keys);
    }
  }

  private void keys(List<Expr> keys) {
    text.add("(");
    expressions.elements(keys);
    text.add(")");
  }

  private void orderBy(OrderBy orderBy) {
    text.gap().add("ORDER BY");
    if (orderBy.all()) {
      OrderBy.Item item = orderBy.items().get(0);
      text.add(" ALL");
      SqlText rest = text.alike();
      new WindowPrinter(rest, new ExprPrinter(rest)).item(item);
      SqlText key = text.alike();
      new ExprPrinter(key).element(item.expression());
      text.add(rest.toString().substring(key.toString().length()));
    } else {
      text.behind(orderBy.items(), windows::item);
    }
    if (orderBy.interpolate() != null) {
      text.gap().add("INTERPOLATE");
      if (!orderBy.interpolate().isEmpty()) {
        text.add(" ").bracketed(orderBy.interpolate(), this::interpolation);
      }
    }
  }

  private void interpolation(OrderBy.Interpolation interpolation) {
    text.column(interpolation.column()).add(" AS ");
    expressions.operand(interpolation.expression(), Precedence.LAMBDA);
  }

  private void limitBy(LimitBy limitBy) {
    range(limitBy.count(), limitBy.offset());
    text.add(" BY");
    if (limitBy.all()) {
      text.add(" ALL");
    } else {
      elements(limitBy.keys());
    }
  }

  private void limit(Limit limit) {
    range(limit.count(), limit.offset());
    if (limit.withTies()) {
      (text.isShown() ? text.gap() : text).add(" WITH TIES");
    }
  }

  /** LIMIT and OFFSET; the server shows them as one. */
  private void range(@Nullable Expr count, @Nullable Expr offset) {
    if (text.isShown() && count != null && offset != null) {
      clause("LIMIT ", offset);
      text.add(", ");
      expressions.element(count);
    } else {
      clause("LIMIT ", count);
      clause("OFFSET ", offset);
    }
  }

  /** {@code SETTINGS ...} with a space before it, or nothing. */
  void settings(List<SettingChange> settings) {
    if (!settings.isEmpty()) {
      text.gap().add("SETTINGS ").list(settings, this::setting);
    }
  }

  void setting(SettingChange change) {
    text.add(Names.setting(change.name())).add(" = ");
    if (change.value() == null) {
      text.add("DEFAULT");
    } else {
      settingValue(change.value());
    }
  }

  private void settingValue(Expr value) {
    if (value instanceof Call map && map.name().equals("map")) {
      String separator = "";
      text.add("{");
      for (int i = 0; i + 1 < map.arguments().size(); i += 2) {
        text.add(separator);
        settingValue(map.arguments().get(i));
        text.add(":");
        settingValue(map.arguments().get(i + 1));
        separator = ", ";
      }
      text.add("}");
    } else if (value instanceof Call call) {
      expressions.function(call);
    } else {
      expressions.operand(value, Precedence.IS);
    }
  }
}
