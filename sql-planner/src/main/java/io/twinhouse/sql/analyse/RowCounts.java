// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.RowCount;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.ScopeText;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.ScalarSubqueryOperator;
import java.math.BigInteger;
import java.util.Objects;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The numbers of LIMIT and OFFSET. */
final class RowCounts {

  private RowCounts() {}

  /**
   * The rows that an expression means.
   *
   * @param missing what none means
   * @throws TwinhouseException INVALID_LIMIT_EXPRESSION
   */
  static RowCount of(Scope scope, @Nullable Expr expression, String clause, RowCount missing) {
    if (expression == null) {
      return missing;
    }
    RexNode value = new ExpressionBinder(scope, LambdaFrame.NONE).bind(expression);
    ConstantOperator constant = RexFactory.constantOf(value);
    if (constant != null && constant.type() instanceof IntegerType) {
      return whole(JavaValues.get(constant.type(), constant.value(), 0));
    }
    if (constant != null && constant.type() instanceof FloatType) {
      return share(JavaValues.get(constant.type(), constant.value(), 0), clause);
    }
    if (BindingOperators.find(value, RowCounts::isSubquery) != null) {
      throw Failures.notImplemented("A sub-query in " + clause + " (give the number)");
    }
    throw Failures.of(
        ErrorCode.INVALID_LIMIT_EXPRESSION,
        clause
            + " expression must be constant with numeric type. Actual: "
            + ScopeText.of(expression)
            + ". In scope "
            + scope.text());
  }

  private static boolean isSubquery(RexNode value) {
    return value instanceof RexCall call && call.getOperator() instanceof ScalarSubqueryOperator;
  }

  private static RowCount whole(@Nullable Object number) {
    BigInteger exact = new BigInteger(String.valueOf(number));
    long rows = exact.abs().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    return exact.signum() < 0 ? new RowCount.Last(rows) : new RowCount.First(rows);
  }

  private static RowCount share(@Nullable Object number, String clause) {
    double share = ((Number) Objects.requireNonNull(number)).doubleValue();
    if (share == Math.rint(share) && Math.abs(share) < 9e15) {
      return whole((long) share);
    }
    if (share > 0 && share < 1) {
      return new RowCount.Share(share);
    }
    throw Failures.of(
        ErrorCode.INVALID_LIMIT_EXPRESSION,
        "The value " + share + " of " + clause + " clause is not between 0 and 1");
  }

  /** Refuses what does not go together. */
  static void check(RowCount offset, RowCount limit, boolean ties) {
    boolean fromEnd = offset instanceof RowCount.Last || limit instanceof RowCount.Last;
    boolean shared = offset instanceof RowCount.Share || limit instanceof RowCount.Share;
    if (fromEnd && shared) {
      throw Failures.notImplemented(
          "A LIMIT from the end with a fractional OFFSET, or the reverse");
    }
    if (fromEnd && ties) {
      throw Failures.notImplemented("LIMIT from the end WITH TIES");
    }
  }
}
