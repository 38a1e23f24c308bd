// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.Parameters;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** How error messages spell a bound expression: {@code sum(a)}. */
public final class ExpressionText {

  private final FromColumns columns;

  public ExpressionText(Scope scope) {
    this.columns = scope.columns();
  }

  /** The value of a query parameter as a constant reads. */
  String ofParameter(AnalysisContext context, Expr.Parameter parameter) {
    return of(new Parameters(context).value(parameter));
  }

  public String of(RexNode node) {
    ConstantOperator constant = RexFactory.constantOf(node);
    if (constant != null) {
      String text = constant.getName();
      return text.substring(0, text.lastIndexOf('_'));
    }
    if (node instanceof RexInputRef input) {
      FromColumns.Match owner = columns.owner(input.getIndex());
      return owner == null ? "column" : owner.column().name();
    }
    if (node instanceof RexCall call
        && call.getOperator() instanceof BindingOperators.Window window) {
      List<RexNode> arguments = call.getOperands().subList(0, window.arguments);
      return window.function + list(arguments) + " OVER (...)";
    }
    if (node instanceof RexCall call) {
      return call.getOperator().getName() + list(call.getOperands());
    }
    return node.toString();
  }

  private String list(List<RexNode> nodes) {
    return nodes.stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
