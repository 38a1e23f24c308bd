// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.aggregate;

import org.jspecify.annotations.Nullable;

/** The finished groups of an aggregation, table by table. */
interface GroupTables {

  /** The next table, or null behind the last; the one before is not used any more. */
  @Nullable Part next();

  /**
   * Some groups of a grouping set.
   *
   * @param set the grouping set's position
   */
  record Part(int set, GroupTable table) {}
}
