// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lower;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A join condition taken apart: pairs of expressions that must be equal, of the same type, and the
 * rest.
 *
 * @param left over the left input
 * @param right over the right input, counted from its own first column
 * @param residual conditions over both rows
 */
record JoinKeys(List<RexNode> left, List<RexNode> right, List<RexNode> residual) {

  private static final String NULL_SAFE = "isNotDistinctFrom";

  static JoinKeys of(RexNode condition, int leftWidth, RexFactory rex) {
    JoinKeys keys = new JoinKeys(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (RexNode part : RexFactory.conjuncts(condition)) {
      RexCall equality = equality(RexFactory.truthOf(part));
      if (equality == null || !keys.add(equality, leftWidth, rex)) {
        keys.residual.add(part);
      }
    }
    return keys;
  }

  /** The alternatives of an OR, or the condition itself. */
  static List<RexNode> alternatives(RexNode condition) {
    RexNode value = RexFactory.truthOf(condition);
    List<RexNode> found = new ArrayList<>();
    collect("or", value == null ? condition : value, found);
    return found;
  }

  private static void collect(String operator, RexNode value, List<RexNode> found) {
    if (isCall(value, operator)) {
      ((RexCall) value).getOperands().forEach(operand -> collect(operator, operand, found));
    } else {
      found.add(value);
    }
  }

  /** Whether a value, taken as a condition, asks for something left to equal something right. */
  static boolean hasKeys(RexNode value, int leftWidth, RexFactory rex) {
    List<RexNode> parts = new ArrayList<>();
    collect("and", value, parts);
    JoinKeys keys = new JoinKeys(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    return parts.stream()
        .map(JoinKeys::equality)
        .anyMatch(part -> part != null && keys.add(part, leftWidth, rex));
  }

  private static boolean isCall(@Nullable RexNode value, String name) {
    return value instanceof RexCall call
        && call.getOperator() instanceof FunctionOperator function
        && function.getName().equals(name);
  }

  private static @Nullable RexCall equality(@Nullable RexNode value) {
    boolean equal = isCall(value, "equals") || isCall(value, NULL_SAFE);
    return equal ? (RexCall) value : null;
  }

  /** Adds the sides of a comparison as pairs of keys, if each is over one input. */
  boolean add(RexCall equality, int leftWidth, RexFactory rex) {
    RexNode first = equality.getOperands().get(0);
    RexNode second = equality.getOperands().get(1);
    if (isLeft(second, leftWidth) && isRight(first, leftWidth)) {
      RexNode swapped = first;
      first = second;
      second = swapped;
    }
    if (!isLeft(first, leftWidth) || !isRight(second, leftWidth)) {
      return false;
    }
    Type firstType = RexFactory.typeOf(first);
    Type secondType = RexFactory.typeOf(second);
    if (!firstType.base().equals(secondType.base())) {
      if (!haveCommonType(firstType.base(), secondType.base())) {
        return false;
      }
      Type least =
          CarriedZones.dropped(LeastSupertype.of(List.of(firstType.base(), secondType.base())));
      // A Bool would take all numbers but zero for one.
      Type common = least instanceof BoolType ? IntegerType.UINT8 : least;
      first = rex.cast(first, firstType.isNullable() ? common.toNullable() : common);
      second = rex.cast(second, secondType.isNullable() ? common.toNullable() : common);
    }
    boolean nullable = firstType.isNullable() || secondType.isNullable();
    if (nullable && equality.getOperator().getName().equals(NULL_SAFE)) {
      addNullSafe(first, RexUtil.shift(second, -leftWidth), rex);
    } else {
      left.add(first);
      right.add(RexUtil.shift(second, -leftWidth));
    }
    return true;
  }

  /** NULLs meet each other: keys are whether there is a value, and the value or a default. */
  private void addNullSafe(RexNode first, RexNode second, RexFactory rex) {
    for (boolean ofLeft : new boolean[] {true, false}) {
      RexNode value = ofLeft ? first : second;
      List<RexNode> keys = ofLeft ? left : right;
      keys.add(rex.call("isNull", value));
      RexNode present = rex.call("assumeNotNull", value);
      RexNode lacking = rex.call("defaultValueOfArgumentType", present);
      keys.add(rex.call("ifNull", value, lacking));
    }
  }

  /** What WHERE compares may have none: then no key is made of it, but it can be compared. */
  private static boolean haveCommonType(Type a, Type b) {
    try {
      LeastSupertype.of(List.of(a, b));
      return true;
    } catch (TwinhouseException e) {
      return false;
    }
  }

  private static boolean isLeft(RexNode node, int leftWidth) {
    ImmutableBitSet used = RelOptUtil.InputFinder.bits(node);
    return !used.isEmpty() && used.length() <= leftWidth;
  }

  private static boolean isRight(RexNode node, int leftWidth) {
    ImmutableBitSet used = RelOptUtil.InputFinder.bits(node);
    return !used.isEmpty() && used.nextSetBit(0) >= leftWidth;
  }
}
