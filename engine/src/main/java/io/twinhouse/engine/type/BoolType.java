// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Bool: 0 or 1, printed as false and true. */
public record BoolType() implements Type {

  public static final BoolType INSTANCE = new BoolType();

  @Override
  public String name() {
    return "Bool";
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }
}
