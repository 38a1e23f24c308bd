// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

/** How the server names the types of values within JSON. */
final class JsonTypes {

  /** Objects within arrays are JSON with a smaller share of the limits of the outer. */
  private static final String INNER = "JSON(max_dynamic_types=16, max_dynamic_paths=256)";

  private JsonTypes() {}

  /** The type of a value at a path, with the limits that arrays of objects have. */
  static String shown(String type) {
    return type.startsWith("Array(") ? type.replace("JSON", INNER) : type;
  }
}
