// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.ConstraintDefinition;
import io.twinhouse.engine.spi.DatabaseDefinition;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.lookup.Dependencies;
import io.twinhouse.sql.parser.SqlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a storage holds: databases, tables and views, parts. */
final class StoredObjects {

  private final Storage storage;
  private final Visible visible;

  StoredObjects(Storage storage, Visible visible) {
    this.storage = storage;
    this.visible = visible;
  }

  Visible visible() {
    return visible;
  }

  /** All databases that may be known of. */
  List<String> databaseNames() {
    return definitions().stream().map(DatabaseDefinition::name).toList();
  }

  void databases(SystemRows rows) {
    for (DatabaseDefinition database : definitions()) {
      rows.add(
          "name", database.name(),
          "engine", database.engine(),
          "engine_full", database.engine(),
          "comment", database.comment());
    }
  }

  private List<DatabaseDefinition> definitions() {
    List<DatabaseDefinition> all = new ArrayList<>();
    for (String name : List.of("INFORMATION_SCHEMA", "information_schema", "system")) {
      all.add(new DatabaseDefinition(name, "Memory", ""));
    }
    for (String name : storage.databases()) {
      storage.database(name).ifPresent(all::add);
    }
    all.sort((a, b) -> a.name().compareTo(b.name()));
    all.removeIf(database -> !visible.database(database.name()));
    return all;
  }

  /** All tables that can be read, in order of name. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    for (String database : storage.databases()) {
      for (TableName name : storage.tables(database)) {
        if (visible.table(name)) {
          storage.table(name).ifPresent(tables::add);
        }
      }
    }
    return tables;
  }

  List<ViewDefinition> views() {
    List<ViewDefinition> views = new ArrayList<>();
    for (String database : storage.databases()) {
      for (TableName name : storage.tables(database)) {
        if (visible.table(name)) {
          storage.view(name).ifPresent(views::add);
        }
      }
    }
    return views;
  }

  void tables(SystemRows rows) {
    for (Map.Entry<String, SystemSchemas> database : SystemCatalog.SCHEMAS.entrySet()) {
      for (SystemTable table : database.getValue().tables().values()) {
        if (visible.table(new TableName(database.getKey(), table.name()))) {
          rows.add("database", database.getKey(), "name", table.name(), "engine", table.engine());
        }
      }
    }
    List<ViewDefinition> views = views();
    List<Table> tables = tables();
    Map<TableName, SortedSet<TableName>> needed = new HashMap<>();
    tables.forEach(table -> needed.put(name(table), Dependencies.of(table.definition())));
    tables.forEach(table -> addTable(rows, table, views, needed));
    views.forEach(view -> addView(rows, view));
  }

  private static TableName name(Table table) {
    return table.definition().name();
  }

  private void addTable(
      SystemRows rows,
      Table table,
      List<ViewDefinition> views,
      Map<TableName, SortedSet<TableName>> needed) {
    SortedSet<TableName> needs = needed.getOrDefault(name(table), new TreeSet<>());
    List<TableName> needing =
        needed.entrySet().stream()
            .filter(entry -> entry.getValue().contains(name(table)))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    TableDefinition definition = table.definition();
    TableDefinition keys = aliased(definition);
    TableSizes.Size size = new TableSizes(storage).of(table);
    boolean sorted = definition.engine().endsWith("MergeTree");
    List<PartInfo> parts = table.parts();
    List<TableName> dependent =
        views.stream()
            .filter(view -> definition.name().equals(view.source()))
            .map(ViewDefinition::name)
            .toList();
    rows.add(
        "database",
        definition.name().database(),
        "name",
        definition.name().table(),
        "engine",
        definition.engine(),
        "dependencies_database",
        dependent.stream().map(TableName::database).toList(),
        "dependencies_table",
        dependent.stream().map(TableName::table).toList(),
        "create_table_query",
        CreateText.line(definition),
        "engine_full",
        CreateText.engine(definition),
        "partition_key",
        keys.shown().getOrDefault(ClauseTexts.PARTITION_BY, ShownText.of(keys.partitionBy())),
        "sorting_key",
        String.join(", ", ClauseTexts.sortingKey(keys)),
        "primary_key",
        String.join(", ", ClauseTexts.primaryKey(keys)),
        "sampling_key",
        keys.shown().getOrDefault(ClauseTexts.SAMPLE_BY, ShownText.of(keys.sampleBy())),
        "storage_policy",
        keys.engine().endsWith("MergeTree") ? "default" : "",
        "total_rows",
        size.rows(),
        "total_bytes",
        size.bytes(),
        "parts",
        sorted ? table.statistics().parts() : null,
        "active_parts",
        sorted ? table.statistics().parts() : null,
        "total_marks",
        sorted ? parts.stream().mapToLong(p -> p.granules() + 1).sum() : null,
        "comment",
        keys.comment(),
        "has_own_data",
        sorted,
        "loading_dependencies_database",
        needs.stream().map(TableName::database).toList(),
        "loading_dependencies_table",
        needs.stream().map(TableName::table).toList(),
        "loading_dependent_database",
        needing.stream().map(TableName::database).toList(),
        "loading_dependent_table",
        needing.stream().map(TableName::table).toList());
  }

  /** What a table shows of itself: an Alias what the table behind it has, if that is there. */
  TableDefinition aliased(TableDefinition table) {
    TableName target = table.aliased();
    if (target == null) {
      return table;
    }
    return storage.databases().contains(target.database())
        ? storage.table(target).map(Table::definition).orElse(table)
        : table;
  }

