// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.contract;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An opened house and one database in it, with the shortest ways to say what a test wants. Reads go
 * by a scan where the house has scans, else by SQL; rows come back in an order of their own, for no
 * house promises one.
 */
final class House {
  private static final String RESULT = "result";

  final Storage storage;
  final String database;
  final MemoryContext memory;

  House(Storage storage, String database, MemoryContext memory) {
    this.storage = storage;
    this.database = database;
    this.memory = memory;
  }

  boolean can(Capability capability) {
    return storage.capabilities().contains(capability);
  }

  TableName name(String table) {
    return new TableName(database, table);
  }

  /** Declares a table; columns as {@code "name Type"}. */
  TableDefinition define(
      String table, String engine, List<String> arguments, List<String> key, String... columns) {
    List<ColumnDefinition> definitions =
        Arrays.stream(columns)
            .map(
                column -> {
                  int space = column.indexOf(' ');
                  Type type = TypeParser.parse(column.substring(space + 1));
                  return ColumnDefinition.plain(column.substring(0, space), type);
                })
            .toList();
    return new TableDefinition(
        name(table), definitions, engine, arguments, key, key, null, null, null, Map.of(), "");
  }

  /** The same table, partitioned by a column. */
  static TableDefinition partitioned(TableDefinition table, String column) {
    return new TableDefinition(
        table.name(),
        table.columns(),
        table.engine(),
        table.engineArguments(),
        table.orderBy(),
        table.primaryKey(),
        column,
        null,
        null,
        table.settings(),
        table.comment());
  }

  /** A MergeTree by its first column, created. */
  TableDefinition mergeTree(String table, String... columns) {
    String first = columns[0].substring(0, columns[0].indexOf(' '));
    return create(define(table, "MergeTree", List.of(), List.of(first), columns));
  }

  TableDefinition create(TableDefinition table) {
    storage.createTable(table);
    return table;
  }

  /** Inserts rows, each a list of lane values, in one insert of one batch. */
  long insert(TableDefinition table, List<?>... rows) {
    try (BatchSink sink = storage.insert(table.name(), table.schema().names())) {
      sink.add(batch(table.schema().types(), Arrays.asList(rows)));
      return sink.commit();
    }
  }

  static Batch batch(List<Type> types, List<? extends List<?>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      ColumnBuilder builder = ColumnBuilder.of(types.get(i));
      for (List<?> row : rows) {
        LaneValues.append(builder, row.get(i));
      }
      columns.add(builder.build());
    }
    return Batch.of(rows.size(), columns);
  }

  /** All rows of a table, every column. */
  List<List<@Nullable Object>> read(TableDefinition table) {
    return read(table, false);
  }

  /** All rows, or the newest version of each key alone. */
  List<List<@Nullable Object>> read(TableDefinition table, boolean finalRead) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    return read(table, reads, finalRead);
  }

  List<List<@Nullable Object>> read(
      TableDefinition table, List<ColumnRead> reads, boolean finalRead) {
    if (can(Capability.SCAN)) {
      return scan(table, request(reads, null, finalRead, 1, memory));
    }
    String columns = reads.stream().map(House::sql).collect(Collectors.joining(", "));
    String from = " FROM `" + table.name().table() + "`" + (finalRead ? " FINAL" : "");
    return query("SELECT " + columns + from);
  }

  private static String sql(ColumnRead read) {
    String path =
        "`"
            + read.column()
            + "`"
            + read.path().stream().map(p -> ".`" + p + "`").collect(Collectors.joining());
    return read.path().isEmpty() ? path : Quoting.cast(path, read.type());
  }

  static ScanRequest request(
      List<ColumnRead> reads,
      @Nullable Expression filter,
      boolean finalRead,
      int partitions,
      MemoryContext memory) {
    List<Integer> output = IntStream.range(0, reads.size()).boxed().toList();
    return new ScanRequest(reads, filter, output, finalRead, partitions, memory);
  }

  List<List<@Nullable Object>> scan(TableDefinition table, ScanRequest request) {
    try (Scan scan = storage.table(table.name()).orElseThrow().scan(request)) {
      return rows(scan);
    }
  }

  /** All rows of all sources of a scan. */
  static List<List<@Nullable Object>> rows(Scan scan) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (BatchSource source : scan.sources()) {
      addRows(source, rows);
    }
    return sorted(rows);
  }

  List<List<@Nullable Object>> query(String sql) {
    try (RemoteResult result = storage.execute(request(sql))) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      addRows(result, rows);
      return sorted(rows);
    }
  }

  RemoteRequest request(String sql) {
    return new RemoteRequest(sql, database, "", Map.of(), Map.of("max_threads", "1"));
  }

  /** The peak memory of one read of a table, as the house reports it. */
  long peakOfReading(TableDefinition table) {
    if (can(Capability.SCAN)) {
      try (MemoryContext own =
          memory.child(MemoryLevel.OPERATOR, RESULT, MemoryContext.UNLIMITED)) {
        List<ColumnRead> reads =
            table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
        scan(table, request(reads, null, false, 1, own));
        return own.peakBytes();
      }
    }
    String sql = "SELECT * FROM `" + table.name().table() + "`";
    try (RemoteResult result = storage.execute(request(sql))) {
      addRows(result, new ArrayList<>());
      return result.statistics().peakMemoryBytes();
    }
  }

  private static void addRows(BatchSource source, List<List<@Nullable Object>> rows) {
    for (Batch batch = source.next(); batch != null; batch = source.next()) {
      if (batch.rows() == 0) {
        throw new AssertionError("a source gave an empty batch");
      }
      for (int row = 0; row < batch.rows(); row++) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < batch.width(); i++) {
          values.add(LaneValues.get(batch.column(i), row));
        }
        rows.add(values);
      }
    }
  }

  /** In the order of their text: any order will do that is the same on both sides. */
  static List<List<@Nullable Object>> sorted(List<? extends List<?>> rows) {
    List<List<@Nullable Object>> sorted = new ArrayList<>();
    rows.forEach(row -> sorted.add(new ArrayList<>(row)));
    sorted.sort(Comparator.comparing(Object::toString));
    return sorted;
  }
}
