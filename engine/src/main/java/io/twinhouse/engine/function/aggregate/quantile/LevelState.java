// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/**
 * The state of a group that answers one level after the other.
 *
 * @param <S> the implementing class itself
 */
abstract class LevelState<S extends GroupObject<S>> implements GroupObject<S> {

  private final Levels levels;
  private final boolean whole;

  LevelState(Levels levels, Type single) {
    this.levels = levels;
    whole = single.lane() == Lane.LONG;
  }

  /** The value at a level; NaN over nothing. */
  abstract double quantile(double level);

  @Override
  public void result(ColumnBuilder out) {
    ColumnBuilder values = levels.several() ? out.elements() : out;
    for (double level : levels.values()) {
      double value = quantile(level);
      if (whole) {
        values.appendLong((long) value);
      } else {
        values.appendDouble(value);
      }
    }
    if (levels.several()) {
      out.endRow();
    }
  }
}
