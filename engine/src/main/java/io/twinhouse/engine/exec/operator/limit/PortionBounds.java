// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.limit;

import io.twinhouse.engine.plan.RowCount;

/**
 * Which rows a LIMIT with an OFFSET means, once all are known and before.
 *
 * @param offset rows at the start, or those at the end if it counts from there
 * @param limit of what the offset leaves
 */
record PortionBounds(RowCount offset, RowCount limit) {

  /** The first row of the result among {@code total} rows; with more rows it is no earlier. */
  long start(long total) {
    if (offset instanceof RowCount.Share share) {
      return share.of(total);
    }
    long skipped = offset instanceof RowCount.First first ? Math.min(first.rows(), total) : 0;
    return limit instanceof RowCount.Last last
        ? Math.max(skipped, reach(total) - last.rows())
        : skipped;
  }

  /** The row behind the last one of the result among {@code total} rows. */
  long end(long total) {
    long reach = reach(total);
    if (limit instanceof RowCount.Share share) {
      return Math.min(reach, start(total) + share.of(total));
    }
    long left = reach - start(total);
    return limit instanceof RowCount.First first && first.rows() < left
        ? start(total) + first.rows()
        : reach;
  }

  /** Where the rows end that an offset from the end leaves. */
  private long reach(long total) {
    return offset instanceof RowCount.Last last ? Math.max(0, total - last.rows()) : total;
  }

  /** A row up to which all rows from the start on are in the result, when {@code rows} came. */
  long sureEnd(long rows) {
    boolean startIsKnown = offset.isKnown() || limit.equals(RowCount.ALL);
    boolean fixed = startIsKnown && !(limit instanceof RowCount.Last);
    return fixed && !(offset instanceof RowCount.Share) ? end(rows) : 0;
  }
}
