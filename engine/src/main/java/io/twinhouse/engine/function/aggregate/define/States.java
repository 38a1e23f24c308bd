// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.define;

import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/**
 * A bound aggregate made of its parts.
 *
 * @param ignoresOrder as {@link BoundAggregate#ignoresOrder}
 */
public record States(Type returnType, Maker maker, boolean ignoresOrder) implements BoundAggregate {

  /** Makes the states of one hash table. */
  @FunctionalInterface
  public interface Maker {
    Accumulator make(Reservation memory);
  }

  public static States of(Type returnType, Maker maker) {
    return new States(returnType, maker, false);
  }

  /** An aggregate to whose states the order of rows does not matter. */
  public static States inAnyOrder(Type returnType, Maker maker) {
    return new States(returnType, maker, true);
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return maker.make(memory);
  }
}