  private void addView(SystemRows rows, ViewDefinition view) {
    TableName target = view.target();
    TableDefinition inner =
        target != null && view.ownsTarget()
            ? storage.table(target).map(Table::definition).orElse(null)
            : null;
    TableSizes.Size size = new TableSizes(storage).of(view);
    rows.add(
        "database",
        view.name().database(),
        "name",
        view.name().table(),
        "engine",
        view.isMaterialized() ? "MaterializedView" : "View",
        "create_table_query",
        CreateText.line(view, inner),
        "as_select",
        ShownText.query(view.query(), false),
        "total_rows",
        size.rows(),
        "total_bytes",
        size.bytes(),
        "comment",
        view.comment(),
        "target_database",
        target == null ? "" : target.database(),
        "target_table",
        target == null ? "" : target.table());
  }

  void indexes(SystemRows rows) {
    for (Table table : tables()) {
      for (IndexDefinition index : table.definition().indexes()) {
        rows.add(
            "database", table.definition().name().database(),
            "table", table.definition().name().table(),
            "name", index.name(),
            "type", index.kind(),
            "type_full", index.type(),
            "expr", ShownText.list(KeyColumns.elements(index.expression())),
            "creation", "Explicit",
            "granularity", index.granularity());
      }
    }
  }

  void projections(SystemRows rows) {
    for (Table table : tables()) {
      for (TableDefinition.Projection projection : table.definition().projections()) {
        Select query = (Select) SqlParser.parseQuery(projection.query());
        boolean grouped = ProjectionQueries.isAggregate(query);
        rows.add(
            "database", table.definition().name().database(),
            "table", table.definition().name().table(),
            "name", projection.name(),
            "type", grouped ? "Aggregate" : "Normal",
            "sorting_key", ProjectionQueries.sortingKey(query),
            "query", ProjectionQueries.shown(projection.query(), false));
      }
    }
  }

  void constraints(SystemRows rows) {
    for (Table table : tables()) {
      for (ConstraintDefinition constraint : table.definition().constraints()) {
        rows.add(
            "database", table.definition().name().database(),
            "table", table.definition().name().table(),
            "name", constraint.name(),
            "type", constraint.assumed() ? "ASSUME" : "CHECK",
            "expression", ShownText.of(constraint.expression()));
      }
    }
  }

