// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The standard's information_schema, told from the rows of database {@code system}. Each column is
 * there twice, in lower and in upper case, as on the server.
 */
final class InformationSchema {

  private final SystemRows target;

  private InformationSchema(SystemRows target) {
    this.target = target;
  }

  /** Reads the cells of one row by column name. */
  private record Source(Schema schema, Batch rows, int row) {
    @Nullable Object get(String column) {
      int index = schema.indexOf(column);
      return JavaValues.get(schema.type(index), rows.column(index), row);
    }

    String text(String column) {
      return String.valueOf(get(column));
    }

    @Nullable Object number(String column) {
      Object value = get(column);
      return value == null ? null : Long.valueOf(value.toString());
    }
  }

  /** The table of database {@code system} that a table is told from, null for none. */
  static @Nullable String source(String table) {
    return switch (table) {
      case "columns", "key_column_usage" -> "columns";
      case "schemata" -> "databases";
      case "tables", "views" -> "tables";
      case "engines" -> "table_engines";
      default -> null;
    };
  }

  /** Fills {@code target} with the rows of a table that is told from no other. */
  static void fill(String table, SystemRows target) {
    if (table.equals("character_sets")) {
      InformationSchema filler = new InformationSchema(target);
      for (String name : List.of("utf8", "utf8mb4", "ascii", "binary")) {
        filler.add("character_set_name", name);
      }
    }
  }

  /** Fills {@code target} with one row for each of {@code from} that has one. */
  static void fill(String table, SystemRows target, SystemRows from) {
    InformationSchema filler = new InformationSchema(target);
    Batch rows = from.build();
    for (int row = 0; row < rows.rows(); row++) {
      Source source = new Source(from.schema(), rows, row);
      switch (table) {
        case "tables" -> filler.table(source);
        case "columns" -> filler.column(source);
        case "schemata" -> filler.schema(source);
        case "views" -> filler.view(source);
        case "key_column_usage" -> filler.key(source);
        case "engines" -> filler.engine(source);
        default -> throw new IllegalArgumentException(table);
      }
    }
  }

  private void add(@Nullable Object... lowerNamesAndValues) {
    List<@Nullable Object> both = new ArrayList<>();
    for (int i = 0; i < lowerNamesAndValues.length; i += 2) {
      String name = String.valueOf(lowerNamesAndValues[i]);
      both.add(name);
      both.add(lowerNamesAndValues[i + 1]);
      both.add(name.toUpperCase(Locale.ROOT));
      both.add(lowerNamesAndValues[i + 1]);
    }
    target.add(both.toArray());
  }

  private void table(Source from) {
    String engine = from.text("engine");
    boolean own = !from.text("has_own_data").equals("0");
    String type = own ? "BASE TABLE" : "FOREIGN TABLE";
    if (engine.endsWith("View")) {
      type = "VIEW";
    } else if (engine.startsWith("System")) {
      type = "SYSTEM VIEW";
    }
    add(
        "table_catalog", from.text("database"),
        "table_schema", from.text("database"),
        "table_name", from.text("name"),
        "table_type", type,
        "table_rows", from.number("total_rows"),
        "data_length", from.number("total_bytes"),
        "index_length", 0L,
        "table_collation", "utf8mb4_0900_ai_ci",
        "table_comment", from.text("comment"));
  }

  private void column(Source from) {
    String type = from.text("type");
    String extra =
        switch (from.text("default_kind")) {
          case "DEFAULT" -> "DEFAULT_GENERATED";
          case "MATERIALIZED" -> "STORED GENERATED";
          case "ALIAS" -> "VIRTUAL GENERATED";
          default -> "";
        };
    add(
        "table_catalog", from.text("database"),
        "table_schema", from.text("database"),
        "table_name", from.text("table"),
        "column_name", from.text("name"),
        "ordinal_position", from.number("position"),
        "column_default", from.text("default_expression"),
        "is_nullable", type.startsWith("Nullable(") ? "1" : "0",
        "data_type", type,
        "character_maximum_length", from.number("character_octet_length"),
        "character_octet_length", from.number("character_octet_length"),
        "numeric_precision", from.number("numeric_precision"),
        "numeric_precision_radix", from.number("numeric_precision_radix"),
        "numeric_scale", from.number("numeric_scale"),
        "datetime_precision", from.number("datetime_precision"),
        "extra", extra,
        "column_comment", from.text("comment"),
        "column_type", type);
  }

  private void key(Source from) {
    if (!from.text("is_in_primary_key").equals("0")) {
      add(
          "constraint_catalog",
          "def",
          "constraint_schema",
          from.text("database"),
          "constraint_name",
          "PRIMARY",
          "table_catalog",
          "def",
          "table_schema",
          from.text("database"),
          "table_name",
          from.text("table"),
          "column_name",
          from.text("name"),
          "ordinal_position",
          1L);
    }
  }

  private void engine(Source from) {
    String name = from.text("name");
    add("engine", name, "support", name.equals("MergeTree") ? "DEFAULT" : "YES");
  }

  private void schema(Source from) {
    String name = from.text("name");
    add("catalog_name", name, "schema_name", name, "schema_owner", "default");
  }

  private void view(Source from) {
    String engine = from.text("engine");
    if (engine.endsWith("View")) {
      add(
          "table_catalog", from.text("database"),
          "table_schema", from.text("database"),
          "table_name", from.text("name"),
          "view_definition", from.text("as_select"),
          "check_option", "NONE",
          "is_insertable_into", engine.equals("MaterializedView"));
    }
  }
}
