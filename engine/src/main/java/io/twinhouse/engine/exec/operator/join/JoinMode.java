// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.join;

import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.PlanNode;

/**
 * What becomes of the pairs that fulfil a join's condition, and of rows without one.
 *
 * @param oncePerLeft a left row yields at most one pair
 * @param oncePerKey besides, a key yields at most one pair
 * @param oncePerRight a right row yields at most one pair
 * @param pairs whether pairs are yielded at all
 * @param loneLeft whether left rows without a pair are yielded
 * @param loneRight whether right rows without a pair are yielded
 */
record JoinMode(
    boolean oncePerLeft,
    boolean oncePerKey,
    boolean oncePerRight,
    boolean pairs,
    boolean loneLeft,
    boolean loneRight) {

  static JoinMode of(PlanNode.Join node) {
    boolean right = node.kind() == JoinKind.RIGHT;
    boolean full = node.kind() == JoinKind.FULL;
    boolean left = node.kind() == JoinKind.LEFT;
    JoinStrictness strictness = node.strictness();
    boolean any = strictness == JoinStrictness.ANY;
    boolean semi = strictness == JoinStrictness.SEMI;
    boolean anti = strictness == JoinStrictness.ANTI;
    boolean single = any || semi || anti || strictness == JoinStrictness.ASOF;
    return new JoinMode(
        single && !right,
        any && node.kind() == JoinKind.INNER,
        single && right,
        !anti,
        (left && !semi) || full || (anti && !right),
        (right && !semi) || full);
  }

  /** Whether what one left row yields depends on left rows before it. */
  boolean isSequential() {
    return oncePerKey || oncePerRight || loneRight;
  }

  /** Whether the first right row of a key decides all about a left row. */
  boolean needsOnlyFirst() {
    return oncePerLeft;
  }
}
