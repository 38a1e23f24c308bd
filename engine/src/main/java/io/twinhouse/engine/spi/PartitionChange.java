// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import org.jspecify.annotations.Nullable;

/**
 * What ALTER does to whole parts of a table.
 *
 * @param which the parts
 * @param other the table they come from or go to; null where the change needs none
 * @param name the column that is cleared, or the copy that is frozen; null for other changes, and
 *     for a copy that gets a name of its own
 */
public record PartitionChange(
    Kind kind, PartitionChoice which, @Nullable TableName other, @Nullable String name) {

  /** What is done. */
  public enum Kind {
    DROP,
    /** Puts parts aside: they stay with the table, unread. */
    DETACH,
    /** Takes back what was put aside. */
    ATTACH,
    DROP_DETACHED,
    /** Adds copies of another table's parts. */
    COPY,
    /** As {@link #COPY}, in place of the parts that are there. */
    REPLACE,
    MOVE,
    /** Copies parts to where the house keeps such copies. */
    FREEZE,
    /** Removes what {@link #FREEZE} has copied. */
    UNFREEZE,
    /** Lets a column begin anew with its default. */
    CLEAR_COLUMN
  }

  /** A change that is about this table alone. */
  public static PartitionChange of(Kind kind, PartitionChoice which) {
    return new PartitionChange(kind, which, null, null);
  }

  /** A change that is about two tables. */
  public static PartitionChange with(Kind kind, PartitionChoice which, TableName other) {
    return new PartitionChange(kind, which, other, null);
  }
}
