// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.plan;

/** How many rows a LIMIT or an OFFSET means. */
public sealed interface RowCount {

  /** No row to pass over. */
  RowCount NONE = new First(0);

  /** All rows. */
  RowCount ALL = new First(Long.MAX_VALUE);

  /** The first {@code rows}. */
  record First(long rows) implements RowCount {}

  /** The last {@code rows}: a number below zero in SQL. */
  record Last(long rows) implements RowCount {}

  /**
   * A part of all rows, rounded up.
   *
   * @param share above 0 and below 1
   */
  record Share(double share) implements RowCount {

    /** The rows that it means of {@code total}. */
    public long of(long total) {
      return (long) Math.ceil(total * share);
    }
  }

  /** Whether it is known before the last row has come. */
  default boolean isKnown() {
    return this instanceof First;
  }
}
