// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * Keys that ON compares must have a common type. The same comparison in WHERE is but a comparison
 * of values: once a rule has moved it into the join, the two can not be told apart any more.
 */
final class KeyTypes {

  private static final Set<String> EQUAL = Set.of("equals");

  /** What the keys of ASOF are compared by, the one that it takes the closest of included. */
  private static final Set<String> CLOSEST =
      Set.of("equals", "less", "lessOrEquals", "greater", "greaterOrEquals");

  private KeyTypes() {}

  /**
   * Checks what ON says of columns of both sides.
   *
   * @param asof whether a key that is closest is looked for, too
   * @throws io.twinhouse.engine.error.TwinhouseException NO_COMMON_TYPE
   */
  static void require(RexNode condition, int leftWidth, boolean asof) {
    Set<String> comparisons = asof ? CLOSEST : EQUAL;
    for (RexNode part : RexFactory.conjuncts(condition)) {
      RexNode value = RexFactory.truthOf(part);
      if (value instanceof RexCall call && comparisons.contains(call.getOperator().getName())) {
        List<RexNode> sides = call.getOperands();
        boolean keys =
            isLeft(sides.get(0), leftWidth) && isRight(sides.get(1), leftWidth)
                || isRight(sides.get(0), leftWidth) && isLeft(sides.get(1), leftWidth);
        if (keys) {
          LeastSupertype.of(sides.stream().map(side -> RexFactory.typeOf(side).base()).toList());
        }
      }
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
