// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.read.bound.GranuleRange;
import io.twinhouse.storage.arrow.read.bound.IndexReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts work into runs by values of a column that leads the sorting key: each run has the rows of
 * all parts from one value to the next, found by the sparse index and, within granules, by halving.
 * A grouping by that column then holds the groups of one run at a time.
 */
final class ApartRuns implements AutoCloseable {

  /** Rows of a run: its groups stay in the processor's cache, and a thread gets many runs. */
  private static final long RUN_ROWS = 32_768;

  /** Of times few rows make one run: sets of a day's users are large, and days are few. */
  private static final long STEP_RUN_ROWS = 8192;

  /** Fewest rows of a run that a part has on average: each such piece costs a start. */
  private static final long PIECE_ROWS = 128;

  private static final int MOST_RUNS = 1024;

  /** Values looked at for each run to choose where it begins, and for all of them at most. */
  private static final int RUN_MARKS = 16;

  private static final int MOST_MARKS = 8192;

  /** Rows between those that are looked at first where a granule belongs to several runs. */
  private static final int STRIDE = 64;

  private final TableLayout layout;
  private final ApartKey key;
  private final TableDictionaries dictionaries;
  private final MemoryContext context;
  private final KeyRows spreadRows;
  private final KeyRows closeRows;

  /**
   * @param context for what is decoded meanwhile, nothing of which is held after closing
   */
  ApartRuns(ScanShape shape, ApartKey key, TableDictionaries dictionaries, MemoryContext context) {
    this.layout = shape.layout();
    this.key = key;
    this.dictionaries = dictionaries;
    this.context = context;
    spreadRows = new KeyRows(layout, key, dictionaries, context);
    closeRows = new KeyRows(layout, key, dictionaries, context);
  }

  @Override
  public void close() {
    spreadRows.close();
    closeRows.close();
  }

  /**
   * The runs in the order of the key; null where there would be too few for all partitions.
   *
   * @param oneIn of how many granules one is read: as many runs as of all, so smaller ones
   */
  @Nullable List<List<GranuleRange>> cut(List<GranuleRange> work, int partitions, int oneIn) {
    long rows = oneIn * work.stream().mapToLong(GranuleRange::rows).sum();
    long parts = work.stream().map(GranuleRange::part).distinct().count();
    long runRows = key.step() > 0 ? STEP_RUN_ROWS : RUN_ROWS;
    long wanted = Math.min(rows / runRows, rows / (PIECE_ROWS * Math.max(1, parts)));
    int count = (int) Math.min(MOST_RUNS, wanted);
    boolean apt = count >= 2L * partitions && isApt(work);
    ApartOrder order = apt ? order(work, count) : null;
    if (order == null || order.runs() < 2 * partitions) {
      return null;
    }
    List<List<GranuleRange>> runs = new ArrayList<>();
    for (int i = 0; i < order.runs(); i++) {
      runs.add(new ArrayList<>());
    }
    distribute(work, order, runs);
    runs.removeIf(List::isEmpty);
    return runs.size() < 2 * partitions ? null : runs;
  }

  private void distribute(
      List<GranuleRange> work, ApartOrder order, List<List<GranuleRange>> runs) {
    Reservation scratch = new Reservation(context);
    Part part = null;
    List<Column> ends = List.of();
    for (GranuleRange granule : work) {
      if (granule.part().part() != part) {
        scratch.close();
        part = granule.part().part();
        ends = new IndexReader(dictionaries, scratch).read(part, layout);
      }
      int first = order.runOf(ends, granule.granule());
      if (first == order.runOf(ends, granule.granule() + 1)) {
        runs.get(first).add(granule);
      } else {
        split(granule, order, runs);
      }
    }
    scratch.close();
  }

  /** Whether all parts are sorted by the column and none has values that leave its order. */
  private boolean isApt(List<GranuleRange> work) {
    for (GranuleRange granule : work) {
      Part part = granule.part().part();
      PartStream stream = part.stream(layout.name(key.column()));
      if (part.description().index().size() <= key.position()
          || stream == null
          || !stream.dictionary()
              && !key.isOrderedFrom(
                  stream.min()[granule.granule()], stream.max()[granule.granule()])) {
        return false;
      }
    }
    return true;
  }

  /** Where runs begin; null if the values at hand do not lend themselves to it. */
  private @Nullable ApartOrder order(List<GranuleRange> work, int count) {
    ApartOrder.Marks marks = new ApartOrder.Marks(key);
    int wanted = Math.min(MOST_MARKS, Math.multiplyExact(RUN_MARKS, count));
    int each = (wanted + work.size() - 1) / work.size();
    for (GranuleRange granule : work) {
      int samples = Math.min(each, granule.rows());
      int[] rows = new int[samples];
      for (int i = 0; i < samples; i++) {
        rows[i] = (int) ((long) granule.rows() * i / samples);
      }
      List<Column> columns = spreadRows.read(granule, rows);
      if (columns == null) {
        return null;
      }
      marks.add(columns, samples);
    }
    return marks.order(count);
  }

  /** Cuts a granule where its runs begin: looks at few rows, then closely where they differ. */
  private void split(GranuleRange granule, ApartOrder order, List<List<GranuleRange>> runs) {
    int[] rows = spread(granule.rows() - 1);
    int[] runOf = order.runsOf(encoded(spreadRows.read(granule, rows)), rows.length);
    int from = 0;
    for (int i = 1; i < rows.length; i++) {
      if (runOf[i - 1] != runOf[i]) {
        from = cut(granule, from, rows[i - 1], rows[i], order, runs);
      }
    }
    add(granule, from, granule.rows(), runs.get(runOf[rows.length - 1]));
  }

  /** Rows from the first to the last with equal steps between them. */
  private static int[] spread(int last) {
    int steps = Math.max(1, (last + STRIDE - 1) / STRIDE);
    int[] rows = new int[steps + 1];
    for (int i = 0; i <= steps; i++) {
      rows[i] = Math.min(last, i * STRIDE);
    }
    return rows;
  }

  /**
   * Ends the run that begins at {@code from} and all that end by {@code high}; the next's first.
   */
  private int cut(
      GranuleRange granule,
      int from,
      int low,
      int high,
      ApartOrder order,
      List<List<GranuleRange>> runs) {
    int[] rows = IntStream.rangeClosed(low, high).toArray();
    int[] runOf = order.runsOf(encoded(closeRows.read(granule, rows)), rows.length);
    int begin = from;
    for (int i = 1; i < rows.length; i++) {
      if (runOf[i - 1] != runOf[i]) {
        add(granule, begin, rows[i], runs.get(runOf[i - 1]));
        begin = rows[i];
      }
    }
    return begin;
  }

  private static List<Column> encoded(@Nullable List<Column> columns) {
    if (columns == null) {
      throw new IllegalStateException("the key's encoding changed within a part");
    }
    return columns;
  }

  private static void add(GranuleRange granule, int from, int to, List<GranuleRange> run) {
    run.add(new GranuleRange(granule.part(), granule.granule(), from, to, granule.open()));
  }
}
