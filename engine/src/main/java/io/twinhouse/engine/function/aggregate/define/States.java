// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.define;

import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** A bound aggregate made of its parts. */
public record States(Type returnType, Maker maker) implements BoundAggregate {

  /** Makes the states of one hash table. */
  @FunctionalInterface
  public interface Maker {
    Accumulator make(Reservation memory);
  }

  public static States of(Type returnType, Maker maker) {
    return new States(returnType, maker);
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return maker.make(memory);
  }
}
