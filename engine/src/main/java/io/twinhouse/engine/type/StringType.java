// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** String: any bytes, not necessarily UTF-8. */
public record StringType() implements Type {

  public static final StringType INSTANCE = new StringType();

  @Override
  public String name() {
    return "String";
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }
}
