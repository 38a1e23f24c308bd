// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.List;

/**
 * The value at a path of a JSON value, of type Dynamic, or the object there, of type JSON. Above a
 * table it becomes a read of the table.
 */
public final class JsonPathOperator extends EngineOperator {

  private final List<String> path;
  private final boolean object;

  JsonPathOperator(List<String> path, boolean object) {
    super("jsonPath[" + name(path, object) + "]");
    this.path = List.copyOf(path);
    this.object = object;
  }

  private static String name(List<String> path, boolean object) {
    String rest = String.join(".", object ? path.subList(1, path.size()) : path);
    return object ? "^`" + path.get(0) + "`" + (rest.isEmpty() ? "" : "." + rest) : rest;
  }

  public List<String> path() {
    return path;
  }

  /** Whether it is the object at the path, and not the value. */
  public boolean isObject() {
    return object;
  }

  /** The path as the server names the sub-column. */
  public String name() {
    return name(path, object);
  }
}
