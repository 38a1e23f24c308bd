// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The columns that a scan wants of files, whatever columns each of them has. */
final class FileSource implements BatchSource {

  private final FilesReader reader;
  private final ScanRequest request;
  private final List<VirtualColumn> virtual;
  private final Reservation held;
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  FileSource(FilesReader reader, ScanRequest request, List<VirtualColumn> virtual) {
    this.reader = reader;
    this.request = request;
    this.virtual = virtual;
    this.held = new Reservation(request.memory());
  }

  ScanCounters counters() {
    return new ScanCounters(rows.get(), bytes.get(), 1, 1, rows.get());
  }

  @Override
  public @Nullable Batch next() {
    Batch batch = reader.next();
    if (batch == null) {
      return null;
    }
    long size = batch.retainedBytes();
    held.resize(size);
    rows.addAndGet(batch.rows());
    bytes.addAndGet(size);
    List<Integer> output = request.output();
    Column[] columns = new Column[output.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(request.reads().get(output.get(i)), batch);
    }
    return Batch.of(batch.rows(), columns);
  }

  private Column column(ColumnRead read, Batch batch) {
    for (VirtualColumn told : virtual) {
      if (told.column().equals(read.column())) {
        return told.of(reader.path(), batch.rows());
      }
    }
    int index = reader.schema().indexOf(read.column());
    return index >= 0
        ? ReceivedValues.of(batch.column(index), reader.schema().field(index).type())
        : absent(read.type(), batch.rows());
  }

  /** A column that a file leaves out. */
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