  /** The tables whose parts are told of: those that keep their rows in order. */
  private List<Table> sortedTables() {
    return tables().stream()
        .filter(table -> table.definition().engine().endsWith("MergeTree"))
        .toList();
  }

  void parts(SystemRows rows) {
    for (Table table : sortedTables()) {
      Map<String, String> partitions = table.partitionValues();
      for (PartInfo part : table.parts()) {
        rows.add(
            "partition", partitions.getOrDefault(part.partitionId(), part.partitionId()),
            "name", part.name(),
            "part_type", "Compact",
            "active", true,
            "marks", part.granules() + 1,
            "rows", part.rows(),
            "bytes_on_disk", part.bytesOnDisk(),
            "data_compressed_bytes", part.bytesOnDisk(),
            "disk_name", "default",
            "visible", true,
            "refcount", 1L,
            "partition_id", part.partitionId(),
            "min_block_number", part.minBlock(),
            "max_block_number", part.maxBlock(),
            "level", part.level(),
            "data_version", part.version(),
            "is_frozen", part.frozen(),
            "database", table.definition().name().database(),
            "table", table.definition().name().table(),
            "engine", table.definition().engine());
      }
    }
  }

  void mutations(SystemRows rows) {
    for (Table table : sortedTables()) {
      for (Mutation.Done done : table.mutations()) {
        rows.add(
            "database", table.definition().name().database(),
            "table", table.definition().name().table(),
            "mutation_id", done.id(),
            "command", done.command(),
            "create_time", done.createdSeconds(),
            "block_numbers.partition_id", List.of(""),
            "block_numbers.number", List.of(done.number()),
            "is_done", true);
      }
    }
  }

  void detachedParts(SystemRows rows) {
    for (Table table : tables()) {
      for (PartInfo part : table.detachedParts()) {
        rows.add(
            "database", table.definition().name().database(),
            "table", table.definition().name().table(),
            "partition_id", part.partitionId(),
            "name", part.name(),
            "bytes_on_disk", part.bytesOnDisk(),
            "disk", "default",
            "reason", "",
            "min_block_number", part.minBlock(),
            "max_block_number", part.maxBlock(),
            "level", part.level());
      }
    }
  }

  void detachedTables(SystemRows rows) {
    storage
        .detachedTables()
        .forEach(
            (name, permanently) ->
                rows.add(
                    "database", name.database(),
                    "table", name.table(),
                    "is_permanently", permanently));
  }

  void partsColumns(SystemRows rows) {
    for (Table table : sortedTables()) {
      Map<String, String> partitions = table.partitionValues();
      for (PartInfo part : table.parts()) {
        String partition = partitions.getOrDefault(part.partitionId(), part.partitionId());
        long position = 0;
        for (PartInfo.Column column : part.columns()) {
          rows.add(
              "partition", partition,
              "name", part.name(),
              "part_type", "Compact",
              "active", true,
              "marks", part.granules() + 1,
              "rows", part.rows(),
              "bytes_on_disk", part.bytesOnDisk(),
              "partition_id", part.partitionId(),
              "min_block_number", part.minBlock(),
              "max_block_number", part.maxBlock(),
              "level", part.level(),
              "database", table.definition().name().database(),
              "table", table.definition().name().table(),
              "engine", table.definition().engine(),
              "column", column.name(),
              "type", column.type(),
              "column_position", ++position,
              "column_bytes_on_disk", column.bytes(),
              "column_data_compressed_bytes", column.bytes());
        }
      }
    }
  }

  void metrics(SystemRows rows) {
    long parts = tables().stream().mapToLong(table -> table.statistics().parts()).sum();
    rows.add("metric", "AttachedDatabase", "value", (long) storage.databases().size());
    rows.add("metric", "AttachedTable", "value", (long) tables().size());
    rows.add("metric", "AttachedView", "value", (long) views().size());
    rows.add("metric", "PartsActive", "value", parts);
  }
}
