// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** The type of no value: of NULL (as Nullable(Nothing)) and of the elements of an empty array. */
public record NothingType() implements Type {

  public static final NothingType INSTANCE = new NothingType();

  @Override
  public String name() {
    return "Nothing";
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }
}
