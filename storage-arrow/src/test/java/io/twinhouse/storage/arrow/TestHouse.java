// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.testkit.contract.LaneValues;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A house and the shortest ways to fill and read its tables. */
public final class TestHouse implements AutoCloseable {

  private final MemoryContext memory;
  private final Storage storage;

  private TestHouse(MemoryContext memory, Storage storage) {
    this.memory = memory;
    this.storage = storage;
  }

  public static TestHouse open(String url) {
    MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
    return new TestHouse(memory, TestStores.open(url, memory));
  }

  /** Opens a house in any directory. */
  public static TestHouse open(Directory directory) throws IOException {
    return open(directory, Map.of());
  }

  /** Opens a house in any directory, with options of its address. */
  public static TestHouse open(Directory directory, Map<String, String> options)
      throws IOException {
    MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
    MemoryContext own = memory.child(MemoryLevel.OPERATOR, "store", MemoryContext.UNLIMITED);
    return new TestHouse(memory, TestStores.open(directory, options, own));
  }

  public Storage storage() {
    return storage;
  }

  public MemoryContext memory() {
    return memory;
  }

  /** Declares and creates a table of the default database; columns as {@code "name Type"}. */
  public TableDefinition create(
      String name,
      String engine,
      List<String> arguments,
      List<String> key,
      @Nullable String partitionBy,
      String... columns) {
    TableDefinition table =
        new TableDefinition(
            new TableName("default", name),
            Arrays.stream(columns).map(TestHouse::column).toList(),
            engine,
            arguments,
            key,
            key,
            partitionBy,
            null,
            null,
            Map.of(),
            "");
    storage.createTable(table);
    return table;
  }

  private static ColumnDefinition column(String text) {
    int space = text.indexOf(' ');
    Type type = TypeParser.parse(text.substring(space + 1));
    return ColumnDefinition.plain(text.substring(0, space), type);
  }

  /** Inserts rows of lane values in one insert. */
  public void insert(TableDefinition table, List<? extends List<?>> rows) {
    insert(table, rows, List.of());
  }

  /** As above; a table with a window recognises the insert by {@code identities}. */
  public void insert(TableDefinition table, List<? extends List<?>> rows, List<String> identities) {
    try (BatchSink sink = storage.insert(table.name(), table.schema().names())) {
      sink.add(batch(table.schema().types(), rows));
      sink.commit(identities);
    }
  }

  public static Batch batch(List<Type> types, List<? extends List<?>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < types.size(); c++) {
      ColumnBuilder builder = ColumnBuilder.of(types.get(c));
      for (List<?> row : rows) {
        LaneValues.append(builder, row.get(c));
      }
      columns.add(builder.build());
    }
    return Batch.of(rows.size(), columns);
  }

  /** Reads as the server would print each value; rows in order of their text. */
  public List<List<String>> read(
      TableDefinition table,
      List<ColumnRead> reads,
      @Nullable Expression filter,
      boolean finalRead) {
    List<Integer> output = IntStream.range(0, reads.size()).boxed().toList();
    ScanRequest request = new ScanRequest(reads, filter, output, finalRead, 2, memory);
    List<List<String>> rows = new ArrayList<>();
    try (Scan scan = storage.table(table.name()).orElseThrow().scan(request)) {
      List<ValueWriter> writers =
          reads.stream()
              .map(read -> ValueWriter.of(read.type(), TextStyle.ESCAPED, ZoneOffset.UTC))
              .toList();
      for (BatchSource source : scan.sources()) {
        for (Batch batch = source.next(); batch != null; batch = source.next()) {
          append(batch, writers, rows);
        }
      }
    }
    rows.sort((a, b) -> a.toString().compareTo(b.toString()));
    return rows;
  }

  private static void append(Batch batch, List<ValueWriter> writers, List<List<String>> rows) {
    TextOutput out = new TextOutput();
    for (int row = 0; row < batch.rows(); row++) {
      List<String> values = new ArrayList<>();
      for (int c = 0; c < writers.size(); c++) {
        out.reset();
        writers.get(c).write(batch.column(c), row, out);
        values.add(out.toString());
      }
      rows.add(values);
    }
  }

  /** All columns of all rows. */
  public List<List<String>> read(TableDefinition table, boolean finalRead) {
    List<ColumnRead> reads =
        table.columns().stream().map(c -> ColumnRead.of(c.name(), c.type())).toList();
    return read(table, reads, null, finalRead);
  }

  @Override
  public void close() {
    storage.close();
    if (memory.reservedBytes() != 0) {
      throw new AssertionError(memory.reservedBytes() + " bytes are still reserved");
    }
  }
}
