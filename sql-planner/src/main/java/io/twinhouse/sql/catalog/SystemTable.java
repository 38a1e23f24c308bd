// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.spi.ColumnDefinition;
import java.util.List;

/**
 * What a table of the server's own databases looks like.
 *
 * @param columns in the server's order, those that are other names of columns last
 */
record SystemTable(String name, String engine, List<ColumnDefinition> columns) {

  SystemTable {
    columns = List.copyOf(columns);
  }

  /** The columns that have values of their own. */
  Schema stored() {
    return new Schema(
        columns.stream()
            .filter(column -> column.kind() == ColumnDefinition.Kind.PLAIN)
            .map(column -> new Field(column.name(), column.type()))
            .toList());
  }

  /** The columns that are expressions over others. */
  List<ColumnDefinition> computed() {
    return columns.stream().filter(c -> c.kind() == ColumnDefinition.Kind.ALIAS).toList();
  }
}
