// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.ConstraintDefinition;
import io.twinhouse.engine.spi.DatabaseDefinition;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.lookup.StoredBody;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statement that makes a database, table or view again, as SHOW CREATE prints it. */
public final class CreateText {

  /** On one line, as system.tables has it. */
  private static final CreateText LINE = new CreateText("(", ", ", ")", " ", false);

  /** As SHOW CREATE prints it. */
  private static final CreateText PRETTY =
      new CreateText("\n(\n    ", ",\n    ", "\n)", "\n", true);

  private final String open;
  private final String comma;
  private final String close;
  private final String gap;
  private final boolean pretty;

  private CreateText(String open, String comma, String close, String gap, boolean pretty) {
    this.open = open;
    this.comma = comma;
    this.close = close;
    this.gap = gap;
    this.pretty = pretty;
  }

  /** SHOW CREATE DATABASE. */
  public static String of(DatabaseDefinition database) {
    String text =
        "CREATE DATABASE " + SqlPrinter.name(database.name()) + "\nENGINE = " + database.engine();
    return database.comment().isEmpty()
        ? text
        : text + "\nCOMMENT " + SqlPrinter.string(database.comment());
  }

  /**
   * SHOW CREATE VIEW.
   *
   * @param inner the table that a materialized view brought with it, else null
   */
  public static String of(ViewDefinition view, @Nullable TableDefinition inner) {
    return PRETTY.view(view, inner);
  }

  /** SHOW CREATE TABLE. */
  public static String of(TableDefinition table) {
    return table.isLookup() ? StoredBody.shown(table, true) : PRETTY.table(table);
  }

  /** A column on one line. */
  static String declared(ColumnDefinition column) {
    return LINE.column(column);
  }

  static String line(ViewDefinition view, @Nullable TableDefinition inner) {
    return LINE.view(view, inner);
  }

  static String line(TableDefinition table) {
    return table.isLookup() ? StoredBody.shown(table, false) : LINE.table(table);
  }

  static String engine(TableDefinition table) {
    return table.isLookup() ? "" : LINE.storage(table).substring("ENGINE = ".length());
  }

  private String view(ViewDefinition view, @Nullable TableDefinition inner) {
    String text = "CREATE " + (view.isMaterialized() ? "MATERIALIZED " : "") + "VIEW ";
    text += name(view.name());
    TableName target = view.target();
    if (target != null && !view.ownsTarget()) {
      text += " TO " + name(target);
    }
    if (!view.columns().isEmpty()) {
      text += (pretty ? "" : " ") + open;
      text += view.columns().stream().map(this::column).collect(Collectors.joining(comma)) + close;
    }
    if (inner != null) {
      text += gap + storage(inner);
    }
    if (!view.comment().isEmpty()) {
      text += gap + "COMMENT " + SqlPrinter.string(view.comment());
    }
    return text + gap + "AS " + ShownText.query(view.query(), pretty);
  }

  private static String name(TableName name) {
    return SqlPrinter.name(name.database()) + "." + SqlPrinter.name(name.table());
  }

  private String table(TableDefinition table) {
    List<String> elements = new ArrayList<>();
    table.columns().forEach(column -> elements.add(column(column)));
    table.indexes().forEach(index -> elements.add(index(index)));
    table.constraints().forEach(constraint -> elements.add(constraint(constraint)));
    table.projections().forEach(projection -> elements.add(projection(projection)));
    String text = "CREATE TABLE " + name(table.name());
    if (!elements.isEmpty()) {
      text += (pretty ? "" : " ") + open + String.join(comma, elements) + close;
    }
    text += gap + storage(table);
    return table.comment().isEmpty()
        ? text
        : text + gap + "COMMENT " + SqlPrinter.string(table.comment());
  }

