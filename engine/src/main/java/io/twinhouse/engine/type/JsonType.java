// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/**
 * JSON with the arguments of its declaration as written ({@code max_dynamic_paths=8, a.b UInt32}),
 * empty for plain {@code JSON}. In flight a value is its JSON text with marks.
 */
public record JsonType(String arguments) implements Type {

  public static final JsonType JSON = new JsonType("");

  /**
   * Whether the declaration gives paths a type or leaves some out: then a value is not its text
   * alone, since such paths are converted, and have a default where they are missing.
   */
  public boolean namesPaths() {
    for (String argument : arguments.split(",", -1)) {
      if (!argument.isBlank() && !argument.strip().startsWith("max_dynamic_")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String name() {
    return arguments.isEmpty() ? "JSON" : "JSON(" + arguments + ")";
  }

  @Override
  public boolean isOpaque() {
    return true;
  }

  @Override
  public Lane lane() {
    return Lane.BYTES;
  }
}
