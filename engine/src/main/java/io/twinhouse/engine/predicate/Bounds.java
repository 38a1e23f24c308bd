// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

/** What is known of the values of a piece of data (a part, a granule). */
public interface Bounds {

  /** Whether column {@code input} may hold a value, not NULL, in {@code ranges}. */
  boolean mayHold(int input, Ranges ranges);

  /** Whether column {@code input} may hold NULL. */
  boolean mayHoldNull(int input);

  /** Whether column {@code input} may hold anything but NULL. */
  boolean mayHoldValue(int input);
}
