// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Nullable(T): NULLs stand in the column's null mask, the lane is T's. */
public record NullableType(Type inner) implements Type {

  public NullableType {
    if (inner.isNullable() || !inner.canBeNullable()) {
      throw new IllegalArgumentException("no Nullable(" + inner.name() + ")");
    }
  }

  @Override
  public String name() {
    return "Nullable(" + inner.name() + ")";
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
    return true;
  }

  @Override
  public Type toNullable() {
    return this;
  }

  @Override
  public Type withoutNullable() {
    return inner;
  }
}
