// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.spi.Table;

/**
 * Leaves out of the numbers and primes that a plan makes those that the condition above them would
 * not let through, so that a condition on the endless ones comes to an end, as on the server.
 */
public final class NarrowedReads {

  private NarrowedReads() {}

  /** {@code input}, perhaps with fewer rows, none of which passes {@code condition}. */
  public static PlanNode of(PlanNode input, Expression condition) {
    if (!(input instanceof PlanNode.Scan scan) || scan.reads().size() != 1) {
      return input;
    }
    Table table = scan.table();
    if (table instanceof NumbersTable numbers && numbers.isAscending()) {
      return of(scan, numbers.within(NumberRanges.of(condition)));
    }
    if (table instanceof PrimesTable primes && primes.isWhole()) {
      return of(scan, primes.within(NumberRanges.of(condition)));
    }
    return input;
  }

  private static PlanNode of(PlanNode.Scan scan, Table narrowed) {
    return new PlanNode.Scan(
        narrowed,
        scan.alias(),
        scan.reads(),
        scan.filter(),
        scan.output(),
        scan.finalRead(),
        scan.schema());
  }
}
