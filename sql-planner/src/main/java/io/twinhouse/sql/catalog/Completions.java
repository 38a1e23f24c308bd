// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that an editor may offer, and what each belongs to: rows of system.completions. */
final class Completions {

  private final SystemRows rows;

  private Completions(SystemRows rows) {
    this.rows = rows;
  }

  static void fill(SystemRows rows, StoredObjects objects) {
    Completions completions = new Completions(rows);
    completions.names();
    completions.catalog(objects);
  }

  private void names() {
    FunctionRegistry registry = FunctionRegistry.standard();
    for (ScalarFunction function : registry.scalars()) {
      function(function.name(), function.traits());
    }
    for (AggregateFunction function : registry.aggregates()) {
      function(function.name(), function.traits());
    }
    Formats.names().forEach(name -> add("format", name, null));
    SettingCatalog.standard().all().forEach(setting -> add("setting", setting.name(), null));
    TableSettings.all().forEach(setting -> add("merge tree setting", setting.name(), null));
    for (String line : SystemSchemas.lines("data-type-families.tsv")) {
      add("data type", line.split("\t", -1)[0], null);
    }
    KnownNames.engineNames().forEach(name -> add("table engine", name, null));
    ListedRows.names("table_functions").forEach(name -> add("table function", name, null));
  }

  private void function(String name, FunctionTraits traits) {
    add("function", name, null);
    traits.aliases().forEach(alias -> add("function", alias, null));
  }

  private void catalog(StoredObjects objects) {
    objects.databaseNames().forEach(name -> add("database", name, null));
    for (Table table : objects.tables()) {
      table(table.definition().name(), table.definition().columns(), objects);
    }
    for (ViewDefinition view : objects.views()) {
      table(view.name(), view.columns(), objects);
    }
  }

  private void table(TableName name, List<ColumnDefinition> columns, StoredObjects objects) {
    add("table", name.table(), name.database());
    for (ColumnDefinition column : columns) {
      if (objects.visible().column(name, column.name())) {
        add("column", column.name(), name.table());
      }
    }
  }

  private void add(String context, String word, @Nullable String belongs) {
    rows.add("word", word, "context", context, "belongs", belongs);
  }
}
