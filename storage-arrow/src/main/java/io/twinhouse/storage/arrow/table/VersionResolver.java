// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.commit.TableState;
import io.twinhouse.storage.arrow.index.NewestRows;
import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.merge.RewriteRun;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRange;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.write.KeyWords;
import io.twinhouse.storage.arrow.write.PartBuilder;
import io.twinhouse.storage.arrow.write.VersionRule;
import io.twinhouse.storage.arrow.write.WrittenPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds, when rows arrive, which older rows they replace, so that reads with FINAL need not. The
 * highest version wins; among equal ones the row that ClickHouse reads last: by partition id as
 * text, then by age. What it remembers is made anew from the parts when it is missing. One thread.
 */
final class VersionResolver implements AutoCloseable {

  private TableLayout layout;
  private final PartStore store;
  private final MemoryContext memory;
  private @Nullable NewestRows newest;

  /**
   * @param memory where the newest row of each key is reserved
   */
  VersionResolver(TableLayout layout, PartStore store, MemoryContext memory) {
    this.layout = layout;
    this.store = store;
    this.memory = memory;
  }

  /** The table's definition has changed; its sorting key means the same. */
  void relayout(TableLayout changed) {
    layout = changed;
  }

  /** A state with new parts in it, and the parts whose row sets are not saved yet. */
  record Resolution(TableState state, Set<PartId> changed) {}

  /**
   * Adds parts to a state.
   *
   * @param added the parts, opened, in order of age, with what was remembered when they were
   *     written
   */
  Resolution add(TableState old, Map<Part, WrittenPart> added) {
    NewestRows known = newest(old);
    Map<Integer, PartId> ids = new HashMap<>();
    old.parts().forEach(part -> ids.put(part.part().id().number(), part.part().id()));
    added.keySet().forEach(part -> ids.put(part.id().number(), part.id()));
    Map<Integer, Losers> losers = new HashMap<>();
    for (Map.Entry<Part, WrittenPart> part : added.entrySet()) {
      resolve(known, part.getKey().id(), keysOf(part.getValue()), ids, losers);
    }
    Set<PartId> changed = new HashSet<>();
    List<PartState> parts = new ArrayList<>(old.parts());
    for (Map.Entry<Part, WrittenPart> part : added.entrySet()) {
      PartState plain = PartState.plain(part.getKey());
      parts.add(
          new PartState(
              plain.part(), plain.superseded(), keysOf(part.getValue()).tombstones(), ""));
      changed.add(part.getKey().id());
    }
    TableState state =
        new TableState(parts)
            .map(
                part -> {
                  Losers lost = losers.get(part.part().id().number());
                  if (lost == null) {
                    return part;
                  }
                  changed.add(part.part().id());
                  return new PartState(
                      part.part(),
                      part.superseded().with(lost.rows, lost.count),
                      part.tombstones(),
                      part.rowsFile());
                });
    return new Resolution(state, changed);
  }

  /** Finds out anew, from all rows, which of them are replaced: after rows have gone. */
  Resolution rebuild(TableState rows) {
    forget();
    TableState unmarked =
        rows.map(part -> new PartState(part.part(), RowSet.EMPTY, RowSet.EMPTY, part.rowsFile()));
    NewestRows known = new NewestRows(KeyWords.count(layout.sortingKey()), memory);
    newest = known;
    Map<Integer, PartId> ids = new HashMap<>();
    rows.parts().forEach(part -> ids.put(part.part().id().number(), part.part().id()));
    Map<Integer, Losers> losers = new HashMap<>();
    Map<PartId, RowSet> tombstones = new HashMap<>();
    Set<PartId> changed = new HashSet<>();
    for (PartState part : unmarked.parts()) {
      WrittenPart.Keys keys = keys(part);
      tombstones.put(part.part().id(), keys.tombstones());
      changed.add(part.part().id());
      resolve(known, part.part().id(), keys, ids, losers);
    }
    TableState state =
        unmarked.map(
            part -> {
              Losers lost = losers.get(part.part().id().number());
              RowSet replaced =
                  lost == null ? RowSet.EMPTY : RowSet.EMPTY.with(lost.rows, lost.count);
              RowSet deleted = tombstones.getOrDefault(part.part().id(), RowSet.EMPTY);
              return new PartState(part.part(), replaced, deleted, "");
            });
    return new Resolution(state, changed);
  }

  private WrittenPart.Keys keys(PartState part) {
    try (Reservation buffers = new Reservation(memory)) {
      BitSet needed = new BitSet();
      layout.sortingKey().forEach(key -> needed.or(Inputs.of(key)));
      if (layout.versionColumn() >= 0) {
        needed.set(layout.versionColumn());
      }
      if (layout.deletedColumn() >= 0) {
        needed.set(layout.deletedColumn());
      }
      PartRows reader = new PartRows(layout, store.dictionaries(), buffers);
      Batch rows = reader.read(List.of(part.part()), needed);
      PartBuilder builder = new PartBuilder(layout, store, part.part().format(), memory);
      long[] words = KeyWords.of(layout.sortingKey(), builder.keyColumns(rows), rows.rows());
      return new WrittenPart.Keys(
          words, VersionRule.versions(layout, rows), PartBuilder.tombstones(layout, rows));
    }
  }

