// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.commit.Snapshot;
import io.twinhouse.storage.arrow.fold.FoldedRows;
import io.twinhouse.storage.arrow.fold.PartStarts;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.read.ReadCounters;
import io.twinhouse.storage.arrow.write.PartBuilder;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read with FINAL of a table that folds rows. Rows of all parts come together before the filter
 * looks at them, as it may ask for values that only folding makes: what is read is held in memory,
 * the columns that are asked for and no others.
 */
final class FoldedScan implements Scan {

  private final TableLayout layout;
  private final PartStore store;
  private final PartFormat format;
  private final ScanRequest request;
  private final Snapshot snapshot;
  private final ReadCounters counters;
  private final MemoryContext memory;
  private final FoldedSource source;

  /**
   * @param snapshot closed with the scan
   */
  FoldedScan(
      TableLayout layout,
      PartStore store,
      Snapshot snapshot,
      PartFormat format,
      ScanRequest request) {
    this.layout = layout;
    this.store = store;
    this.format = format;
    this.request = request;
    this.snapshot = snapshot;
    this.counters = new ReadCounters(snapshot.state().rows());
    this.memory = request.memory().steadyChild(MemoryLevel.OPERATOR, "folded");
    this.source = new FoldedSource();
  }

  @Override
  public List<BatchSource> sources() {
    return List.of(source);
  }

  @Override
  public ScanCounters counters() {
    return counters.read();
  }

  @Override
  public void close() {
    source.close();
    memory.close();
    snapshot.close();
  }

  /** All rows, folded when the first are asked for. */
  private final class FoldedSource implements BatchSource {

    private final Reservation buffers = new Reservation(memory);
    private final int[] passed = new int[Batch.ROWS];
    private @Nullable ExpressionEvaluator filter;
    private @Nullable Batch rows;
    private @Nullable FoldedRows folded;
    private int next;
    private boolean closed;

    @Override
    public @Nullable Batch next() {
      if (closed) {
        throw new IllegalStateException("the source is closed");
      }
      Batch all = rows;
      FoldedRows groups = folded;
      if (all == null || groups == null) {
        all = read();
        PartStarts starts = PartStarts.of(parts().stream().mapToInt(Part::rows).toArray());
        PartBuilder builder = new PartBuilder(layout, store, format, memory);
        groups = builder.fold(all, asked(), starts, buffers);
        rows = all;
        folded = groups;
        filter = request.filter() == null ? null : ExpressionEvaluator.of(request.filter(), memory);
      }
      while (next < groups.count()) {
        int from = next;
        int count = Math.min(Batch.ROWS, groups.count() - from);
        next += count;
        Batch chosen = filtered(reads(all, groups, from, count), groups, from);
        if (chosen.rows() > 0) {
          return chosen;
        }
      }
      return null;
    }

    private BitSet asked() {
      BitSet asked = new BitSet();
      request.reads().forEach(read -> asked.set(layout.readable(read.column())));
      return asked;
    }

    /** Among equal keys ClickHouse reads the partitions in order of their ids as text. */
    private List<Part> parts() {
      return snapshot.state().parts().stream()
          .map(PartState::part)
          .sorted(Comparator.comparing(Part::id))
          .toList();
    }

    private Batch read() {
      BitSet columns = asked();
      columns.or(layout.folding().needed(asked()));
      layout.sortingKey().forEach(key -> Inputs.collect(key, columns));
      List<Part> parts = parts();
      for (Part part : parts) {
        counters.addPart(part.description().granules());
        counters.addRows(part.rows());
      }
      Batch read = new PartRows(layout, store.dictionaries(), buffers).read(parts, columns);
      counters.addBytes(read.retainedBytes());
      return read;
    }

    private Batch reads(Batch all, FoldedRows groups, int from, int count) {
      int[] places = new int[count];
      int[] firsts = new int[count];
      for (int i = 0; i < count; i++) {
        places[i] = from + i;
        firsts[i] = groups.first()[from + i];
      }
      Column[] columns = new Column[request.reads().size()];
      for (int i = 0; i < columns.length; i++) {
        ColumnRead read = request.reads().get(i);
        int column = layout.readable(read.column());
        Column values = groups.folded().get(column);
        columns[i] =
            values == null
                ? all.column(column).gather(firsts, count)
                : values.gather(places, count);
      }
      return Batch.of(count, columns);
    }

    private Batch filtered(Batch reads, FoldedRows groups, int from) {
      ExpressionEvaluator condition = filter;
      int kept = condition == null ? reads.rows() : condition.select(reads, passed);
      for (int i = 0; i < kept; i++) {
        groups.requireSure(from + (condition == null ? i : passed[i]));
      }
      Column[] columns = new Column[request.output().size()];
      for (int i = 0; i < columns.length; i++) {
        Column column = reads.column(request.output().get(i));
        columns[i] = kept == reads.rows() ? column : column.gather(passed, kept);
      }
      return Batch.of(kept, columns);
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      if (filter != null) {
        filter.close();
      }
      buffers.close();
    }
  }
}
