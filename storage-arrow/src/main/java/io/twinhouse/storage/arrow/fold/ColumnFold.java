// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;

/** How the values of one column in rows of one key become one value. Thread-safe. */
interface ColumnFold {

  /**
   * One value for each group.
   *
   * @param values rows in the order they are to be added
   * @param groups the group of each row, ascending from 0
   * @param memory where states are reserved
   */
  Column fold(Column values, int[] groups, int groupCount, Reservation memory);

  /** Whether a row whose values are all nothing goes if this column says nothing either. */
  boolean mayVanish();
}
