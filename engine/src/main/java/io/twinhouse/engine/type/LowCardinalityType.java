// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** LowCardinality(T): a promise about the data, not about the values; the lane is T's. */
public record LowCardinalityType(Type inner) implements Type {

  @Override
  public String name() {
    return "LowCardinality(" + inner.name() + ")";
  }

  @Override
  public Lane lane() {
    return inner.lane();
  }

  @Override
  public Type base() {
    return inner.base();
  }

  @Override
  public boolean isNullable() {
    return inner.isNullable();
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }

  @Override
  public Type toNullable() {
    return new LowCardinalityType(inner.toNullable());
  }

  @Override
  public Type withoutNullable() {
    return new LowCardinalityType(inner.withoutNullable());
  }
}
