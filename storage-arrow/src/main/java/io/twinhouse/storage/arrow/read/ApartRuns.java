// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts work into runs by values of a column that leads the sorting key: each run has the rows of
 * all parts from one value to the next, found by the sparse index and, within granules, by halving.
 * A grouping by that column then holds the groups of one run at a time.
 */
final class ApartRuns {

  /** Rows of a run: its groups stay in the processor's cache, and a thread gets many runs. */
  private static final long RUN_ROWS = 32_768;

  /** Of times few rows make one run: sets of a day's users are large, and days are few. */
  private static final long STEP_RUN_ROWS = 8192;

  /** Fewest rows of a run that a part has on average: each such piece costs a start. */
  private static final long PIECE_ROWS = 128;

  private static final int MOST_RUNS = 1024;

  /** Values looked at to choose where runs begin. */
  private static final int MARKS = 8192;

  private final TableLayout layout;
  private final ApartKey key;
  private final TableDictionaries dictionaries;
  private final Reservation memory;

  /**
   * @param memory for what is decoded meanwhile, nothing of which is held afterwards
   */
  ApartRuns(ScanShape shape, ApartKey key, TableDictionaries dictionaries, Reservation memory) {
    this.layout = shape.layout();
    this.key = key;
    this.dictionaries = dictionaries;
    this.memory = memory;
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
    Reservation scratch = new Reservation(memory.context());
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
    int each = Math.max(1, MARKS / work.size());
    for (GranuleRange granule : work) {
      int samples = Math.min(each, granule.rows());
      int[] rows = new int[samples];
      for (int i = 0; i < samples; i++) {
        rows[i] = (int) ((long) granule.rows() * i / samples);
      }
      List<Column> columns = keyColumns(granule, rows, samples);
      if (columns == null) {
        return null;
      }
      marks.add(columns, samples);
      memory.close();
    }
    return marks.order(count);
  }

  /**
   * The columns of the key up to the one that leads, of some rows; null if one is not encoded as
   * this can compare it.
   */
  private @Nullable List<Column> keyColumns(GranuleRange granule, int[] rows, int count) {
    List<Column> columns = new ArrayList<>();
    for (int k = 0; k <= key.position(); k++) {
      int column = ((Expression.InputRef) layout.sortingKey().get(k)).index();
      Type type = layout.type(column);
      GranuleReader reader =
          new ReaderFactory(layout, dictionaries, memory)
              .reader(granule.part().part(), ColumnRead.of(layout.name(column), type), type);
      reader.at(granule.granule());
      LaneBuffer lane = reader.newLane(memory);
      reader.read(rows, count, lane);
      Column view = lane.view();
      if (view.nulls() != null
          || !(view instanceof DictionaryColumn) && !(view instanceof LongColumn)) {
        return null;
      }
      columns.add(view);
    }
    return columns;
  }

  private void split(GranuleRange granule, ApartOrder order, List<List<GranuleRange>> runs) {
    int count = granule.rows();
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = i;
    }
    List<Column> columns = keyColumns(granule, rows, count);
    if (columns == null) {
      throw new IllegalStateException("the key's encoding changed within a part");
    }
    int from = 0;
    while (from < count) {
      int run = order.runOf(columns, from);
      int low = from + 1;
      int high = count;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (order.runOf(columns, middle) == run) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      runs.get(run)
          .add(new GranuleRange(granule.part(), granule.granule(), from, low, granule.open()));
      from = low;
    }
    memory.close();
  }
}
