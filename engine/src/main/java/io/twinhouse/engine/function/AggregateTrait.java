// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

/**
 * What the engine may ask of an aggregate function beyond its call; said where it is registered.
 */
public enum AggregateTrait {
  /** The result over NULLs alone is the one over no rows (count, uniqExact, ...) and not NULL. */
  DEFAULT_OVER_NULLS,
  /** As {@link #DEFAULT_OVER_NULLS}, in states without a flag of it; the literal NULL is NULL. */
  PLAIN_OVER_NULLS,
  /** The literal NULL is counted to zero; to all other functions it is NULL. */
  ZERO_OF_NULL,
  /** The result is one of the arguments and keeps the very type of it. */
  CHOOSES,
  /** A state is no larger for more rows. */
  FIXED_STATE,
  /**
   * The entries of a state stand in the order of the server's hash tables, or in any: states say
   * the same, but byte for byte they may differ.
   */
  UNORDERED_STATE,
  /**
   * An answer takes away from what a state knows, so that one which grows from row to row ends up
   * elsewhere than one that is asked once: frames of windows are refused but whole partitions.
   */
  WORN_BY_ANSWERS,
  /**
   * Over windows the server keeps other states than elsewhere, whose sums end in other digits:
   * refused there.
   */
  OTHER_IN_WINDOWS
}
