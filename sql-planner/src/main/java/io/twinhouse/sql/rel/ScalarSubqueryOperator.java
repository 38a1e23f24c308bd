// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

/** The value of a sub-query of at most one row; no operands. */
public final class ScalarSubqueryOperator extends EngineOperator {

  private final int subquery;

  ScalarSubqueryOperator(int subquery) {
    super("scalar[" + subquery + "]");
    this.subquery = subquery;
  }

  /** Position in {@link RelQuery#subqueries()}. */
  public int subquery() {
    return subquery;
  }
}
