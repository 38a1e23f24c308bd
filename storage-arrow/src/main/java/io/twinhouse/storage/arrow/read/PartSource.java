// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.expression.EntryFacts;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.index.HiddenRows;
import io.twinhouse.storage.arrow.index.RowWords;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.bound.GranuleRange;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads runs of granules one after the other. Rows that pass are collected until a batch is nearly
 * full, so that a filter that keeps little does not make many small batches.
 */
final class PartSource implements BatchSource {

  /** A batch this full is handed out. */
  private static final int FULL_ENOUGH = Batch.ROWS * 3 / 4;

  /**
   * So many rows are tested at a time: what the filter alone reads takes a quarter of the room of
   * full batches then, and stays in the processor's cache until the rows that pass are read.
   */
  private static final int TESTED_ROWS = Batch.ROWS / 4;

  private static final Column UNUSED = LongColumn.of(0);

  private final ScanShape shape;
  private final List<List<GranuleRange>> runs;
  private final Reservation memory;
  private final ReadCounters counters;
  private final ReaderFactory readers;
  private final Map<Long, GranuleFilter> filters = new HashMap<>();
  private final MemoryContext context;
  private final EntryFacts facts;
  private List<GranuleFilter.Step> steps = List.of();
  private final @Nullable ReadColumn[] filterColumns;
  private final ReadColumn[] outputColumns;
  private final int[] visible;
  private final int[] passed;
  private @Nullable PartState part;
  private HiddenRows hidden = HiddenRows.NONE;
  private final @Nullable RowWords hiddenWords;
  private int hiddenHere;
  private List<GranuleRange> work;
  private int run;
  private int next;
  private int row;
  private int collected;
  private boolean delivered;
  private boolean closed;

  PartSource(
      ScanShape shape,
      List<List<GranuleRange>> runs,
      TableDictionaries dictionaries,
      MemoryContext context,
      ReadCounters counters) {
    this.shape = shape;
    this.runs = runs;
    this.work = runs.get(0);
    this.context = context;
    this.facts = new EntryFacts(context);
    this.counters = counters;
    this.memory = new Reservation(context);
    this.readers = new ReaderFactory(shape.layout(), dictionaries, memory);
    boolean filtered = shape.filter() != null;
    this.visible = rowNumbers(filtered ? TESTED_ROWS : shape.finalRead() ? Batch.ROWS : 0);
    this.passed = rowNumbers(filtered ? TESTED_ROWS : 0);
    this.hiddenWords = shape.finalRead() ? hiddenWords() : null;
    this.filterColumns = new ReadColumn[shape.reads().size()];
    runs.forEach(run -> run.forEach(granule -> prepareFilter(granule.open())));
    this.outputColumns = new ReadColumn[shape.output().size()];
    for (int i = 0; i < outputColumns.length; i++) {
      outputColumns[i] = new ReadColumn(memory, counters);
    }
  }

  private int[] rowNumbers(int most) {
    memory.grow(4L * most);
    return new int[most];
  }

  private RowWords hiddenWords() {
    memory.grow(RowWords.BYTES);
    return new RowWords();
  }

  private void prepareFilter(long open) {
    Conjunction conditions = shape.filter();
    if (conditions == null || filters.containsKey(open)) {
      return;
    }
    GranuleFilter prepared = GranuleFilter.of(conditions, open, context, facts);
    filters.put(open, prepared);
    BitSet reads = conditions.reads(open);
    for (int i = reads.nextSetBit(0); i >= 0; i = reads.nextSetBit(i + 1)) {
      if (filterColumns[i] == null) {
        filterColumns[i] = new ReadColumn(memory, counters);
      }
    }
  }

  @Override
  public @Nullable Batch next() {
    if (closed) {
      throw new IllegalStateException("the source is closed");
    }
    if (delivered) {
      collected = 0;
      delivered = false;
      for (ReadColumn column : outputColumns) {
        column.clear();
      }
    }
    while (next < work.size() && collected < FULL_ENOUGH) {
      Checkpoint.pass();
      GranuleRange granule = work.get(next);
      if (row == 0 && !enter(granule)) {
        break;
      }
      int count = Math.min(granule.rows() - row, rowsAtOnce());
      readRows(granule, granule.from() + row, count);
      row += count;
      if (row == granule.rows()) {
        row = 0;
        next++;
      }
    }
    return collected == 0 ? null : deliver();
  }

  /** How many rows of the granule at hand may be looked at next. */
  private int rowsAtOnce() {
    boolean listed = !steps.isEmpty() || hiddenHere > 0;
    return Math.min(Batch.ROWS - collected, listed ? visible.length : Batch.ROWS);
  }

