// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of rows that are there already.
 *
 * @param where ClickHouse expression text of which rows
 * @param assignments by column the ClickHouse expression text of its new value, over the old row;
 *     none to delete the rows
 * @param lightweight whether columns that a part was written without stay without values of their
 *     own: so after UPDATE and DELETE FROM, not after ALTER DELETE
 * @param partition the only parts that are looked at; null for all
 * @param materializes whether the values are those that the columns' own definitions give, which
 *     MATERIALIZED columns may take too
 */
public record Mutation(
    String where,
    Map<String, String> assignments,
    boolean lightweight,
    @Nullable PartitionChoice partition,
    boolean materializes) {

  /**
   * A command that has been carried out, for system tables.
   *
   * @param number of the mutation, counted with the inserts of the table
   * @param createdSeconds since 1970
   * @param command as the server prints it
   */
  public record Done(long number, long createdSeconds, String command) {

    /** The name of the mutation. */
    public String id() {
      return "mutation_" + number + ".txt";
    }
  }

  public Mutation {
    assignments = Map.copyOf(assignments);
  }

  /** A change of rows in any part. */
  public static Mutation everywhere(
      String where, Map<String, String> assignments, boolean lightweight) {
    return new Mutation(where, assignments, lightweight, null, false);
  }

  /**
   * Writes down in all rows what a column's definition gives.
   *
   * @param value ClickHouse expression text of it, over the old row
   */
  public static Mutation materialize(
      String column, String value, @Nullable PartitionChoice partition) {
    return new Mutation("1", Map.of(column, value), true, partition, true);
  }

  public boolean deletes() {
    return assignments.isEmpty();
  }
}
