// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.spi.ScanRequest.FirstRows;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.read.bound.GranuleRange;
import io.twinhouse.storage.arrow.read.bound.ValueSpan;
import io.twinhouse.storage.arrow.read.bound.ValueSpans;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves out granules none of whose rows are among the first by a column: enough others are known,
 * by zone maps and the index, to hold rows that come before. Work keeps its order, so that rows of
 * equal keys keep theirs. Only granules all of whose rows pass the filter are left out, as those
 * can be counted.
 */
final class FirstGranules {

  private final boolean finalRead;
  private final TableDictionaries dictionaries;
  private final MemoryContext memory;
  private long omitted;

  /**
   * @param memory where what is compared is reserved meanwhile
   */
  FirstGranules(boolean finalRead, TableDictionaries dictionaries, MemoryContext memory) {
    this.finalRead = finalRead;
    this.dictionaries = dictionaries;
    this.memory = memory;
  }

  /** Rows that pass the filter, in the granules that were left out. */
  long omittedRows() {
    return omitted;
  }

  /**
   * The work without what is not needed.
   *
   * @param first a row is needed if it is among those of any
   */
  List<GranuleRange> of(List<GranuleRange> work, ScanShape shape, List<FirstRows> first) {
    if (first.isEmpty() || work.size() < 2) {
      return work;
    }
    boolean[] needed = new boolean[work.size()];
    for (FirstRows rows : first) {
      List<ValueSpan> spans = spans(work, shape, rows);
      markNeeded(work, spans, rows.rows(), needed);
    }
    List<GranuleRange> kept = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        kept.add(work.get(i));
      } else {
        omitted += shown(work.get(i));
      }
    }
    return kept;
  }

  private List<ValueSpan> spans(List<GranuleRange> work, ScanShape shape, FirstRows rows) {
    try (Reservation texts = new Reservation(memory)) {
      List<ValueSpan> spans =
          new ValueSpans(shape.layout(), dictionaries, texts)
              .of(shape.reads().get(rows.read()), work);
      return rows.descending() ? spans.stream().map(ValueSpan::reversed).toList() : spans;
    }
  }

  private void markNeeded(
      List<GranuleRange> work, List<ValueSpan> spans, long rows, boolean[] needed) {
    List<Integer> certain = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      if (work.get(i).open() == 0 && spans.get(i).present() > 0) {
        certain.add(i);
      }
    }
    certain.sort(Comparator.comparingLong(i -> spans.get(i).last()));
    long counted = 0;
    int enough = 0;
    while (enough < certain.size() && counted < rows) {
      int next = certain.get(enough++);
      counted += certainRows(work.get(next), spans.get(next));
    }
    boolean bounded = counted >= rows;
    long bound = bounded ? spans.get(certain.get(enough - 1)).last() : Long.MAX_VALUE;
    for (int i = 0; i < needed.length; i++) {
      needed[i] |= !bounded || work.get(i).open() != 0 || mayComeBy(spans.get(i), bound);
    }
  }

  private static boolean mayComeBy(ValueSpan span, long bound) {
    return span != ValueSpan.EMPTY && span.first() <= bound;
  }

  /** Rows with a value that are sure to be shown. */
  private long certainRows(GranuleRange granule, ValueSpan span) {
    return Math.max(0, shown(granule) - (granule.rows() - span.present()));
  }

  private long shown(GranuleRange granule) {
    int hidden = finalRead ? granule.part().hiddenByFinal().inGranule(granule.granule()) : 0;
    return (long) granule.rows() - hidden;
  }
}
