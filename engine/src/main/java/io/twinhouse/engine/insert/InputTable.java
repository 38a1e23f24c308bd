// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.ReaderScan;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.TableStatistics;
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
    return new ReaderScan(rows.get(), request, (column, count) -> null);
  }
}
