// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The branch that {@code if} and {@code multiIf} take under constant conditions. The server puts it
 * in the place of the call, name and type included, where another branch is in error.
 */
final class TakenBranch {

  private TakenBranch() {}

  /** The branch that stands for a call that could not be bound; null where the error stands. */
  static @Nullable Expr of(ExpressionBinder binder, Call call, TwinhouseException error) {
    boolean ours = error.is(ErrorCode.NOT_IMPLEMENTED) || error.is(ErrorCode.UNKNOWN_FUNCTION);
    List<Expr> arguments = call.arguments();
    boolean choice =
        switch (call.name().toLowerCase(Locale.ROOT)) {
          case "if" -> arguments.size() == 3;
          case "multiif" -> arguments.size() >= 3 && arguments.size() % 2 == 1;
          default -> false;
        };
    if (ours || !choice) {
      return null;
    }
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      ConstantOperator condition = RexFactory.constantOf(binder.bind(arguments.get(i)));
      Boolean truth = condition == null ? null : condition.truth();
      if (truth == null) {
        return null;
      }
      if (truth.equals(Boolean.TRUE)) {
        return arguments.get(i + 1);
      }
    }
    return arguments.get(arguments.size() - 1);
  }

  /**
   * To the server Decimals of one width and scale are of one type, whatever their precision: the
   * branch that it puts in the place of the call keeps its own, which functions around it do not
   * see.
   *
   * @param operands the condition and both branches, if the call is of three arguments
   */
  static void requirePrecise(Call call, List<RexNode> operands, RexNode value) {
    String name = call.name().toLowerCase(Locale.ROOT);
    if (operands.size() != 3 || !(name.equals("if") || name.equals("multiif"))) {
      return;
    }
    ConstantOperator condition = RexFactory.constantOf(operands.get(0));
    Boolean truth = condition == null ? null : condition.truth();
    if (truth == null) {
      return;
    }
    Type taken = RexFactory.typeOf(operands.get(truth ? 1 : 2)).base();
    Type all = RexFactory.typeOf(value).base();
    if (taken instanceof DecimalType own
        && all instanceof DecimalType common
        && own.bits() == common.bits()
        && own.scale() == common.scale()
        && own.precision() != common.precision()) {
      throw Failures.notImplemented(
          "A constant condition over values of type " + own.name() + " and " + common.name());
    }
  }
}
