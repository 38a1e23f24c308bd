// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import java.util.List;

/**
 * The value at a path of a JSON column, of type Dynamic. Under a {@code CAST} above a table it
 * becomes a read of the table; anywhere else it is refused.
 */
public final class JsonPathOperator extends EngineOperator {

  private final List<String> path;

  JsonPathOperator(List<String> path) {
    super("jsonPath[" + String.join(".", path) + "]");
    this.path = List.copyOf(path);
  }

  public List<String> path() {
    return path;
  }
}