  private static WrittenPart.Keys keysOf(WrittenPart part) {
    WrittenPart.Keys keys = part.keys();
    if (keys == null) {
      throw new IllegalStateException("a part without keys");
    }
    return keys;
  }

  private static void resolve(
      NewestRows known,
      PartId part,
      WrittenPart.Keys keys,
      Map<Integer, PartId> ids,
      Map<Integer, Losers> losers) {
    long[] versions = keys.versions();
    int width = versions.length == 0 ? 0 : keys.words().length / versions.length;
    for (int row = 0; row < versions.length; row++) {
      int entry = known.find(keys.words(), row * width);
      if (entry < 0) {
        known.add(keys.words(), row * width, versions[row], part.number(), row);
      } else {
        PartId holder = ids.get(known.part(entry));
        if (holder == null) {
          throw new IllegalStateException("the newest row of a key is in no part");
        }
        boolean wins =
            versions[row] > known.version(entry)
                || (versions[row] == known.version(entry) && part.compareTo(holder) > 0);
        int loserPart = wins ? holder.number() : part.number();
        int loserRow = wins ? known.row(entry) : row;
        losers.computeIfAbsent(loserPart, p -> new Losers()).add(loserRow);
        if (wins) {
          known.replace(entry, versions[row], part.number(), row);
        }
      }
    }
  }

  private NewestRows newest(TableState state) {
    NewestRows known = newest;
    if (known == null) {
      known = new NewestRows(KeyWords.count(layout.sortingKey()), memory);
      newest = known;
      for (PartState part : state.parts()) {
        remember(known, part);
      }
    }
    return known;
  }

  /** Every row that no other replaced is the newest of its key. */
  private void remember(NewestRows known, PartState part) {
    int number = part.part().id().number();
    eachKey(
        part.part(),
        (words, offset, version, row) -> {
          if (!part.superseded().contains(row)) {
            known.add(words, offset, version, number, row);
          }
        });
  }

  /**
   * A merged part as it is when it takes the place of others. What is known of their rows is known
   * of its rows from now on; rows that came while it was made may have replaced some of them.
   *
   * @param gone numbers of the parts that it was made of
   */
  PartState moved(PartState merged, Set<Integer> gone) {
    NewestRows known = newest;
    if (known == null) {
      return merged;
    }
    int number = merged.part().id().number();
    Losers lost = new Losers();
    eachKey(
        merged.part(),
        (words, offset, version, row) -> {
          int entry = known.find(words, offset);
          if (entry < 0) {
            throw new IllegalStateException("a merged row is of no known key");
          }
          if (gone.contains(known.part(entry))) {
            known.replace(entry, version, number, row);
          } else {
            lost.add(row);
          }
        });
    RowSet superseded = RowSet.EMPTY.with(lost.rows, lost.count);
    return new PartState(merged.part(), superseded, merged.tombstones(), "");
  }

  /** Whether rows that come are compared with what is remembered. */
  boolean remembers() {
    return newest != null;
  }

  /** Takes the key at an offset, and the version, of a row. */
  @FunctionalInterface
  private interface KeyedRow {
    void take(long[] words, int offset, long version, int row);
  }

  /** All rows of a part, as many at a time as a slice has. */
  private void eachKey(Part part, KeyedRow taker) {
    BitSet needed = new BitSet();
    layout.sortingKey().forEach(key -> needed.or(Inputs.of(key)));
    if (layout.versionColumn() >= 0) {
      needed.set(layout.versionColumn());
    }
    int width = KeyWords.count(layout.sortingKey());
    PartBuilder builder = new PartBuilder(layout, store, part.format(), memory);
    for (PartRange slice : RewriteRun.slices(part)) {
      try (Reservation buffers = new Reservation(memory)) {
        PartRows reader = new PartRows(layout, store.dictionaries(), buffers);
        Batch rows = reader.readRanges(List.of(slice), needed);
        long[] words = KeyWords.of(layout.sortingKey(), builder.keyColumns(rows), rows.rows());
        long[] versions = VersionRule.versions(layout, rows);
        for (int row = 0; row < rows.rows(); row++) {
          taker.take(words, row * width, versions[row], slice.from() + row);
        }
      }
    }
  }

  /** Forgets what is known of parts; it is found out again when it is needed. */
  void forget() {
    NewestRows known = newest;
    newest = null;
    if (known != null) {
      known.close();
    }
  }

  @Override
  public void close() {
    forget();
  }

  /** Rows of one part that were replaced. */
  private static final class Losers {
    private int[] rows = new int[16];
    private int count;

    void add(int row) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, count * 2);
      }
      rows[count++] = row;
    }
  }
}
