// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/**
 * Dynamic: a value that carries its own type; what an untyped JSON path yields. In flight it is
 * bytes that name the type, none at all for NULL.
 */
public record DynamicType() implements Type {

  public static final DynamicType INSTANCE = new DynamicType();

  @Override
  public String name() {
    return "Dynamic";
  }

  @Override
  public boolean isOpaque() {
    return true;
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }
}
