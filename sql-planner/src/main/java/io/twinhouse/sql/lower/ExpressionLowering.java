// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lower;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.DynamicCastOperator;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.InSetOperator;
import io.twinhouse.sql.rel.JsonPathOperator;
import io.twinhouse.sql.rel.LambdaOperator;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.ScalarSubqueryOperator;
import io.twinhouse.sql.rel.ScalarSubqueryOperator.Form;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.jspecify.annotations.Nullable;

/** Turns expressions into the engine's. */
public final class ExpressionLowering {

  private final RexFactory rex;

  /** Whether what is lowered may be computed never: the body of a lambda. */
  private final boolean spared;

  public ExpressionLowering(RexFactory rex) {
    this(rex, false);
  }

  private ExpressionLowering(RexFactory rex, boolean spared) {
    this.rex = rex;
    this.spared = spared;
  }

  /** The engine's expression for {@code node}. */
  public Expression lower(RexNode node) {
    if (node instanceof RexInputRef input) {
      return new Expression.InputRef(input.getIndex(), RexFactory.typeOf(input));
    }
    if (node instanceof RexLiteral literal) {
      return truth(literal.isAlwaysTrue());
    }
    RexCall call = (RexCall) node;
    SqlOperator operator = call.getOperator();
    if (operator instanceof ConstantOperator constant) {
      return new Expression.Constant(constant.type(), constant.value());
    }
    if (operator instanceof FunctionOperator function) {
      RexNode taken = takenBranch(call);
      if (taken != null) {
        return lower(taken);
      }
      refuse(function, call);
      return new Expression.Call(
          function.getName(),
          function.function(),
          lower(call.getOperands()),
          function.isDeterministic());
    }
    if (operator instanceof JsonPathOperator path) {
      return lower(rex.subcolumn(call.getOperands().get(0), path.name()));
    }
    if (operator instanceof DynamicCastOperator cast) {
      return lower(rex.castOfAny(call.getOperands().get(0), cast.target()));
    }
    if (operator instanceof LambdaOperator lambda) {
      return new Expression.Lambda(
          lower(call.getOperands()),
          lambda.parameters(),
          new ExpressionLowering(rex, true).lower(lambda.body()));
    }
    if (operator instanceof InSetOperator set) {
      return new Expression.InSet(
          lower(call.getOperands()), set.source(), set.isNegated(), RexFactory.typeOf(call));
    }
    if (operator instanceof ScalarSubqueryOperator scalar) {
      return new Expression.ScalarSubquery(
          scalar.subquery(), RexFactory.typeOf(call), scalar.form() == Form.ROW);
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "The expression " + call + " is not supported by the embedded engine");
  }

  /** The branch that {@code if} takes by a constant, where it has the type of both; else null. */
  private static @Nullable RexNode takenBranch(RexCall call) {
    List<RexNode> operands = call.getOperands();
    boolean choice = call.getOperator().getName().equals("if") && operands.size() == 3;
    ConstantOperator condition = choice ? RexFactory.constantOf(operands.get(0)) : null;
    Boolean truth = condition == null ? null : condition.truth();
    if (truth == null) {
      return null;
    }
    RexNode taken = operands.get(truth.equals(Boolean.TRUE) ? 1 : 2);
    return RexFactory.typeOf(taken).equals(RexFactory.typeOf(call)) ? taken : null;
  }

  private void refuse(FunctionOperator function, RexCall call) {
    TwinhouseException failure = function.function().failure();
    if (failure == null || spared || !function.function().failsAtOnce()) {
      return;
    }
    if (call.getOperands().isEmpty()) {
      throw failure; // of a value that stands for what could not be bound
    }
    ErrorCode code = ErrorCode.ofNumber(failure.number()).orElseThrow(() -> failure);
    throw new TwinhouseException(
        code, failure.getMessage() + ": while executing function " + function.getName(), failure);
  }

  private List<Expression> lower(List<RexNode> nodes) {
    return nodes.stream().map(this::lower).toList();
  }

  /** A condition as one value that is not 0 and not NULL where it holds. */
  Expression condition(RexNode condition) {
    List<RexNode> values = new ArrayList<>();
    for (RexNode part : RexFactory.conjuncts(condition)) {
      RexNode value = RexFactory.truthOf(part);
      if (value != null) {
        values.add(value);
      } else if (part.isAlwaysFalse()) {
        return truth(false);
      }
    }
    if (values.isEmpty()) {
      return truth(true);
    }
    return lower(values.size() == 1 ? values.get(0) : rex.call("and", values));
  }

  private static Expression truth(boolean value) {
    return new Expression.Constant(IntegerType.UINT8, LongColumn.of(value ? 1 : 0));
  }
}
