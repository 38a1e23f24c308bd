// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** UUID. */
public record UuidType() implements Type {

  public static final UuidType INSTANCE = new UuidType();

  @Override
  public String name() {
    return "UUID";
  }

  @Override
  public Lane lane() {
    return Lane.WIDE;
  }
}
