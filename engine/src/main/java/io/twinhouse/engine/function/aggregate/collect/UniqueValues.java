// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/**
 * groupUniqArray of a type.
 *
 * @param type of the values
 * @param most how many of them are kept
 */
record UniqueValues(Type returnType, Type type, long most) implements BoundAggregate {

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return NarrowUniqArray.isFor(type)
        ? new NarrowUniqArray(type, most, memory)
        : new GroupUniqArray(type, most, memory);
  }

  /** Where not all values are kept, it hangs on their order which are. */
  @Override
  public BoundAggregate toUnordered() {
    return NarrowUniqArray.isFor(type) && most == Long.MAX_VALUE
        ? States.inAnyOrder(returnType, memory -> new DaySets(type, memory))
        : this;
  }
}
