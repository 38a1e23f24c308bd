// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.WithItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of a query as EXPLAIN AST shows it: a line a node, further in than its parent's. */
final class TreeLines {

  private final TreeExpressions expressions;

  /**
   * @param text that the query was parsed from
   */
  TreeLines(String text) {
    expressions = new TreeExpressions(text, this);
  }

  /**
   * The lines of a query.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for what the server keeps otherwise in its tree
   */
  List<String> of(Query query, @Nullable String format) {
    List<String> lines = new ArrayList<>();
    TreeNode root = query(query);
    List<TreeNode> children = new ArrayList<>(root.children());
    if (format != null) {
      children.add(new TreeNode("Identifier " + format, List.of()));
    }
    add(lines, new TreeNode(root.label(), children), 0);
    return lines;
  }

  private static void add(List<String> lines, TreeNode node, int depth) {
    lines.add(" ".repeat(depth) + node.line());
    node.children().forEach(child -> add(lines, child, depth + 1));
  }

  static TwinhouseException notImplemented(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "EXPLAIN AST of " + what + " is not supported");
  }

  TreeNode query(Query query) {
    List<TreeNode> selects = new ArrayList<>();
    if (query instanceof Select select) {
      selects.add(select(select));
    } else {
      SetOperation operation = (SetOperation) query;
      if (operation.kind() != SetOperation.Kind.UNION) {
        throw notImplemented(operation.kind().name());
      }
      for (Query operand : operation.operands()) {
        if (!(operand instanceof Select select)) {
          throw notImplemented("a union within another");
        }
        selects.add(select(select));
      }
    }
    return new TreeNode("SelectWithUnionQuery", List.of(list(selects)));
  }

  static TreeNode list(List<TreeNode> children) {
    return new TreeNode("ExpressionList", children);
  }

  private TreeNode select(Select select) {
    List<TreeNode> children = new ArrayList<>();
    if (!select.with().isEmpty()) {
      children.add(list(select.with().stream().map(this::withItem).toList()));
    }
    children.add(expressions.list(select.projections()));
    if (select.from() != null) {
      children.add(from(select.from()));
    }
    add(children, select.prewhere());
    add(children, select.where());
    if (select.groupBy() != null) {
      groupBy(children, select.groupBy());
    }
    add(children, select.having());
    if (!select.windows().isEmpty()) {
      throw notImplemented("the clause WINDOW");
    }
    add(children, select.qualify());
    if (select.orderBy() != null) {
      children.add(orderBy(select.orderBy()));
    }
    if (select.limitBy() != null) {
      throw notImplemented("LIMIT BY");
    }
    if (select.limit() != null) {
      add(children, select.limit().offset());
      add(children, select.limit().count());
    }
    if (!select.settings().isEmpty()) {
      children.add(new TreeNode("Set", List.of()));
    }
    return new TreeNode("SelectQuery", children);
  }

  private void add(List<TreeNode> children, @Nullable Expr expression) {
    if (expression != null) {
      children.add(expressions.node(expression));
    }
  }

  private TreeNode withItem(WithItem item) {
    if (item instanceof WithItem.Expression expression) {
      return expressions.node(expression.expression());
    }
    WithItem.Named named = (WithItem.Named) item;
    if (!named.columns().isEmpty() || named.materialized()) {
      throw notImplemented("a query of WITH with names for its columns, or MATERIALIZED");
    }
    TreeNode query = new TreeNode("Subquery", List.of(query(named.query())));
    return new TreeNode("WithElement", List.of(query));
  }

  private void groupBy(List<TreeNode> children, GroupBy groupBy) {
    switch (groupBy.kind()) {
      case NONE -> {}
      case PLAIN, ROLLUP, CUBE -> children.add(expressions.list(groupBy.keys()));
      case ALL, GROUPING_SETS -> throw notImplemented("GROUP BY " + groupBy.kind());
    }
  }

  private TreeNode orderBy(OrderBy orderBy) {
    if (orderBy.interpolate() != null || orderBy.all()) {
      throw notImplemented("INTERPOLATE or ORDER BY ALL");
    }
    return list(orderBy.items().stream().map(this::item).toList());
  }

  TreeNode item(OrderBy.Item item) {
    if (item.fill() != null || item.collation() != null) {
      throw notImplemented("WITH FILL or COLLATE");
    }
    return new TreeNode("OrderByElement", List.of(expressions.node(item.expression())));
  }

  private TreeNode from(FromItem from) {
    List<TreeNode> elements = new ArrayList<>();
    elements(elements, from);
    return new TreeNode("TablesInSelectQuery", elements);
  }

  private void elements(List<TreeNode> elements, FromItem item) {
    if (item instanceof FromItem.Table table) {
      elements.add(new TreeNode("TablesInSelectQueryElement", List.of(table(table))));
    } else if (item instanceof FromItem.Join join) {
      elements(elements, join.left());
      if (!(join.right() instanceof FromItem.Table right)) {
        throw notImplemented("a join in brackets");
      }
      List<TreeNode> both = List.of(table(right), join(join));
      elements.add(new TreeNode("TablesInSelectQueryElement", both));
    } else if (item instanceof FromItem.ArrayJoin join) {
      elements(elements, join.left());
      TreeNode arrays = new TreeNode("ArrayJoin", List.of(expressions.list(join.expressions())));
      elements.add(new TreeNode("TablesInSelectQueryElement", List.of(arrays)));
    }
  }

  private TreeNode join(FromItem.Join join) {
    List<TreeNode> children = new ArrayList<>();
    if (join.condition() instanceof FromItem.On on) {
      children.add(expressions.node(on.expression()));
    } else if (join.condition() instanceof FromItem.Using using) {
      children.add(expressions.list(using.columns()));
    } else if (join.condition() instanceof FromItem.Natural) {
      throw notImplemented("NATURAL JOIN");
    }
    return new TreeNode("TableJoin", children);
  }

  private TreeNode table(FromItem.Table table) {
    if (!table.columns().isEmpty() || table.sample() != null) {
      throw notImplemented("SAMPLE, or names for the columns of a table");
    }
    TreeNode source;
    if (table.source() instanceof FromItem.Named named) {
      source = new TreeNode("TableIdentifier " + named.name().name(), List.of());
    } else if (table.source() instanceof FromItem.Derived derived) {
      source = new TreeNode("Subquery", List.of(query(derived.query())));
    } else {
      FromItem.Function function = (FromItem.Function) table.source();
      if (!function.settings().isEmpty()) {
        throw notImplemented("SETTINGS of a table function");
      }
      source = expressions.node(function.call());
    }
    return new TreeNode("TableExpression", List.of(source.named(table.alias())));
  }
}
