// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
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

  /**
   * The place of the branch that stands for a call that could not be bound; -1 where the error
   * stands.
   *
   * @param operands those that were bound before the error
   */
  static int of(
      ExpressionBinder binder, Call call, List<RexNode> operands, TwinhouseException error) {
    boolean ours = error.is(ErrorCode.NOT_IMPLEMENTED) || error.is(ErrorCode.UNKNOWN_FUNCTION);
    List<Expr> arguments = call.arguments();
    boolean choice =
        switch (call.name().toLowerCase(Locale.ROOT)) {
          case "if" -> arguments.size() == 3;
          case "multiif" -> arguments.size() >= 3 && arguments.size() % 2 == 1;
          default -> false;
        };
    if (ours || !choice || arguments.stream().anyMatch(ColumnSet.class::isInstance)) {
      return -1;
    }
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      if (i == operands.size()) {
        return -1; // the condition is in error itself
      }
      RexNode bound = i < operands.size() ? operands.get(i) : binder.bind(arguments.get(i));
      Boolean truth = truth(bound);
      if (truth == null) {
        return -1;
      }
      if (truth.equals(Boolean.TRUE)) {
        return i + 1;
      }
    }
    return arguments.size() - 1;
  }

  /** Whether there is an aggregate in the branch that is taken, if that was bound. */
  static boolean aggregates(List<RexNode> operands, int place) {
    return place < operands.size()
        && BindingOperators.find(operands.get(place), BindingOperators::isAggregate) != null;
  }

  /** A constant in the place of a choice that a constant makes of it, whatever the other branch. */
  static RexNode folded(Call call, List<RexNode> operands, RexNode value, RexFactory rex) {
    if (!call.name().equalsIgnoreCase("if") || operands.size() != 3) {
      return value;
    }
    Boolean truth = truth(operands.get(0));
    if (truth == null || RexFactory.constantOf(value) != null) {
      return value;
    }
    RexNode taken = operands.get(truth ? 1 : 2);
    Type type = RexFactory.typeOf(value);
    // a cast takes zeros away at the end of a FixedString, which the choice leaves there
    boolean padded =
        RexFactory.typeOf(taken).withoutNullable() instanceof FixedStringType
            && !(type.base() instanceof FixedStringType);
    return padded || RexFactory.constantOf(taken) == null ? value : rex.cast(taken, type);
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
    Boolean truth = truth(operands.get(0));
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

  /** What a condition always is; null where that is not known. */
  private static @Nullable Boolean truth(RexNode condition) {
    ConstantOperator constant = RexFactory.constantOf(condition);
    return constant == null ? null : constant.truth();
  }
}
