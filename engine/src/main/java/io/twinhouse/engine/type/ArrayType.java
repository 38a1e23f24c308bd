// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Array(T). */
public record ArrayType(Type element) implements Type {

  @Override
  public String name() {
    return "Array(" + element.name() + ")";
  }

  @Override
  public boolean isOpaque() {
    return element.isOpaque();
  }

  @Override
  public Lane lane() {
    return Lane.ARRAY;
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }
}
