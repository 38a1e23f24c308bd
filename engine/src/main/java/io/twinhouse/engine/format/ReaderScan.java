// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The columns that a scan wants of rows in a format, whatever columns the data have. */
public final class ReaderScan implements Scan {

  private final RowReader reader;
  private final ScanRequest request;
  private final Other other;
  private final Reservation held;
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /** Columns beside those of the data. */
  @FunctionalInterface
  public interface Other {

    /** The values of a column for as many rows; null where there is no such column. */
    @Nullable Column of(String column, int rows);
  }

  /**
   * @param reader of the data, closed with the scan
   * @param other asked for each batch after it was read
   */
  public ReaderScan(RowReader reader, ScanRequest request, Other other) {
    this.reader = reader;
    this.request = request;
    this.other = other;
    this.held = new Reservation(request.memory());
  }

  @Override
  public List<BatchSource> sources() {
    return List.of(new Source());
  }

  @Override
  public ScanCounters counters() {
    return new ScanCounters(rows.get(), bytes.get(), 1, 1, rows.get());
  }

  @Override
  public void close() {
    reader.close();
    held.close();
  }

  /** A column of the batch that was read last, or of absent values where the data leave it out. */
  private Column column(ColumnRead read, Batch batch) {
    Column told = other.of(read.column(), batch.rows());
    if (told != null) {
      return told;
    }
    if (!read.path().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A path in a JSON column of data that are read is not supported; read the whole column,"
              + " or keep it in a table first");
    }
    int index = reader.schema().indexOf(read.column());
    return index >= 0
        ? ReceivedValues.of(batch.column(index), reader.schema().field(index).type())
        : absent(read.type(), batch.rows());
  }

  private static Column absent(Type type, int rows) {
    ColumnBuilder one = ColumnBuilder.of(type);
    one.appendAbsent(type);
    return ConstantColumn.of(one.build(), rows);
  }

  private @Nullable Batch next() {
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

  private final class Source implements BatchSource {

    @Override
    public @Nullable Batch next() {
      return ReaderScan.this.next();
    }

    @Override
    public void close() {
      ReaderScan.this.close();
    }
  }
}
