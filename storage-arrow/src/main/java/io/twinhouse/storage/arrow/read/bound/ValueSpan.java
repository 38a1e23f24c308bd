// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read.bound;

/**
 * Where the values of one column in one granule stand in an order: between two places, as numbers
 * that order like the values do. NULL and NaN stand nowhere.
 *
 * @param present rows that are sure to have a value
 * @param first place before which none of the values is
 * @param last place behind which none of the values is
 */
public record ValueSpan(int present, long first, long last) {

  /** Nothing is known. */
  public static final ValueSpan UNKNOWN = new ValueSpan(0, Long.MIN_VALUE, Long.MAX_VALUE);

  /** There is no value. */
  public static final ValueSpan EMPTY = new ValueSpan(0, Long.MAX_VALUE, Long.MAX_VALUE);

  /** In the opposite order. */
  public ValueSpan reversed() {
    return this == UNKNOWN || this == EMPTY ? this : new ValueSpan(present, ~last, ~first);
  }
}
