// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import org.jspecify.annotations.Nullable;

/**
 * Array(T).
 *
 * @param title the name of the type itself, null for one that is described by its elements
 */
public record ArrayType(Type element, @Nullable String title) implements Type {

  public ArrayType(Type element) {
    this(element, null);
  }

  @Override
  public Type structure() {
    return new ArrayType(element.structure());
  }

  @Override
  public String name() {
    return title != null ? title : "Array(" + element.name() + ")";
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
