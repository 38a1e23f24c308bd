// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** min or max of a type. */
record Extremes(Type returnType, boolean largest) implements BoundAggregate {

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return new Extreme(returnType, Chooser.of(returnType, largest, memory), memory);
  }

  /** Not of floats: whether NaN stays depends on what came before. */
  @Override
  public boolean ignoresOrder() {
    return returnType.lane() == Lane.LONG || returnType.lane() == Lane.BYTES;
  }

  /**
   * In UTC days begin at the same tick each; elsewhere clocks are turned back, over midnight too.
   */
  @Override
  public BoundAggregate toTheDay() {
    return returnType instanceof DateTime64Type time && "UTC".equals(time.zone())
        ? States.inAnyOrder(time, memory -> new DayExtreme(time, largest, memory))
        : this;
  }
}
