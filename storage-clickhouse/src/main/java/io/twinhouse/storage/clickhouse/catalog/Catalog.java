// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.clickhouse.client.Answer;
import io.twinhouse.storage.clickhouse.client.ClickHouseGateway;
import io.twinhouse.storage.clickhouse.client.Request;
import io.twinhouse.storage.clickhouse.wire.NativeReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the server says it holds; asked anew each time, since others change it too, but {@link
 * #forStatement} asks once for each table. Temporary tables are not seen. Thread-safe.
 */
public final class Catalog {
  private static final String VIEW = "View";

  private final ClickHouseGateway gateway;
  private final MemoryContext memory;

  /** What a server knows does not change while it runs. */
  private final AtomicReference<@Nullable Set<String>> functions;

  private final @Nullable Map<TableName, Optional<TableDefinition>> knownTables;
  private final @Nullable Map<TableName, Optional<ViewDefinition>> knownViews;

  /**
   * @param memory where the answers are reserved while they are read
   */
  public Catalog(ClickHouseGateway gateway, MemoryContext memory) {
    this.gateway = gateway;
    this.memory = memory;
    this.functions = new AtomicReference<>();
    this.knownTables = null;
    this.knownViews = null;
  }

  private Catalog(Catalog server) {
    this.gateway = server.gateway;
    this.memory = server.memory;
    this.functions = server.functions;
    this.knownTables = new ConcurrentHashMap<>();
    this.knownViews = new ConcurrentHashMap<>();
  }

  /**
   * What the server holds while one statement is prepared and run: a table that was looked up is
   * not asked for again until {@link #forget}.
   */
  public Catalog forStatement() {
    return new Catalog(this);
  }

  /** Looks all tables up anew, for the statement has changed some. */
  public void forget() {
    if (knownTables != null && knownViews != null) {
      knownTables.clear();
      knownViews.clear();
    }
  }

  private static <T> Optional<T> known(
      @Nullable Map<TableName, Optional<T>> known,
      TableName name,
      Function<TableName, Optional<T>> server) {
    return known == null ? server.apply(name) : known.computeIfAbsent(name, server);
  }

  /** Names of all databases, in order. */
  public List<String> databases() {
    return ask("SELECT name FROM system.databases ORDER BY name", Map.of()).stream()
        .map(row -> row.get(0))
        .toList();
  }

  /** Whether the server has a function of this name; some are known in any spelling. */
  public boolean hasFunction(String name) {
    Set<String> known = functions.get();
    if (known == null) {
      known = new HashSet<>();
      String sql = "SELECT name, lower(name), toString(case_insensitive) FROM system.functions";
      for (List<String> row : ask(sql, Map.of())) {
        known.add(row.get(0));
        if (row.get(2).equals("1")) {
          known.add(row.get(1));
        }
      }
      functions.set(known);
    }
    return known.contains(name) || known.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Tables and views of a database, in order of name. */
  public List<TableName> tables(String database) {
    String sql =
        "SELECT name FROM system.tables"
            + " WHERE database = {database:String} AND NOT is_temporary ORDER BY name";
    return ask(sql, Map.of("database", database)).stream()
        .map(row -> new TableName(database, row.get(0)))
        .toList();
  }

  /** A table's declaration; empty when there is none of the name, or it is a view. */
  public Optional<TableDefinition> table(TableName name) {
    return known(knownTables, name, this::readTable);
  }

  private Optional<TableDefinition> readTable(TableName name) {
    String sql =
        "SELECT engine, engine_full, sorting_key, primary_key, partition_key, sampling_key, comment"
            + about("system.tables", "name");
    return ask(sql, parameters(name)).stream()
        .filter(row -> !row.get(0).equals(VIEW))
        .findFirst()
        .map(row -> definition(name, row));
  }

  private TableDefinition definition(TableName name, List<String> row) {
    EngineClause engine = EngineClause.parse(row.get(1));
    return new TableDefinition(
        name,
        columns(name),
        row.get(0),
        engine.arguments(),
        SqlText.splitList(row.get(2)),
        SqlText.splitList(row.get(3)),
        orNull(row.get(4)),
        orNull(row.get(5)),
        engine.ttl(),
        engine.settings(),
        row.get(6));
  }

  private List<ColumnDefinition> columns(TableName name) {
    String sql =
        "SELECT name, type, default_kind, default_expression, comment"
            + about("system.columns", "table")
            + " ORDER BY position";
    return ask(sql, parameters(name)).stream()
        .map(
            row ->
                new ColumnDefinition(
                    row.get(0),
                    TypeParser.parse(row.get(1)),
                    row.get(2).isEmpty()
                        ? ColumnDefinition.Kind.PLAIN
                        : ColumnDefinition.Kind.valueOf(row.get(2)),
                    orNull(row.get(3)),
                    row.get(4)))
        .toList();
  }

  /** A view; empty when there is none of the name, or it is a table. */
  public Optional<ViewDefinition> view(TableName name) {
    if (knownTables != null && knownTables.getOrDefault(name, Optional.empty()).isPresent()) {
      return Optional.empty(); // A name is a table's or a view's.
    }
    return known(knownViews, name, this::readView);
  }

  private Optional<ViewDefinition> readView(TableName name) {
    String sql = "SELECT engine, as_select, comment" + about("system.tables", "name");
    return ask(sql, parameters(name)).stream()
        .filter(row -> row.get(0).equals(VIEW))
        .findFirst()
        .map(row -> new ViewDefinition(name, row.get(1), row.get(2)));
  }

  /** Size of a table; zeros where its engine does not know. */
  public TableStatistics statistics(TableName name) {
    String sql =
        "SELECT toString(ifNull(total_rows, 0)), toString(ifNull(total_bytes, 0)),"
            + " toString(ifNull(active_parts, 0))"
            + about("system.tables", "name");
    return ask(sql, parameters(name)).stream()
        .findFirst()
        .map(
            row ->
                new TableStatistics(
                    Long.parseLong(row.get(0)),
                    Long.parseLong(row.get(1)),
                    Long.parseLong(row.get(2))))
        .orElseThrow(
            () ->
                new TwinhouseException(
                    ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist"));
  }

  /**
   * Names and types of a statement's result, for one whose answer was empty: the server sends no
   * header then. The statement is not run again unless it is a SHOW.
   */
  public Schema describe(Request request) {
    return switch (SqlText.firstWord(request.sql())) {
      case "SELECT", "WITH", "FROM", "VALUES" -> describeQuery(request);
      case "SHOW" -> describeShow(request);
      default -> Schema.of();
    };
  }

  private Schema describeQuery(Request request) {
    // The line break ends a comment that the statement may end with.
    String statement = request.sql().strip().replaceFirst(";$", "");
    List<List<String>> rows;
    try {
      rows = ask(request.withSql("DESCRIBE TABLE (" + statement + "\n)"));
    } catch (TwinhouseException failed) {
      if (failed.is(ErrorCode.SYNTAX_ERROR)) {
        return Schema.of(); // WITH ... INSERT: it has no result
      }
      throw failed;
    }
    return new Schema(rows.stream().map(r -> field(r.get(0), r.get(1))).toList());
  }

  private Schema describeShow(Request request) {
    String statement = request.sql().strip().replaceFirst(";$", "");
    Request again = request.withSql(statement + "\nFORMAT TabSeparatedWithNamesAndTypes");
    try (Answer answer = gateway.query(again)) {
      String[] lines =
          new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .split("\n", -1);
      List<Field> fields = new ArrayList<>();
      String[] types = lines.length < 2 ? new String[0] : lines[1].split("\t", -1);
      for (int i = 0; i < types.length; i++) {
        fields.add(field(lines[0].split("\t", -1)[i], types[i]));
      }
      return new Schema(fields);
    } catch (IOException broken) {
      throw new TwinhouseException(ErrorCode.NETWORK_ERROR, "" + broken.getMessage(), broken);
    }
  }

  private static Field field(String name, String type) {
    return new Field(name, TypeParser.parse(type));
  }

  private static String about(String from, String nameColumn) {
    return " FROM "
        + from
        + " WHERE database = {database:String} AND "
        + nameColumn
        + " = {table:String}";
  }

  private static Map<String, String> parameters(TableName name) {
    return Map.of("database", name.database(), "table", name.table());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private List<List<String>> ask(String sql, Map<String, String> parameters) {
    return ask(Request.of(sql).withParameters(parameters));
  }

  /** All rows of a result whose columns are strings. */
  private List<List<String>> ask(Request request) {
    List<List<String>> rows = new ArrayList<>();
    try (MemoryContext own =
            memory.child(MemoryLevel.OPERATOR, "catalog", MemoryContext.UNLIMITED);
        Answer answer = gateway.query(request)) {
      long rowsSent = answer.summary().resultRows();
      try (NativeReader reader =
          new NativeReader(answer.body(), own, rowsSent, NativeReader.REVISION)) {
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          addRows(batch, rows);
        }
      } catch (IOException broken) {
        throw answer.broken(broken);
      }
    }
    return rows;
  }

  private static void addRows(Batch batch, List<List<String>> rows) {
    for (int row = 0; row < batch.rows(); row++) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < batch.width(); i++) {
        values.add(((BytesColumn) batch.column(i)).string(row));
      }
      rows.add(values);
    }
  }
}
