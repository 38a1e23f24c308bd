// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.expression.Expression.SetSource;

/**
 * Membership of its operands, compared as one row, in a set. The operands are of the set's types
 * already. UInt8, or Nullable(UInt8) where a key can be NULL.
 */
public final class InSetOperator extends EngineOperator {

  private final SetSource source;
  private final boolean negated;

  /**
   * @param text the set in words, different for different sets
   */
  InSetOperator(String text, SetSource source, boolean negated) {
    super((negated ? "notIn[" : "in[") + text + "]");
    this.source = source;
    this.negated = negated;
  }

  /** Rows, or the position of a sub-query in {@link RelQuery#subqueries()}. */
  public SetSource source() {
    return source;
  }

  public boolean isNegated() {
    return negated;
  }
}
