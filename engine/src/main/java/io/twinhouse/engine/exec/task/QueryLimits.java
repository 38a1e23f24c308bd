// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

/**
 * What a query may use.
 *
 * @param threads partitions that may run side by side
 * @param executionNanos 0 for no limit
 * @param timeoutBreaks whether reaching it ends the query with the rows so far
 * @param reading what scans may touch
 * @param states of operators
 */
public record QueryLimits(
    int threads,
    long executionNanos,
    boolean timeoutBreaks,
    SizeLimit reading,
    StateLimits states) {

  public static final QueryLimits NONE =
      new QueryLimits(1, 0, false, SizeLimit.NONE, StateLimits.NONE);

  public QueryLimits withThreads(int count) {
    return new QueryLimits(count, executionNanos, timeoutBreaks, reading, states);
  }
}
