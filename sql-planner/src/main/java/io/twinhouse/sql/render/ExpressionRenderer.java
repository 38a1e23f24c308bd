// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression.SetSource;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.DynamicCastOperator;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.InSetOperator;
import io.twinhouse.sql.rel.JsonPathOperator;
import io.twinhouse.sql.rel.LambdaOperator;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.ScalarSubqueryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.jspecify.annotations.Nullable;

/** Renders expressions over columns that are rendered already. */
final class ExpressionRenderer {

  private final List<Expr> columns;
  private final IntFunction<Query> subqueries;

  /**
   * @param columns what each input column is
   * @param subqueries the sub-query at a position, rendered
   */
  ExpressionRenderer(List<Expr> columns, IntFunction<Query> subqueries) {
    this.columns = columns;
    this.subqueries = subqueries;
  }

  /** The parts of a condition, each an expression that is true where it is not 0. */
  List<Expr> conditions(@Nullable RexNode condition) {
    return RexFactory.conjuncts(condition).stream().map(this::render).toList();
  }

  List<Expr> renderAll(List<RexNode> nodes) {
    return nodes.stream().map(this::render).toList();
  }

  Expr render(RexNode node) {
    if (node instanceof RexInputRef reference) {
      return columns.get(reference.getIndex());
    }
    RexNode truth = RexFactory.truthOf(node);
    if (truth != null) {
      return render(truth);
    }
    ConstantOperator constant = RexFactory.constantOf(node);
    if (constant != null) {
      return ConstantRenderer.render(constant.type(), constant.value(), 0);
    }
    if (node instanceof RexCall call) {
      return renderCall(call);
    }
    throw unknown(node);
  }

  private Expr renderCall(RexCall call) {
    if (call.getOperator() instanceof FunctionOperator function) {
      return new Call(Position.NONE, function.getName(), renderAll(call.getOperands()));
    }
    if (call.getOperator() instanceof InSetOperator in) {
      return renderIn(in, call.getOperands());
    }
    if (call.getOperator() instanceof ScalarSubqueryOperator scalar) {
      return new Expr.Subquery(Position.NONE, subqueries.apply(scalar.subquery()));
    }
    if (call.getOperator() instanceof LambdaOperator lambda) {
      return renderLambda(lambda, call.getOperands());
    }
    if (call.getOperator() instanceof JsonPathOperator path) {
      Expr json = render(call.getOperands().get(0));
      return path.isObject() || !(json instanceof Identifier)
          ? Call.of("getSubcolumn", json, ConstantRenderer.text(path.name()))
          : renderPath(json, path.path());
    }
    if (call.getOperator() instanceof DynamicCastOperator cast) {
      Expr value = render(call.getOperands().get(0));
      return Call.of("CAST", value, ConstantRenderer.text(cast.target().name()));
    }
    if (call.getKind() == SqlKind.AND) {
      return new Call(Position.NONE, "and", renderAll(call.getOperands()));
    }
    throw unknown(call);
  }

  static Expr renderPath(Expr json, List<String> path) {
    if (!(json instanceof Identifier column)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "A path of a computed JSON value can't be rendered: " + path);
    }
    List<Identifier.Part> parts = new ArrayList<>(column.parts());
    for (String name : path) {
      parts.add(new Identifier.Part(Identifier.PartKind.NAME, name));
    }
    return new Identifier(Position.NONE, parts);
  }

  private Expr renderLambda(LambdaOperator lambda, List<RexNode> captures) {
    List<Expr> inner = new ArrayList<>(renderAll(captures));
    lambda.names().forEach(name -> inner.add(Identifier.of(name)));
    Expr body = new ExpressionRenderer(inner, subqueries).render(lambda.body());
    return new Expr.Lambda(Position.NONE, lambda.names(), body);
  }

  private Expr renderIn(InSetOperator in, List<RexNode> keys) {
    List<Expr> rendered = renderAll(keys);
    Expr key = rendered.size() == 1 ? rendered.get(0) : tuple(rendered);
    Expr set =
        in.source() instanceof SetSource.Subquery subquery
            ? new Expr.Subquery(Position.NONE, subqueries.apply(subquery.subquery()))
            : renderRows(((SetSource.Rows) in.source()).rows(), keys);
    return Call.of(in.isNegated() ? "notIn" : "in", key, set);
  }

  private static Expr tuple(List<Expr> elements) {
    return Call.of("tuple", elements.toArray(Expr[]::new));
  }

  private static Expr renderRows(Batch rows, List<RexNode> keys) {
    List<Expr> elements = new ArrayList<>();
    for (int row = 0; row < rows.rows(); row++) {
      List<Expr> values = new ArrayList<>();
      for (int k = 0; k < keys.size(); k++) {
        Column column = rows.column(k).flatten();
        values.add(ConstantRenderer.render(RexFactory.typeOf(keys.get(k)), column, row));
      }
      elements.add(values.size() == 1 ? values.get(0) : tuple(values));
    }
    return tuple(elements);
  }

  private static TwinhouseException unknown(RexNode node) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "The expression can't be rendered for ClickHouse: " + node);
  }
}
