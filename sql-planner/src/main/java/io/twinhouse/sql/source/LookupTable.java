// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.buffer.BatchBuffer;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.lookup.LookupRows;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dictionary as a table: the rows that it held when the query was planned. */
public final class LookupTable implements Table {

  private final TableDefinition definition;
  private final Schema schema;
  private final LookupRows rows;

  /**
   * @param schema its columns in the order in which rows are read
   */
  public LookupTable(TableDefinition definition, Schema schema, LookupRows rows) {
    this.definition = definition;
    this.schema = schema;
    this.rows = rows;
  }

  @Override
  public TableDefinition definition() {
    return definition;
  }

  @Override
  public TableStatistics statistics() {
    return new TableStatistics(rows.size(), rows.bytes(), 1);
  }

  @Override
  public boolean filters() {
    return false;
  }

  @Override
  public Scan scan(ScanRequest request) {
    return new Reading(new Source(request));
  }

  private record Reading(Source source) implements Scan {

    @Override
    public List<BatchSource> sources() {
      return List.of(source);
    }

    @Override
    public ScanCounters counters() {
      return new ScanCounters(source.next, source.bytes, 1, 1, source.next);
    }

    @Override
    public void close() {
      source.close();
    }
  }

  private final class Source implements BatchSource {
    private final ScanRequest request;
    private final Reservation held;
    private final BatchBuffer buffer;
    private volatile int next;
    private volatile long bytes;

    Source(ScanRequest request) {
      this.request = request;
      held = new Reservation(request.memory());
      buffer = new BatchBuffer(schema.types(), held);
    }

    @Override
    public @Nullable Batch next() {
      int from = next; // written by one thread, read by those that ask how far it is
      int count = Math.min(Batch.ROWS, rows.size() - from);
      if (count <= 0) {
        return null;
      }
      buffer.reset();
      rows.read(from, count, buffer);
      next = from + count;
      Batch all = buffer.batch();
      Column[] columns = new Column[request.output().size()];
      for (int i = 0; i < columns.length; i++) {
        String name = request.reads().get(request.output().get(i)).column();
        columns[i] = all.column(schema.indexOf(name));
      }
      long sofar = bytes;
      bytes = sofar + all.retainedBytes();
      return Batch.of(count, columns);
    }

    @Override
    public void close() {
      held.close();
    }
  }
}
