// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lower;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.plan.AsofOrder;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a join, the last of which is the one that ASOF takes the closest of.
 *
 * @param order null for a join that is not ASOF
 * @param onRight conditions over the right input alone, which hold before the closest is looked for
 */
record AsofKeys(JoinKeys keys, @Nullable AsofOrder order, List<RexNode> onRight) {

  private static final Map<String, AsofOrder> ORDERS =
      Map.of(
          "greaterOrEquals", AsofOrder.GREATER_OR_EQUALS,
          "greater", AsofOrder.GREATER,
          "lessOrEquals", AsofOrder.LESS_OR_EQUALS,
          "less", AsofOrder.LESS);

  private static final Map<AsofOrder, AsofOrder> TURNED =
      Map.of(
          AsofOrder.GREATER_OR_EQUALS, AsofOrder.LESS_OR_EQUALS,
          AsofOrder.GREATER, AsofOrder.LESS,
          AsofOrder.LESS_OR_EQUALS, AsofOrder.GREATER_OR_EQUALS,
          AsofOrder.LESS, AsofOrder.GREATER);

  AsofKeys(JoinKeys keys) {
    this(keys, null, List.of());
  }

  static AsofKeys of(JoinKeys keys, int leftWidth, RexFactory rex) {
    JoinKeys all =
        new JoinKeys(
            new ArrayList<>(keys.left()), new ArrayList<>(keys.right()), new ArrayList<>());
    List<RexNode> onRight = new ArrayList<>();
    AsofOrder order = null;
    for (RexNode part : keys.residual()) {
      ImmutableBitSet used = RelOptUtil.InputFinder.bits(part);
      RexNode value = RexFactory.truthOf(part);
      if (used.length() <= leftWidth) {
        all.residual().add(part);
      } else if (used.nextSetBit(0) >= leftWidth) {
        onRight.add(RexUtil.shift(part, -leftWidth));
      } else {
        AsofOrder found = orderOf(value);
        if (found == null || order != null) {
          throw invalid("ASOF join does not support multiple inequality predicates in JOIN ON");
        }
        order = add(all, (RexCall) value, found, leftWidth, rex);
      }
    }
    check(keys, all, order);
    return new AsofKeys(all, order, onRight);
  }

  private static @Nullable AsofOrder orderOf(@Nullable RexNode value) {
    return value instanceof RexCall call && call.getOperator() instanceof FunctionOperator function
        ? ORDERS.get(function.getName())
        : null;
  }

  private static @Nullable AsofOrder add(
      JoinKeys all, @Nullable RexCall comparison, AsofOrder order, int leftWidth, RexFactory rex) {
    if (comparison == null || !all.add(comparison, leftWidth, rex)) {
      throw invalid("ASOF join does not support an inequality over both sides at once");
    }
    RexNode first = comparison.getOperands().get(0);
    boolean turned = RelOptUtil.InputFinder.bits(first).nextSetBit(0) >= leftWidth;
    return turned ? TURNED.get(order) : order;
  }

  private static void check(JoinKeys keys, JoinKeys all, @Nullable AsofOrder order) {
    if (order == null) {
      throw invalid("ASOF join requires one inequality predicate in JOIN ON expression");
    }
    if (keys.left().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "ASOF join with hash algorithm needs at least one equi-join column");
    }
    Type type = RexFactory.typeOf(all.left().get(all.left().size() - 1)).base();
    boolean comparable =
        type instanceof IntegerType
            || type instanceof FloatType
            || type instanceof DecimalType
            || type instanceof DateType
            || type instanceof DateTimeType
            || type instanceof DateTime64Type
            || type instanceof TimeType;
    if (type instanceof FloatType.Brain) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "ASOF join by BFloat16 is not supported; cast it to Float32");
    }
    if (!comparable) {
      throw new TwinhouseException(
          ErrorCode.BAD_TYPE_OF_FIELD, "ASOF join not supported for type: " + type.name());
    }
  }

  private static TwinhouseException invalid(String message) {
    return new TwinhouseException(ErrorCode.INVALID_JOIN_ON_EXPRESSION, message);
  }
}
