// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Set;

/** Rows of system tables that are the same in every store: each table's are a file of their own. */
final class ListedRows {

  private static final Set<String> TABLES =
      Set.of(
          "codecs",
          "data_skipping_index_types",
          "disk_types",
          "keywords",
          "storage_policies",
          "table_functions");

  private ListedRows() {}

  static boolean has(String table) {
    return TABLES.contains(table);
  }

  /** Adds a row for each line; the first line names the columns. */
  static void fill(String table, SystemRows rows) {
    List<String> lines = lines(table);
    String[] columns = lines.get(0).split("\t", -1);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      Object[] row = new Object[2 * columns.length];
      for (int i = 0; i < columns.length; i++) {
        row[2 * i] = columns[i];
        row[2 * i + 1] = value(rows.schema(), columns[i], fields[i]);
      }
      rows.add(row);
    }
  }

  /** What stands in the first column. */
  static List<String> names(String table) {
    List<String> lines = lines(table);
    return lines.stream().skip(1).map(line -> line.split("\t", -1)[0]).toList();
  }

  private static List<String> lines(String table) {
    return SystemSchemas.lines("constant/" + table + ".tsv");
  }

  private static Object value(Schema schema, String column, String text) {
    Type type = schema.type(schema.indexOf(column)).base();
    if (type instanceof ArrayType) {
      return List.of(text);
    }
    return type instanceof StringType || text.matches("[A-Z].*") ? text : Long.valueOf(text);
  }
}
