// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** An aggregate function for given argument types. Stateless and thread-safe. */
public interface BoundAggregate {

  Type returnType();

  /**
   * Whether a result over no rows is NULL-able in the empty-group sense of ClickHouse is part of
   * {@link #returnType()}; this makes the states.
   *
   * @param memory every byte of state is reserved here before it is allocated; closed by the owner
   */
  Accumulator newAccumulator(Reservation memory);

  /**
   * A function that does for those who ask a result for its day (UTC) alone; its states are smaller
   * where it is another one.
   */
  default BoundAggregate toTheDay() {
    return this;
  }

  /**
   * A function that does for those to whom it does not show in which order the elements of an array
   * come; another one where its states are smaller or themselves ignore the order of rows.
   */
  default BoundAggregate toUnordered() {
    return this;
  }

  /**
   * Whether states are the same in whatever order rows come, so that partitions may put theirs into
   * one table as they arrive.
   */
  default boolean ignoresOrder() {
    return false;
  }

  /** Whether rows of groups that a byte tells apart are to come as {@link RowPass#FOURS}. */
  default boolean isFourfold() {
    return false;
  }

  /**
   * Whether arrays are taken apart before rows come to states: the server does without {@link
   * RowPass#FOURS} then, for all functions that are asked of the same groups.
   */
  default boolean isOfElements() {
    return false;
  }
}
