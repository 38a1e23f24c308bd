// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import java.util.List;

/**
 * Figures of one query.
 *
 * @param peakMemoryBytes the most bytes the query held at once
 * @param repeatablePeak whether the same run reports the same peak again
 * @param writtenRows rows inserted
 * @param rowsBeforeLimit rows there would be without LIMIT, as far as the query met them; -1 if
 *     there is no LIMIT, or a remote house ran the query
 * @param operators peak by operator, in plan order; empty when a remote house ran the query
 */
public record QueryStatistics(
    long readRows,
    long readBytes,
    long writtenRows,
    long resultRows,
    long elapsedNanos,
    long peakMemoryBytes,
    boolean repeatablePeak,
    long readGranules,
    long rowsBeforeLimit,
    List<OperatorFigures> operators) {

  public QueryStatistics {
    operators = List.copyOf(operators);
  }

  /**
   * Figures of one operator.
   *
   * @param depth of the operator in the plan, 0 for the root
   */
  public record OperatorFigures(String operator, int depth, long rows, long peakMemoryBytes) {}
}
