// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** SHOW CREATE: the statement that makes a table or view again. */
final class CreateText {

  private CreateText() {}

  static String of(ViewDefinition view) {
    return "CREATE VIEW " + name(view.name()) + "\nAS " + view.query();
  }

  private static String name(TableName name) {
    return SqlPrinter.name(name.database()) + "." + SqlPrinter.name(name.table());
  }

  static String of(TableDefinition table) {
    StringBuilder text = new StringBuilder("CREATE TABLE " + name(table.name()) + "\n(\n");
    text.append(
        table.columns().stream().map(CreateText::column).collect(Collectors.joining(",\n")));
    text.append("\n)\nENGINE = ").append(table.engine());
    if (!table.engineArguments().isEmpty()) {
      text.append('(').append(String.join(", ", table.engineArguments())).append(')');
    }
    if (table.partitionBy() != null) {
      text.append("\nPARTITION BY ").append(table.partitionBy());
    }
    if (!table.primaryKey().equals(table.orderBy())) {
      text.append("\nPRIMARY KEY ").append(key(table.primaryKey()));
    }
    if (table.engine().endsWith("MergeTree")) {
      text.append("\nORDER BY ").append(key(table.orderBy()));
    }
    if (table.sampleBy() != null) {
      text.append("\nSAMPLE BY ").append(table.sampleBy());
    }
    if (table.ttl() != null) {
      text.append("\nTTL ").append(table.ttl());
    }
    Map<String, String> settings = new TreeMap<>(table.settings());
    if (table.engine().endsWith("MergeTree")) {
      settings.putIfAbsent("index_granularity", "8192");
    }
    if (!settings.isEmpty()) {
      text.append("\nSETTINGS ")
          .append(
              settings.entrySet().stream()
                  .map(e -> e.getKey() + " = " + e.getValue())
                  .collect(Collectors.joining(", ")));
    }
    if (!table.comment().isEmpty()) {
      text.append("\nCOMMENT ").append(SqlPrinter.string(table.comment()));
    }
    return text.toString();
  }

  private static String column(ColumnDefinition column) {
    String type = PrettyType.of(column.type()).replace("\n", "\n    ");
    String text = "    `" + column.name().replace("`", "\\`") + "` " + type;
    if (column.kind() != Kind.PLAIN) {
      text += " " + column.kind() + (column.expression() == null ? "" : " " + column.expression());
    }
    return column.comment().isEmpty()
        ? text
        : text + " COMMENT " + SqlPrinter.string(column.comment());
  }

  private static String key(List<String> key) {
    return key.isEmpty()
        ? "tuple()"
        : key.size() == 1 ? key.get(0) : "(" + String.join(", ", key) + ")";
  }
}
