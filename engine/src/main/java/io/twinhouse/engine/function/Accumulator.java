// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;

/**
 * The states of one aggregate function for all groups of one hash table, kept column-wise: groups
 * are numbered densely from 0. One thread at a time.
 */
public interface Accumulator {

  /** Makes room for groups {@code [0, groups)}; new ones are empty. Never shrinks. */
  void resize(int groups);

  /**
   * Adds rows {@code [0, rows)} of the arguments, row i to group {@code groups[i]}; a row of a
   * negative group is left out.
   *
   * @param arguments columns of at least {@code rows} rows, possibly constant or
   *     dictionary-encoded; values to be kept are copied
   */
  void add(Column[] arguments, int[] groups, int rows);

  /** As {@link #add}, for those to whom the pass over the rows makes a difference. */
  default void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    add(arguments, groups, rows);
  }

  /**
   * States which partition of the rows the next ones are of, where partitions share the states:
   * among rows that are equally good the one of the lowest partition is kept, then the first. What
   * is held a row is held for a full batch from then on, whichever batch comes first.
   */
  default void turnTo(int partition) {}

  /**
   * Adds the states of {@code other} (made by the same {@link BoundAggregate}): its group i to
   * group {@code target[i]} here. {@code other} is not used afterwards.
   */
  void merge(Accumulator other, int[] target, int groups);

  /** Results of groups {@code [from, from + count)}; does not change the states. */
  Column results(int from, int count);

  /**
   * Appends the state of one group to {@code out} as bytes (one open row), for spill and -State.
   * The bytes are those of ClickHouse and tell their own length: {@link #mergeState} reads exactly
   * what this wrote, so that states may stand one behind the other.
   */
  void writeState(int group, BytesBuffer out);

  /** Adds a state written by {@link #writeState} to {@code group}. */
  void mergeState(int group, StateReader in);

  /**
   * Bytes that a group's state takes at most, however many rows come, as far as is known from those
   * so far; {@link Long#MAX_VALUE} where nothing bounds it. For estimates.
   */
  default long mostBytesPerGroup() {
    return Long.MAX_VALUE;
  }

  /** Adds the state that fills {@code length} bytes to {@code group}. */
  default void mergeState(int group, byte[] data, int offset, int length) {
    mergeState(group, new StateReader(data, offset, length));
  }
}
