// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.source;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableStatistics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table again and again: who reads them has to stop by itself. */
public final class LoopedTable implements Table {

  private final Table table;

  public LoopedTable(Table table) {
    this.table = table;
  }

  @Override
  public TableDefinition definition() {
    return table.definition();
  }

  @Override
  public List<ColumnDefinition> placeColumns() {
    return table.placeColumns();
  }

  @Override
  public TableStatistics statistics() {
    return table.statistics();
  }

  @Override
  public boolean filters() {
    return table.filters();
  }

  @Override
  public Scan scan(ScanRequest request) {
    ScanRequest once =
        new ScanRequest(
            request.reads(),
            request.filter(),
            request.output(),
            request.finalRead(),
            1,
            request.memory());
    return new Rounds(table, once);
  }

  private static final class Rounds implements Scan, BatchSource {

    private final Table table;
    private final ScanRequest request;
    private final Deque<BatchSource> left = new ArrayDeque<>();
    private volatile ScanCounters before = ScanCounters.NONE;
    private volatile @Nullable Scan round;
    private boolean empty;
    private boolean closed;

    Rounds(Table table, ScanRequest request) {
      this.table = table;
      this.request = request;
    }

    @Override
    public List<BatchSource> sources() {
      return List.of(this);
    }

    @Override
    public @Nullable Batch next() {
      while (!closed) {
        BatchSource source = left.peek();
        Batch batch = source == null ? null : source.next();
        if (batch != null) {
          return batch;
        }
        if (source != null) {
          left.remove();
        } else if (!begin()) {
          return null;
        }
      }
      return null;
    }

    /** Begins the next round; false where the one before had nothing to read. */
    private boolean begin() {
      Checkpoint.pass();
      long read = before.rows();
      endRound();
      if (empty && before.rows() == read) {
        return false;
      }
      Scan opened = table.scan(request);
      round = opened;
      left.addAll(opened.sources());
      empty = true;
      return true;
    }

    private void endRound() {
      Scan ended = round;
      if (ended != null) {
        before = before.plus(ended.counters());
        round = null;
        ended.close();
      }
      left.clear();
    }

    @Override
    public ScanCounters counters() {
      Scan now = round;
      return now == null ? before : before.plus(now.counters());
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        endRound();
      }
    }
  }
}
