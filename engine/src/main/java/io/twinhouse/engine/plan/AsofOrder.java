// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

/**
 * How the last key of a left row must stand to that of its partner, the closest of which counts.
 */
public enum AsofOrder {
  GREATER_OR_EQUALS,
  GREATER,
  LESS_OR_EQUALS,
  LESS;

  /** Whether the partner's key is the largest one possible, not the smallest. */
  public boolean isBackward() {
    return this == GREATER_OR_EQUALS || this == GREATER;
  }

  /** Whether equal keys are partners. */
  public boolean allowsEqual() {
    return this == GREATER_OR_EQUALS || this == LESS_OR_EQUALS;
  }
}
