// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The data of an INSERT as its query sees them, by {@code input()}. They can be read once. */
public final class InputTable implements Table {

  private final Schema columns;
  private final TableDefinition definition;
  private final AtomicReference<@Nullable Supplier<RowReader>> data = new AtomicReference<>();

  public InputTable(Schema columns) {
    this.columns = columns;
    definition =
        TableDefinition.of(
            new TableName("_table_function", "input"),
            columns.fields().stream()
                .map(field -> ColumnDefinition.plain(field.name(), field.type()))
                .toList(),
            "Input");
  }

  public Schema columns() {
    return columns;
  }

  /** Says where the rows come from. */
  public void receive(Supplier<RowReader> rows) {
    data.set(rows);
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public TableStatistics statistics() {
    return new TableStatistics(0, 0, 1);
  }

  @Override
  public boolean filters() {
    return false;
  }

  @Override
  public Scan scan(ScanRequest request) {
    Supplier<RowReader> rows = data.getAndSet(null);
    if (rows == null) {
      throw new TwinhouseException(
          ErrorCode.INVALID_USAGE_OF_INPUT,
          "Input stream is not initialized, input() must be used only once and in INSERT SELECT"
              + " query with a FORMAT");
    }
    return new InputScan(new Source(rows.get(), request));
  }

  private record InputScan(Source source) implements Scan {

    @Override
    public List<BatchSource> sources() {
      return List.of(source);
    }

    @Override
    public ScanCounters counters() {
      return new ScanCounters(source.rows.get(), source.bytes.get(), 1, 1, source.rows.get());
    }

    @Override
    public void close() {
      source.close();
    }
  }

  private static final class Source implements BatchSource {

    private final RowReader reader;
    private final ScanRequest request;
    private final Reservation held;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Source(RowReader reader, ScanRequest request) {
      this.reader = reader;
      this.request = request;
      this.held = new Reservation(request.memory());
    }

    @Override
    public @Nullable Batch next() {
      Batch batch = reader.next();
      if (batch == null) {
        return null;
      }
      held.resize(batch.retainedBytes());
      rows.addAndGet(batch.rows());
      bytes.addAndGet(batch.retainedBytes());
      List<Integer> output = request.output();
      Column[] columns = new Column[output.size()];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = column(request.reads().get(output.get(i)), batch);
      }
      return Batch.of(batch.rows(), columns);
    }

    private Column column(ColumnRead read, Batch batch) {
      if (!read.path().isEmpty()) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A path in a JSON column of the table function input is not supported; read the whole"
                + " column, or keep it in a table first");
      }
      int index = reader.schema().indexOf(read.column());
      return index >= 0
          ? ReceivedValues.of(batch.column(index), reader.schema().field(index).type())
          : absent(read.type(), batch.rows());
    }

    /** A column that the data leave out. */
    private static Column absent(Type type, int rows) {
      ColumnBuilder one = ColumnBuilder.of(type);
      one.appendAbsent(type);
      return ConstantColumn.of(one.build(), rows);
    }

    @Override
    public void close() {
      reader.close();
      held.close();
    }
  }
}
