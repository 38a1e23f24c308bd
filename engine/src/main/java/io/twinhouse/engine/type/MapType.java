// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.List;

/** Map(K, V): travels as an array of (key, value) tuples. */
public record MapType(Type key, Type value) implements Type {

  @Override
  public String name() {
    return "Map(" + key.name() + ", " + value.name() + ")";
  }

  @Override
  public boolean isOpaque() {
    return key.isOpaque() || value.isOpaque();
  }

  @Override
  public Lane lane() {
    return Lane.ARRAY;
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }

  /** The type of one entry as it travels. */
  public TupleType entry() {
    return TupleType.named(List.of("keys", "values"), List.of(key, value));
  }
}
