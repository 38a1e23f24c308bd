// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

/**
 * How rows come to their group. It shows where the order of work does: in the last digits of sums
 * of floats and in which of equal rows is chosen, for both of which ClickHouse works through a
 * whole table in other loops than through the rows of a group.
 */
public enum RowPass {
  /** One by one, as under GROUP BY. */
  EACH,

  /** All rows of a table into its one group. */
  TABLE,

  /** Some rows of a table, one behind the other, into its one group: those of a frame. */
  PART,

  /** Those rows of a table into its one group that a condition or a NULL does not leave out. */
  CHOSEN,

  /** All rows of a table into groups that a key of one byte tells apart. */
  FOURS;

  /** Whether all rows go to the one group of a table. */
  public boolean isWhole() {
    return this == TABLE || this == PART || this == CHOSEN;
  }

  /** The pass over what is left when rows are left out. */
  public RowPass chosen() {
    return this == TABLE || this == PART ? CHOSEN : this;
  }
}
