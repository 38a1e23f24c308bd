// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/**
 * JSON with the arguments of its declaration as written ({@code max_dynamic_paths=8, a.b UInt32}),
 * empty for plain {@code JSON}. In flight a value is its JSON text.
 */
public record JsonType(String arguments) implements Type {

  public static final JsonType JSON = new JsonType("");

  @Override
  public String name() {
    return arguments.isEmpty() ? "JSON" : "JSON(" + arguments + ")";
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }
}
