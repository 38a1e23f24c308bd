// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

/** How many partners a row may have. */
public enum JoinStrictness {
  /** Every pair. */
  ALL,
  /** At most one partner, the first met. */
  ANY,
  /** Rows with a partner, once, without the partner's columns filled by defaults. */
  SEMI,
  /** Rows without a partner. */
  ANTI,
  /** The closest partner by the last key. */
  ASOF
}
