// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Quoting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements that make and change what the catalog knows. */
public final class Ddl {
  private Ddl() {}

  public static String createDatabase(String name) {
    return "CREATE DATABASE " + Quoting.name(name);
  }

  /** SYNC: when the statement returns, the name can be taken again and the data is gone. */
  public static String dropDatabase(String name) {
    return "DROP DATABASE " + Quoting.name(name) + " SYNC";
  }

  /** Works for views, too. */
  public static String drop(TableName name) {
    return "DROP TABLE " + name.quoted() + " SYNC";
  }

  public static String truncate(TableName name) {
    return "TRUNCATE TABLE " + name.quoted();
  }

  /** OPTIMIZE with all that {@code request} asks for. */
  public static String optimize(TableName name, MergeRequest request) {
    List<String> by = request.uniqueBy();
    return "OPTIMIZE TABLE "
        + name.quoted()
        + partition(request.partition())
        + (request.everything() ? " FINAL" : "")
        + (by == null ? "" : " DEDUPLICATE BY ")
        + (by == null ? "" : by.stream().map(Quoting::name).collect(Collectors.joining(", ")))
        + (request.cleanup() ? " CLEANUP" : "");
  }

  private static String partition(@Nullable PartitionChoice choice) {
    if (choice == null) {
      return "";
    }
    return switch (choice.kind()) {
      case VALUE -> " PARTITION " + choice.text();
      case ID -> " PARTITION ID " + Quoting.text(choice.text());
      case ALL -> " PARTITION ALL";
      case PART ->
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS, "OPTIMIZE takes a partition, not the part " + choice.text());
    };
  }

  /** CREATE VIEW; the query is taken as it is. */
  public static String createView(ViewDefinition view, boolean replace) {
    return (replace ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ")
        + view.name().quoted()
        + (view.comment().isEmpty() ? "" : " COMMENT " + Quoting.text(view.comment()))
        + " AS "
        + view.query();
  }

  /** CREATE TABLE; expressions are taken as they are. */
  public static String createTable(TableDefinition table) {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(table.name().quoted());
    sql.append(
        table.columns().stream().map(Ddl::column).collect(Collectors.joining(", ", " (", ")")));
    sql.append(" ENGINE = ").append(table.engine());
    if (!table.engineArguments().isEmpty()) {
      sql.append('(').append(String.join(", ", table.engineArguments())).append(')');
    }
    if (table.partitionBy() != null) {
      sql.append(" PARTITION BY ").append(table.partitionBy());
    }
    boolean ordered = table.engine().endsWith("MergeTree");
    if (ordered && !table.primaryKey().equals(table.orderBy())) {
      sql.append(" PRIMARY KEY ").append(tuple(table.primaryKey()));
    }
    if (ordered) {
      sql.append(" ORDER BY ").append(tuple(table.orderBy()));
    }
    if (table.sampleBy() != null) {
      sql.append(" SAMPLE BY ").append(table.sampleBy());
    }
    if (table.ttl() != null) {
      sql.append(" TTL ").append(table.ttl());
    }
    if (!table.settings().isEmpty()) {
      sql.append(" SETTINGS ").append(settings(table.settings()));
    }
    if (!table.comment().isEmpty()) {
      sql.append(" COMMENT ").append(Quoting.text(table.comment()));
    }
    return sql.toString();
  }

  private static String column(ColumnDefinition column) {
    StringBuilder sql = new StringBuilder(Quoting.name(column.name()));
    sql.append(' ').append(column.type().name());
    if (column.kind() != ColumnDefinition.Kind.PLAIN) {
      sql.append(' ').append(column.kind().name());
    }
    if (column.expression() != null) {
      sql.append(' ').append(column.expression());
    }
    if (!column.comment().isEmpty()) {
      sql.append(" COMMENT ").append(Quoting.text(column.comment()));
    }
    return sql.toString();
  }

  /** A single expression stands alone: the server would keep the parentheses as written. */
  private static String tuple(List<String> expressions) {
    return switch (expressions.size()) {
      case 0 -> "tuple()";
      case 1 -> expressions.get(0);
      default -> "(" + String.join(", ", expressions) + ")";
    };
  }

  private static String settings(Map<String, String> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " = " + settingValue(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String settingValue(String value) {
    return value.matches("-?\\d+(\\.\\d+)?") ? value : Quoting.text(value);
  }
}
