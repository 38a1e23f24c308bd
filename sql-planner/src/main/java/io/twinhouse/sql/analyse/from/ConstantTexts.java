// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import static java.util.stream.Collectors.joining;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;

/** Arguments of table functions that are texts, or names that stand for themselves. */
final class ConstantTexts {

  private final Scope scope;
  private final String function;

  ConstantTexts(Scope scope, String function) {
    this.scope = scope;
    this.function = function;
  }

  /**
   * The text of an argument.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS
   */
  String of(Expr argument) {
    if (argument instanceof Identifier name) {
      return name.parts().stream().map(Identifier.Part::text).collect(joining("."));
    }
    ConstantOperator constant = constant(argument);
    return String.valueOf(JavaValues.get(constant.type(), constant.value(), 0));
  }

  /**
   * The bytes of an argument, which need be no text.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS
   */
  byte[] bytes(Expr argument) {
    return ((BytesColumn) constant(argument).value().flatten()).bytes(0);
  }

  private ConstantOperator constant(Expr argument) {
    ConstantOperator constant =
        RexFactory.constantOf(new ExpressionBinder(scope, LambdaFrame.NONE).bind(argument));
    if (constant == null || !(constant.type() instanceof StringType)) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS, "The arguments of " + function + " must be constant strings");
    }
    return constant;
  }
}
