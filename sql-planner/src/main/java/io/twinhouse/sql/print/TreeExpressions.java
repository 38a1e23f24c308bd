// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.ExprVisitor;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The nodes of expressions in the server's tree. */
final class TreeExpressions implements ExprVisitor<TreeNode> {

  private final String text;
  private final TreeLines queries;

  TreeExpressions(String text, TreeLines queries) {
    this.text = text;
    this.queries = queries;
  }

  TreeNode node(Expr expression) {
    return expression.accept(this);
  }

  TreeNode list(List<? extends Expr> elements) {
    return TreeLines.list(elements.stream().map(this::node).toList());
  }

  private static TreeNode leaf(String label) {
    return new TreeNode(label, List.of());
  }

  @Override
  public TreeNode number(Literal.Number number) {
    return leaf("Literal " + value(number));
  }

  @Override
  public TreeNode text(Literal.Text string) {
    return leaf("Literal " + value(string));
  }

  @Override
  public TreeNode nullLiteral(Literal.Null nullLiteral) {
    return leaf("Literal NULL");
  }

  @Override
  public TreeNode bool(Literal.Bool bool) {
    return leaf("Literal " + value(bool));
  }

  @Override
  public TreeNode identifier(Identifier identifier) {
    boolean parameter =
        identifier.parts().stream().anyMatch(p -> p.kind() == Identifier.PartKind.PARAMETER);
    if (parameter) {
      throw TreeLines.notImplemented("a parameter of type Identifier");
    }
    return leaf("Identifier " + identifier.name());
  }

  @Override
  public TreeNode columnSet(ColumnSet columns) {
    boolean plain =
        columns.selection() instanceof ColumnSet.All && columns.transformers().isEmpty();
    if (!plain) {
      throw TreeLines.notImplemented("COLUMNS, EXCEPT, REPLACE or APPLY");
    }
    return columns.qualifier() == null
        ? leaf("Asterisk")
        : new TreeNode("QualifiedAsterisk", List.of(identifier(columns.qualifier())));
  }

  @Override
  public TreeNode call(Call call) {
    String constant = isBracketed(call) ? value(call) : null;
    if (constant != null) {
      return leaf("Literal " + constant);
    }
    List<TreeNode> children = new ArrayList<>(List.of(list(call.arguments())));
    if (!call.parameters().isEmpty()) {
      children.add(list(call.parameters()));
    }
    if (call.over() instanceof Window.Definition) {
      throw TreeLines.notImplemented("a window function");
    }
    return new TreeNode("Function " + call.name(), children);
  }

  /** Whether a list in brackets was written, which is a constant if its elements are. */
  private boolean isBracketed(Call call) {
    int start = call.position().offset();
    boolean list = call.name().equals("array") || call.name().equals("tuple");
    return list
        && call.isPlain()
        && start >= 0
        && start < text.length()
        && (text.charAt(start) == '[' || text.charAt(start) == '(');
  }

  /** A constant as the server's trees show it; null for what is none. */
  private @Nullable String value(Expr expression) {
    if (expression instanceof Literal.Number number) {
      String shown = NumberText.shown(number);
      if (!number.isInteger()) {
        return "Float64_" + (shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown);
      }
      return (number.integerValue().signum() < 0 ? "Int64_" : "UInt64_") + shown;
    }
    if (expression instanceof Literal.Text string) {
      return Names.shownString(string.value());
    }
    if (expression instanceof Literal.Bool bool) {
      return bool.value() ? "Bool_1" : "Bool_0";
    }
    if (expression instanceof Literal.Null) {
      return "NULL";
    }
    return expression instanceof Call call && isBracketed(call) ? listValue(call) : null;
  }

  private @Nullable String listValue(Call call) {
    boolean array = call.name().equals("array");
    if (!array && call.arguments().size() < 2) {
      return null;
    }
    List<String> elements = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      String element = value(argument);
      if (element == null || element.startsWith(array ? "Tuple_" : "Array_")) {
        return null; // the server's parser takes lists of one kind only for constants
      }
      elements.add(element);
    }
    String joined = elements.stream().collect(Collectors.joining(", "));
    return array ? "Array_[" + joined + "]" : "Tuple_(" + joined + ")";
  }

  @Override
  public TreeNode lambda(Expr.Lambda lambda) {
    List<Identifier> parameters = lambda.parameters().stream().map(Identifier::of).toList();
    TreeNode names = new TreeNode("Function tuple", List.of(list(parameters)));
    TreeNode both = TreeLines.list(List.of(names, node(lambda.body())));
    return new TreeNode("Function lambda", List.of(both));
  }

  @Override
  public TreeNode between(Expr.Between between) {
    return node(ShownExprPrinter.comparisons(between));
  }

  @Override
  public TreeNode subquery(Expr.Subquery subquery) {
    return new TreeNode("Subquery", List.of(queries.query(subquery.query())));
  }

  @Override
  public TreeNode parameter(Expr.Parameter parameter) {
    throw TreeLines.notImplemented("a query parameter");
  }

  @Override
  public TreeNode aliased(Expr.Aliased aliased) {
    return node(aliased.expression()).named(aliased.alias());
  }
}
