// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.predicate.Predicate;
import io.twinhouse.engine.spi.BatchSource;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.storage.arrow.commit.Snapshot;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.index.HiddenRows;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.bound.GranuleRange;
import io.twinhouse.storage.arrow.read.bound.IndexReader;
import io.twinhouse.storage.arrow.read.bound.KeyBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A read of one snapshot: prunes when it is opened, reads when its sources are pulled. */
public final class TableScan implements Scan {

  private final Snapshot snapshot;
  private final List<BatchSource> sources = new ArrayList<>();
  private final List<MemoryContext> memories = new ArrayList<>();
  private final ReadCounters counters;
  private final boolean apart;
  private final long omittedRows;

  /**
   * @param snapshot closed with the scan
   */
  public TableScan(
      TableLayout layout, Snapshot snapshot, TableDictionaries dictionaries, ScanRequest request) {
    this.snapshot = snapshot;
    this.counters = new ReadCounters(snapshot.state().rows());
    try {
      ScanShape shape = ScanShape.of(layout, request);
      List<GranuleRange> work = prune(shape, dictionaries, request);
      FirstGranules needed = new FirstGranules(request.finalRead(), dictionaries, request.memory());
      work = needed.of(work, shape, request.first());
      omittedRows = needed.omittedRows();
      count(work);
      work = sample(work, request.oneIn());
      List<List<GranuleRange>> runs = apart(shape, work, dictionaries, request);
      apart = runs != null;
      if (runs != null) {
        for (int i = 0; i < request.partitions(); i++) {
          List<List<GranuleRange>> own = new ArrayList<>();
          for (int run = i; run < runs.size(); run += request.partitions()) {
            own.add(runs.get(run));
          }
          sources.add(new PartSource(shape, own, dictionaries, sourceMemory(request), counters));
        }
      } else {
        for (List<GranuleRange> piece :
            GranuleRange.split(work, request.partitions(), request.finalRead())) {
          sources.add(
              new PartSource(shape, List.of(piece), dictionaries, sourceMemory(request), counters));
        }
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Steady, so that the peak does not depend on which source was read faster. */
  private MemoryContext sourceMemory(ScanRequest request) {
    MemoryContext memory =
        request.memory().steadyChild(MemoryLevel.OPERATOR, "source " + memories.size());
    memories.add(memory);
    return memory;
  }

  /** Runs that no group lies in two of; null where work is not cut so. */
  private static @Nullable List<List<GranuleRange>> apart(
      ScanShape shape,
      List<GranuleRange> work,
      TableDictionaries dictionaries,
      ScanRequest request) {
    if (request.apart().isEmpty()) {
      return null;
    }
    ApartKey key = ApartKey.of(shape, Predicate.of(request.filter()), request.apart());
    if (key == null) {
      return null;
    }
    try (ApartRuns runs = new ApartRuns(shape, key, dictionaries, request.memory())) {
      return runs.cut(work, request.partitions(), request.oneIn());
    }
  }

  private static List<GranuleRange> sample(List<GranuleRange> work, int oneIn) {
    if (oneIn == 1) {
      return work;
    }
    List<GranuleRange> chosen = new ArrayList<>();
    for (int i = 0; i < work.size(); i += oneIn) {
      chosen.add(work.get(i));
    }
    return chosen;
  }

  private List<GranuleRange> prune(
      ScanShape shape, TableDictionaries dictionaries, ScanRequest request) {
    Predicate predicate = Predicate.of(request.filter());
    Conjunction filter = shape.filter();
    Map<String, Integer> positions = KeyBounds.positions(shape.layout());
    List<GranuleRange> work = new ArrayList<>();
    try (Reservation memory = new Reservation(request.memory())) {
      IndexReader index = new IndexReader(dictionaries, memory);
      for (PartState state : snapshot.state().parts()) {
        KeyBounds keys = new KeyBounds(shape.layout(), positions, state.part(), index);
        GranuleBounds bounds = new GranuleBounds(state.part(), shape.reads(), dictionaries, keys);
        HiddenRows hidden = request.finalRead() ? state.hiddenByFinal() : HiddenRows.NONE;
        for (int g = 0; g < state.part().description().granules(); g++) {
          if (predicate.mayMatch(bounds.at(g))
              && hidden.inGranule(g) < state.part().description().rowsOf(g)) {
            work.add(GranuleRange.whole(state, g, filter == null ? 0 : filter.open(bounds)));
          }
        }
      }
    }
    return work;
  }

  private void count(List<GranuleRange> work) {
    int from = 0;
    for (int i = 1; i <= work.size(); i++) {
      if (i == work.size() || work.get(i).part() != work.get(from).part()) {
        counters.addPart(i - from);
        from = i;
      }
    }
  }

  @Override
  public List<BatchSource> sources() {
    return List.copyOf(sources);
  }

  @Override
  public boolean isApart() {
    return apart;
  }

  @Override
  public long omittedRows() {
    return omittedRows;
  }

  @Override
  public ScanCounters counters() {
    return counters.read();
  }

  @Override
  public void close() {
    sources.forEach(BatchSource::close);
    memories.forEach(MemoryContext::close);
    snapshot.close();
  }
}
