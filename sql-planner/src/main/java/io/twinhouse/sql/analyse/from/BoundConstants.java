// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;

/** Expressions among data that stand in a query, and defaults of its columns. */
final class BoundConstants implements ConstantReader {

  private final Scope scope;

  BoundConstants(Scope scope) {
    this.scope = scope;
  }

  @Override
  public Column read(String expression, Type type) {
    boolean mayBeNull = !type.isNullable() && type.canBeNullable();
    Column value = constant(expression, mayBeNull ? type.toNullable() : type);
    if (!value.isNull(0)) {
      return mayBeNull ? constant(expression, type) : value;
    }
    if (type.isNullable()) {
      return value;
    }
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendDefault();
    return builder.build();
  }

  /**
   * The value of a DEFAULT.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for one that reads other columns
   */
  Column ofDefault(String expression, Type type) {
    try {
      return read(expression, type);
    } catch (TwinhouseException refused) {
      if (refused.is(ErrorCode.UNKNOWN_IDENTIFIER)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A default that reads other columns is not supported here; compute it in the query",
            refused);
      }
      throw refused;
    }
  }

  private Column constant(String expression, Type type) {
    ConstantOperator constant =
        RexFactory.constantOf(
            new ExpressionBinder(scope, LambdaFrame.NONE)
                .bind(SqlParser.parseExpression(Quoting.cast(expression, type))));
    if (constant == null) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "An expression among data or a default that is not constant is not supported here: "
              + expression);
    }
    return constant.value().flatten();
  }
}
