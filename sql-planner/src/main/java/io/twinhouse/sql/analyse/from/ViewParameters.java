// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.HashMap;
import java.util.Map;
import org.apache.calcite.rex.RexNode;

/** The values that a query gives to the parameters of a view. */
final class ViewParameters {

  private final Scope scope;

  ViewParameters(Scope scope) {
    this.scope = scope;
  }

  /** Values as texts with TSV's escapes, by the parameters' names. */
  Map<String, String> of(Call call) {
    Map<String, String> values = new HashMap<>();
    for (Expr argument : call.arguments()) {
      if (!(argument instanceof Call equality)
          || !equality.name().equals("equals")
          || !(equality.arguments().get(0) instanceof Identifier name)) {
        throw Failures.of(
            ErrorCode.BAD_ARGUMENTS,
            "The arguments of view " + call.name() + " must be name = value");
      }
      values.put(name.name(), text(equality.arguments().get(1)));
    }
    return values;
  }

  private String text(Expr value) {
    RexNode bound = new ExpressionBinder(scope, LambdaFrame.NONE).bind(value);
    ConstantOperator constant = RexFactory.constantOf(bound);
    if (constant == null) {
      throw Failures.of(ErrorCode.BAD_ARGUMENTS, "The parameters of a view must be constants");
    }
    if (constant.value().isNull(0)) {
      return "\\N";
    }
    RexNode text =
        constant.type() instanceof StringType
            ? bound
            : scope.context().rex().call("toString", bound);
    ConstantOperator plain = RexFactory.constantOf(text);
    if (plain == null) {
      throw Failures.notImplemented("A parameter of type " + constant.type().name());
    }
    String read = String.valueOf(JavaValues.get(plain.type(), plain.value(), 0));
    return read.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
