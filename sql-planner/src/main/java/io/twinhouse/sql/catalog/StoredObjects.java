// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.engine.spi.ViewDefinition;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a storage holds: databases, tables and views, columns. */
final class StoredObjects {

  private StoredObjects() {}

  static RowsBuilder databases(Storage storage) {
    RowsBuilder rows = new RowsBuilder("name", "String", "engine", "String", "comment", "String");
    storage.databases().stream().sorted().forEach(name -> rows.add(name, "Atomic", ""));
    return rows;
  }

  static RowsBuilder tables(Storage storage) {
    RowsBuilder rows =
        new RowsBuilder(
            "database", "String",
            "name", "String",
            "engine", "String",
            "is_temporary", "UInt8",
            "partition_key", "String",
            "sorting_key", "String",
            "primary_key", "String",
            "sampling_key", "String",
            "total_rows", "Nullable(UInt64)",
            "total_bytes", "Nullable(UInt64)",
            "parts", "Nullable(UInt64)",
            "active_parts", "Nullable(UInt64)",
            "comment", "String");
    for (String database : storage.databases()) {
      for (TableName name : storage.tables(database)) {
        Table table = storage.table(name).orElse(null);
        ViewDefinition view = storage.view(name).orElse(null);
        if (table != null) {
          addTable(rows, table);
        } else if (view != null) {
          rows.add(
              name.database(), name.table(), "View", false, "", "", "", "", null, null, null, null,
              view.comment());
        }
      }
    }
    return rows;
  }

  private static void addTable(RowsBuilder rows, Table table) {
    TableDefinition definition = table.definition();
    TableStatistics size = table.statistics();
    rows.add(
        definition.name().database(),
        definition.name().table(),
        definition.engine(),
        false,
        orEmpty(definition.partitionBy()),
        String.join(", ", definition.orderBy()),
        String.join(", ", definition.primaryKey()),
        orEmpty(definition.sampleBy()),
        size.rows(),
        size.bytes(),
        size.parts(),
        size.parts(),
        definition.comment());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static RowsBuilder columns(Storage storage) {
    RowsBuilder rows =
        new RowsBuilder(
            "database", "String",
            "table", "String",
            "name", "String",
            "type", "String",
            "position", "UInt64",
            "default_kind", "String",
            "default_expression", "String",
            "comment", "String",
            "is_in_partition_key", "UInt8",
            "is_in_sorting_key", "UInt8",
            "is_in_primary_key", "UInt8",
            "is_in_sampling_key", "UInt8");
    for (String database : storage.databases()) {
      for (TableName name : storage.tables(database)) {
        storage.table(name).ifPresent(table -> addColumns(rows, table.definition()));
      }
    }
    return rows;
  }

  private static void addColumns(RowsBuilder rows, TableDefinition table) {
    for (int i = 0; i < table.columns().size(); i++) {
      ColumnDefinition column = table.columns().get(i);
      rows.add(
          table.name().database(),
          table.name().table(),
          column.name(),
          column.type().name(),
          i + 1L,
          column.kind() == Kind.PLAIN ? "" : column.kind().name(),
          orEmpty(column.expression()),
          column.comment(),
          isIn(column.name(), List.of(orEmpty(table.partitionBy()))),
          isIn(column.name(), table.orderBy()),
          isIn(column.name(), table.primaryKey()),
          isIn(column.name(), List.of(orEmpty(table.sampleBy()))));
    }
  }

  /** Whether a key's expressions name the column. */
  private static boolean isIn(String column, List<String> key) {
    Pattern word = Pattern.compile("(?<![\\w.'])" + Pattern.quote(column) + "(?![\\w('])");
    return key.stream().anyMatch(expression -> word.matcher(expression).find());
  }
}
