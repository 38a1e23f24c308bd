// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.type.Type;

/** How the server names the types of values within JSON. */
final class JsonTypes {

  /** Objects within arrays are JSON with a smaller share of the limits of the outer. */
  private static final String INNER = "JSON(max_dynamic_types=16, max_dynamic_paths=256)";

  private JsonTypes() {}

  /** The type of a value at a path, with the limits that arrays of objects have. */
  static String shown(String type) {
    return type.startsWith("Array(") ? type.replace("JSON", INNER) : type;
  }

  /**
   * Whether values of a type at a path are those of the type wanted. In flight JSON within arrays
   * is named without its limits, which it has for the server.
   */
  static boolean isOf(String type, Type wanted) {
    if (!type.startsWith("Array(") || !type.contains("JSON")) {
      return type.equals(wanted.name());
    }
    String name = wanted.name();
    String plain = name.replaceFirst("JSON\\([^)]*\\)", "JSON");
    return !name.equals(plain) && plain.equals(type);
  }
}
