// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.engine.function.Argument;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.rel.AggregateOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.calcite.rel.core.AggregateCall;

/** Renders aggregate functions. */
final class AggregateRenderer {

  private AggregateRenderer() {}

  static Expr render(AggregateCall call, List<Expr> columns) {
    AggregateOperator operator = (AggregateOperator) call.getAggregation();
    List<Expr> arguments = call.getArgList().stream().map(columns::get).toList();
    return new Call(
        Position.NONE,
        operator.function(),
        parameters(operator),
        arguments,
        Call.NullTreatment.DEFAULT,
        null);
  }

  static List<Expr> parameters(AggregateOperator operator) {
    List<Expr> parameters = new ArrayList<>();
    for (Argument parameter : operator.parameters()) {
      parameters.add(
          ConstantRenderer.render(
              parameter.type(), Objects.requireNonNull(parameter.constant()).flatten(), 0));
    }
    return parameters;
  }
}
