// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

/**
 * Keep one key in {@code oneIn}, the same keys on every scan, and scale the counts.
 *
 * @param key column whose cityHash64 decides; every scan that has it is sampled
 * @param oneIn 1 is exact
 */
public record MetricSample(String key, int oneIn) {

  /**
   * The expected relative standard error of a count that has {@code count} of the keys: sqrt((oneIn
   * - 1) / count).
   */
  public double expectedError(long count) {
    return count == 0 ? 0 : Math.sqrt((oneIn - 1) / (double) count);
  }
}
