// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/**
 * The smallest of values with NULL inside them. In one block the server takes NULL for the largest,
 * between blocks for the smallest, so that its answer may hang on how rows are split: it is given
 * where both orders have the same smallest value, and refused elsewhere.
 */
final class LeastChooser implements Chooser {

  private final ValueChooser nullsLast;
  private final ValueChooser nullsFirst;
  private final ValueOrder order;

  LeastChooser(Type base, Reservation memory) {
    nullsLast = new ValueChooser(base, false, memory);
    nullsFirst = ValueChooser.leastWithNullsFirst(base, memory);
    order = ValueOrder.of(base);
  }

  @Override
  public void resize(int groups) {
    nullsLast.resize(groups);
    nullsFirst.resize(groups);
  }

  @Override
  public int choose(Column column, int[] groups, int rows, int[] winners) {
    nullsFirst.choose(column, groups, rows, winners);
    return nullsLast.choose(column, groups, rows, winners);
  }

  @Override
  public boolean take(Chooser other, int otherGroup, int group) {
    LeastChooser states = (LeastChooser) other;
    nullsFirst.take(states.nullsFirst, otherGroup, group);
    return nullsLast.take(states.nullsLast, otherGroup, group);
  }

  @Override
  public Column results(int from, int count) {
    Column last = nullsLast.results(from, count);
    Column first = nullsFirst.results(from, count);
    for (int i = 0; i < count; i++) {
      if (order.compare(last, i, first, i) != 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "The smallest of values with NULL within is not implemented where NULL decides; filter"
                + " the values by it");
      }
    }
    return last;
  }

  @Override
  public boolean isSeen(int group) {
    return nullsLast.isSeen(group);
  }
}
