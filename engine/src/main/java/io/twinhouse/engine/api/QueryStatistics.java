// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import java.util.List;

/**
 * Figures of one query.
 *
 * @param peakMemoryBytes the most bytes the query held at once
 * @param repeatablePeak whether the same run reports the same peak again
 * @param rowsToRead rows read from tables and the like; those that an INSERT took in as data, or
 *     that views read of it, are not among them
 * @param writtenRows rows inserted, those that materialized views wrote among them
 * @param writtenBytes what the server would count for them
 * @param resultBytes what the server would count for the rows of the result
 * @param rowsBeforeLimit rows there would be without LIMIT, as far as the query met them; -1 if
 *     there is no LIMIT, or a remote house ran the query
 * @param operators peak by operator, in plan order; empty when a remote house ran the query
 */
public record QueryStatistics(
    long readRows,
    long readBytes,
    long rowsToRead,
    long writtenRows,
    long writtenBytes,
    long resultRows,
    long resultBytes,
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
