// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.Map;

/**
 * A change of rows that are there already.
 *
 * @param where ClickHouse expression text of which rows
 * @param assignments by column the ClickHouse expression text of its new value, over the old row;
 *     none to delete the rows
 * @param lightweight whether columns that a part was written without stay without values of their
 *     own: so after UPDATE and DELETE FROM, not after ALTER DELETE
 */
public record Mutation(String where, Map<String, String> assignments, boolean lightweight) {

  public Mutation {
    assignments = Map.copyOf(assignments);
  }

  public boolean deletes() {
    return assignments.isEmpty();
  }
}
