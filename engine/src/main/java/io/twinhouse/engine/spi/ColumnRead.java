// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.type.Type;
import java.util.List;

/**
 * What a scan is asked to read: a column, or a path inside a JSON column cast to {@code type}.
 *
 * @param path empty for the whole column
 * @param type the column's type, or what the path's value is cast to (Nullable where the path may
 *     be missing)
 */
public record ColumnRead(String column, List<String> path, Type type) {

  public ColumnRead {
    path = List.copyOf(path);
  }

  public static ColumnRead of(String column, Type type) {
    return new ColumnRead(column, List.of(), type);
  }
}
