// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;

/** The value of a sub-query of at most one row; no operands. */
public final class ScalarSubqueryOperator extends EngineOperator {

  /** What the sub-query's row is as a value. */
  public enum Form {
    /** Its one column. */
    VALUE,
    /** Its one column, a tuple: Nullable(Tuple) to the server, of which elements can be read. */
    TUPLE,
    /** A tuple of its columns. */
    ROW
  }

  private final int subquery;
  private final Form form;

  ScalarSubqueryOperator(int subquery, Form form) {
    super("scalar[" + subquery + "]");
    this.subquery = subquery;
    this.form = form;
  }

  public Form form() {
    return form;
  }

  /** Whether {@code node} is a tuple that may be NULL as a whole. */
  public static boolean isNullableTuple(RexNode node) {
    return node instanceof RexCall call
        && call.getOperator() instanceof ScalarSubqueryOperator scalar
        && scalar.form == Form.TUPLE;
  }

  /** Position in {@link RelQuery#subqueries()}. */
  public int subquery() {
    return subquery;
  }
}
