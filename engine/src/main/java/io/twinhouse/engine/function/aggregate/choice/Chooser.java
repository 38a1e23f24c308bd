// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/** The smallest or largest value of each group; among equal ones the first met stays. */
interface Chooser {

  /** For values of {@code type}, not Nullable. */
  static Chooser of(Type type, boolean largest, Reservation memory) {
    Type base = type.base();
    return switch (base.lane()) {
      case LONG -> new LongChooser(base, largest, memory);
      case DOUBLE -> new DoubleChooser(largest, memory);
      case BYTES -> new BytesChooser(base, largest, memory);
      default ->
          !largest && ChoiceAggregates.holdsNulls(base)
              ? new LeastChooser(base, memory)
              : new ValueChooser(base, largest, memory);
    };
  }

  /** Whether values are ordered as unsigned words. */
  static boolean isUnsignedWord(Type base) {
    return base.equals(IntegerType.UINT64);
  }

  void resize(int groups);

  /**
   * Takes in rows {@code [0, rows)}.
   *
   * @param winners receives the rows that were better than all before them in their group, in order
   * @return how many won
   */
  int choose(Column column, int[] groups, int rows, int[] winners);

  /** States which partition the next rows are of: of equal values the lowest one's stays. */
  default void turnTo(int partition) {}

  /** Takes in the best of another's group; true if it is the best here now. */
  boolean take(Chooser other, int otherGroup, int group);

  /** The best of groups {@code [from, from + count)}, the type's default where none was met. */
  Column results(int from, int count);

  /** Whether a group has met a value. */
  boolean isSeen(int group);
}
