// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/** An aggregate whose last suffix is -Array, or -State behind that. */
record OfElements(BoundAggregate nested) implements BoundAggregate {

  @Override
  public Type returnType() {
    return nested.returnType();
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return nested.newAccumulator(memory);
  }

  @Override
  public boolean isOfElements() {
    return true;
  }
}
