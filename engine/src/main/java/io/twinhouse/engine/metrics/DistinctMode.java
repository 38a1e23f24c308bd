// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

/** How a metric counts distinct strings. */
public enum DistinctMode {
  /** The strings themselves. */
  EXACT,
  /**
   * Their 64-bit sipHash64: less memory, and the same number unless two of n strings collide, whose
   * chance is n^2 / 2^65.
   */
  HASHED
}
