// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.define;

import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/**
 * An aggregate of small states, of which ClickHouse keeps four a group while it goes through a
 * block by a key of one byte.
 */
public record Fourfold(BoundAggregate nested) implements BoundAggregate {

  /** Whether a value of a type takes four bytes at most where such states keep it. */
  public static boolean isSmall(Type type) {
    return type instanceof BoolType
        || type.equals(FloatType.FLOAT32)
        || (type instanceof IntegerType integer && integer.bits() <= 32);
  }

  @Override
  public Type returnType() {
    return nested.returnType();
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    return nested.newAccumulator(memory);
  }

  @Override
  public boolean ignoresOrder() {
    return nested.ignoresOrder();
  }

  @Override
  public boolean isFourfold() {
    return true;
  }
}