  @Override
  public boolean nextRun() {
    if (run + 1 >= runs.size()) {
      return false;
    }
    work = runs.get(++run);
    next = 0;
    row = 0;
    return true;
  }

  @Override
  public EntryFacts facts() {
    return facts;
  }

  private Batch deliver() {
    delivered = true;
    Column[] columns = new Column[outputColumns.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = outputColumns[i].view();
    }
    return Batch.of(collected, columns);
  }

  /** Turns to a granule; false if what was collected must be handed out before. */
  private boolean enter(GranuleRange granule) {
    if (part != granule.part() && !enterPart(granule.part())) {
      return false;
    }
    for (ReadColumn column : filterColumns) {
      if (column != null) {
        column.at(granule);
      }
    }
    for (ReadColumn column : outputColumns) {
      column.at(granule);
    }
    GranuleFilter filter = filters.get(granule.open());
    steps = filter == null ? List.of() : filter.steps();
    hiddenHere = hidden.inGranule(granule.granule());
    counters.addRows(granule.rows());
    return true;
  }

  private boolean enterPart(PartState newPart) {
    GranuleReader[] output = new GranuleReader[outputColumns.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = reader(newPart, shape.output().get(i));
      if (collected > 0 && !outputColumns[i].continues(output[i])) {
        return false;
      }
    }
    for (int i = 0; i < output.length; i++) {
      outputColumns[i].use(output[i]);
    }
    for (int i = 0; i < filterColumns.length; i++) {
      ReadColumn column = filterColumns[i];
      if (column != null) {
        column.use(reader(newPart, i));
      }
    }
    part = newPart;
    if (hiddenWords != null) {
      hidden = newPart.hiddenByFinal();
      hiddenWords.use(hidden.rows());
    }
    return true;
  }

  private GranuleReader reader(PartState of, int read) {
    return readers.reader(of.part(), shape.reads().get(read), shape.columnTypes().get(read));
  }

  private void readRows(GranuleRange granule, int from, int count) {
    if (isCounted()) {
      collected += count - hiddenIn(granule, from, count);
      return;
    }
    RowWords words = hiddenHere == 0 ? null : hiddenWords;
    int shown = count;
    if (words != null) {
      shown = words.outside(granule.start() + from, count, granule.start(), visible);
    }
    boolean all = shown == count;
    for (GranuleFilter.Step step : steps) {
      if (shown == 0) {
        return;
      }
      ColumnRange range = step.range();
      ReadColumn column = range == null ? null : filterColumns[range.input()];
      int kept =
          all && range != null && column != null && column.selects()
              ? column.select(from, shown, range, visible)
              : evaluate(step, all, from, shown);
      all &= kept == shown;
      shown = kept;
    }
    collect(all, from, visible, shown);
  }

  /** Leaves the rows that pass in {@code visible}; returns how many. */
  private int evaluate(GranuleFilter.Step step, boolean all, int from, int shown) {
    Batch batch = filterBatch(step.reads(), all, from, shown);
    int kept = step.evaluator().select(batch, passed);
    if (kept < shown) {
      for (int i = 0; i < kept; i++) {
        visible[i] = all ? passed[i] + from : visible[passed[i]];
      }
    }
    return kept;
  }

  private int hiddenIn(GranuleRange granule, int from, int count) {
    boolean whole =
        hiddenHere == 0 || count == granule.part().part().description().rowsOf(granule.granule());
    return whole ? hiddenHere : (int) hidden.rows().countIn(granule.start() + from, count);
  }

  /** Whether it matters how many rows are visible and not which. */
  private boolean isCounted() {
    return outputColumns.length == 0 && steps.isEmpty();
  }

  private Batch filterBatch(BitSet reads, boolean all, int from, int shown) {
    Column[] columns = new Column[filterColumns.length];
    for (int i = 0; i < columns.length; i++) {
      ReadColumn column = filterColumns[i];
      if (column == null || !reads.get(i)) {
        columns[i] = ConstantColumn.of(UNUSED, shown);
      } else {
        column.clear();
        read(column, all, from, visible, shown);
        columns[i] = column.view();
      }
    }
    return Batch.of(shown, columns);
  }

  private void collect(boolean all, int from, int[] rows, int count) {
    if (count == 0) {
      return;
    }
    for (ReadColumn column : outputColumns) {
      read(column, all, from, rows, count);
    }
    collected += count;
  }

  private static void read(ReadColumn column, boolean all, int from, int[] rows, int count) {
    if (all) {
      column.read(from, count);
    } else {
      column.read(rows, count);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      facts.close();
      filters.values().forEach(GranuleFilter::close);
      memory.close();
    }
  }
}