  private String storage(TableDefinition table) {
    StringBuilder text = new StringBuilder("ENGINE = ").append(SqlPrinter.engine(table.engine()));
    if (!table.engineArguments().isEmpty()) {
      text.append('(').append(shown(table.engineArguments())).append(')');
    }
    boolean sorted = table.engine().endsWith("MergeTree");
    if (table.partitionBy() != null) {
      clause(text, table, ClauseTexts.PARTITION_BY, ShownText.of(table.partitionBy()));
    }
    boolean primary = ClauseTexts.of(table, ClauseTexts.PRIMARY_KEY) != null;
    if (primary || !table.primaryKey().equals(table.orderBy())) {
      clause(text, table, ClauseTexts.PRIMARY_KEY, key(table.primaryKey()));
    }
    if (sorted) {
      clause(text, table, ClauseTexts.ORDER_BY, key(table.orderBy()));
    }
    if (table.sampleBy() != null) {
      clause(text, table, ClauseTexts.SAMPLE_BY, ShownText.of(table.sampleBy()));
    }
    if (table.ttl() != null) {
      text.append(gap).append("TTL ").append(ttl(table.ttl()));
    }
    Map<String, String> settings = new LinkedHashMap<>(table.settings());
    if (sorted) {
      settings.putIfAbsent("index_granularity", "8192");
    }
    if (!settings.isEmpty()) {
      text.append(gap).append("SETTINGS ");
      text.append(
          settings.entrySet().stream()
              .map(e -> e.getKey() + " = " + setting(e.getValue()))
              .collect(Collectors.joining(", ")));
    }
    return text.toString();
  }

  private void clause(StringBuilder text, TableDefinition table, String words, String plain) {
    String written = ClauseTexts.of(table, words);
    text.append(gap).append(words).append(' ').append(written == null ? plain : written);
  }

  private static String ttl(String rules) {
    return rules.lines().map(CreateText::rule).collect(Collectors.joining(", "));
  }

  /** A time, the condition of what goes then, or codecs for what stays. */
  private static String rule(String rule) {
    String[] parts = rule.split("\t", 3);
    String text = ShownText.of(parts[0]);
    if (parts.length > 1 && !parts[1].isEmpty()) {
      text += " WHERE " + ShownText.of(parts[1]);
    }
    return parts.length > 2 ? text + " RECOMPRESS CODEC(" + parts[2] + ")" : text;
  }

  private static String setting(String value) {
    return value.matches("-?[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?|true|false")
        ? value
        : SqlPrinter.string(value);
  }

  private String column(ColumnDefinition column) {
    String text = Quoting.name(column.name()) + " " + type(column.type());
    if (column.kind() != Kind.PLAIN) {
      text += " " + column.kind() + value(column);
    }
    if (!column.comment().isEmpty()) {
      text += " COMMENT " + SqlPrinter.string(column.comment());
    }
    if (!column.codec().isEmpty()) {
      text += " CODEC(" + column.codec() + ")";
    }
    return column.ttl() == null ? text : text + " TTL " + ShownText.of(column.ttl());
  }

  private String type(Type type) {
    String name = type.name();
    if (name.contains("JSON(") || name.contains("Dynamic(")) {
      return SqlPrinter.declared(SqlParser.parseType(name), pretty);
    }
    return pretty ? PrettyType.declared(type).replace("\n", "\n    ") : name;
  }

  /** The expression; an ephemeral column's is left out where nobody wrote it. */
  private static String value(ColumnDefinition column) {
    String expression = column.expression();
    String implied = "defaultValueOfTypeName(" + SqlPrinter.string(column.type().name()) + ")";
    return expression == null || expression.equals(implied) ? "" : " " + ShownText.of(expression);
  }

  private static String index(IndexDefinition index) {
    return "INDEX "
        + ShownText.of(SqlPrinter.name(index.name()))
        + " "
        + key(KeyColumns.elements(index.expression()))
        + " TYPE "
        + index.type()
        + " GRANULARITY "
        + index.granularity();
  }

  private static String constraint(ConstraintDefinition constraint) {
    return "CONSTRAINT "
        + ShownText.of(SqlPrinter.name(constraint.name()))
        + (constraint.assumed() ? " ASSUME " : " CHECK ")
        + ShownText.of(constraint.expression());
  }

  private String projection(TableDefinition.Projection projection) {
    String name = "PROJECTION " + ShownText.of(SqlPrinter.name(projection.name()));
    String query = ProjectionQueries.shown(projection.query(), pretty);
    return pretty
        ? name + "\n    (\n        " + query.replace("\n", "\n        ") + "\n    )"
        : name + " (" + query + ")";
  }

  private static String shown(List<String> expressions) {
    return ShownText.list(expressions);
  }

  static String key(List<String> key) {
    return key.isEmpty() ? "tuple()" : key.size() == 1 ? shown(key) : "(" + shown(key) + ")";
  }
}
