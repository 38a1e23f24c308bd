// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.gate;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much a user's query may take.
 *
 * @param maxTimeoutMillis what a query may ask for at most; a plan of an application may have less
 * @param memoryBytes of one query
 */
public record GateLimits(
    int maxTimeoutMillis, long resultRows, long resultBytes, long memoryBytes) {

  /** Time that a query has when it asks for none. */
  public static final int DEFAULT_TIMEOUT_MILLIS = 10_000;

  private static final int LEAST_TIMEOUT_MILLIS = 1_000;

  /** Two minutes, 10,000 rows, 10 MiB of result, 1 GB of memory. */
  public static final GateLimits DEFAULT =
      new GateLimits(120_000, 10_000, 10L << 20, 1_000_000_000L);

  /**
   * Checks the limits; 0 would mean no limit to a server, so it is none here.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  public GateLimits {
    if (maxTimeoutMillis < LEAST_TIMEOUT_MILLIS
        || resultRows < 1
        || resultBytes < 1
        || memoryBytes < 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "A gate's limits must be at least a second, a row and a byte; 0 would limit nothing");
    }
  }

  /** Settings of a query that may run for {@code timeoutMillis}. */
  Map<String, String> settings(int timeoutMillis) {
    if (timeoutMillis < LEAST_TIMEOUT_MILLIS || timeoutMillis > maxTimeoutMillis) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The timeout is "
              + timeoutMillis
              + " ms, it must be between "
              + LEAST_TIMEOUT_MILLIS
              + " and "
              + maxTimeoutMillis);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("readonly", "1");
    settings.put("allow_ddl", "0");
    settings.put("max_execution_time", Double.toString(timeoutMillis / 1000.0));
    settings.put("max_result_rows", Long.toString(resultRows));
    settings.put("max_result_bytes", Long.toString(resultBytes));
    settings.put("result_overflow_mode", "throw");
    settings.put("max_memory_usage", Long.toString(memoryBytes));
    return settings;
  }
}
