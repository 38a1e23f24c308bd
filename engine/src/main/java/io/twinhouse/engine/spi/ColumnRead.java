// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * What a scan is asked to read: a column, or a path inside a JSON column cast to {@code type}, or
 * the values of that type alone.
 *
 * @param path empty for the whole column
 * @param type the column's type, or what the path's value is cast to (Nullable where the path may
 *     be missing)
 * @param exact whether values of the path that have another type are left out, and not cast
 */
public record ColumnRead(String column, List<String> path, Type type, boolean exact) {

  public ColumnRead {
    path = List.copyOf(path);
  }

  /** A path whose values are cast. */
  public ColumnRead(String column, List<String> path, Type type) {
    this(column, path, type, false);
  }

  public static ColumnRead of(String column, Type type) {
    return new ColumnRead(column, List.of(), type);
  }
}
