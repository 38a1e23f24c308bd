// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.memory.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * uniqExact of texts, or of numbers that are hashes of texts: distinct ids while all rows come from
 * one dictionary, which is exact and small. Rows of another origin turn what is held into what the
 * server keeps from the start: 128-bit hashes of texts, numbers as they are.
 */
final class DistinctEntries implements Accumulator {

  /** Sets that are merged before what the other side held of them is given back. */
  private static final int TRIM_EVERY = 256;

  private final Reservation memory;
  private final IntSets ids;
  private final WordReader reader;
  private @Nullable Dictionary dictionary;
  private @Nullable WordSets hashes;
  private int groups;

  private DistinctEntries(WordReader reader, Reservation memory) {
    this.memory = memory;
    this.reader = reader;
    ids = new IntSets(memory);
  }

  static DistinctEntries ofTexts(Reservation memory) {
    return new DistinctEntries(WordReader.texts(memory), memory);
  }

  /** Of numbers of 64 bits, which may be hashes. */
  static DistinctEntries ofLongs(Reservation memory) {
    return new DistinctEntries(WordReader.longs(memory), memory);
  }

  @Override
  public void resize(int newGroups) {
    groups = Math.max(groups, newGroups);
    if (hashes == null) {
      ids.resize(newGroups);
    } else {
      hashes.resize(newGroups);
    }
  }

  @Override
  public void add(Column[] arguments, int[] groupOf, int rows) {
    Column column = arguments[0];
    Dictionary origin = originOf(column);
    if (hashes == null && origin != null && accepts(origin)) {
      int[] lane =
          column instanceof LongColumn longs ? longs.ids() : ((DictionaryColumn) column).ids();
      ids.add(lane, groupOf, rows, origin.size());
    } else {
      WordSets sets = becomeHashes();
      sets.add(reader.read(arguments, groupOf, rows), groupOf, rows);
    }
  }

  private static @Nullable Dictionary originOf(Column column) {
    if (column instanceof LongColumn longs) {
      return longs.hashed();
    }
    return column instanceof DictionaryColumn coded ? coded.dictionary() : null;
  }

  private boolean accepts(Dictionary candidate) {
    if (dictionary == null) {
      dictionary = candidate;
    }
    return dictionary == candidate;
  }

  private WordSets becomeHashes() {
    WordSets sets = hashes;
    if (sets == null) {
      sets = new WordSets(reader.words(), memory);
      sets.resize(groups);
      hashes = sets;
      Dictionary entries = dictionary;
      for (int group = 0; group < groups && entries != null; group++) {
        addEntries(entries, group, sets, group);
        ids.clear(group);
      }
      ids.release();
    }
    return sets;
  }

  private void addEntries(Dictionary entries, int group, WordSets sets, int target) {
    forEach(entries, group, (low, high) -> sets.add(low, high, target));
  }

  private void forEach(Dictionary entries, int group, WordSlots.WordSink sink) {
    long[] hash = new long[2];
    ids.forEach(
        group,
        id -> {
          if (reader.words() == 1) {
            sink.accept(entries.sipHash64(id), 0);
          } else {
            byte[] entry = entries.bytes(id);
            SipHash24.hash128(entry, 0, entry.length, hash, 0);
            sink.accept(hash[0], hash[1]);
          }
        });
  }

  @Override
  public void merge(Accumulator other, int[] target, int count) {
    DistinctEntries states = (DistinctEntries) other;
    Dictionary entries = states.dictionary;
    if (hashes == null && states.hashes == null) {
      if (entries == null) {
        return;
      }
      if (accepts(entries)) {
        for (int group = 0; group < count; group++) {
          ids.addAll(states.ids, group, target[group], entries.size());
          if ((group & TRIM_EVERY - 1) == 0) {
            states.ids.trim();
          }
        }
        return;
      }
    }
    WordSets sets = becomeHashes();
    for (int group = 0; group < count; group++) {
      if (states.hashes != null) {
        sets.addAll(states.hashes, group, target[group]);
      } else if (entries != null) {
        states.addEntries(entries, group, sets, target[group]);
      }
    }
  }

  @Override
  public Column results(int from, int count) {
    long[] sizes = new long[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = size(from + i);
    }
    return LongColumn.of(sizes, count, null);
  }

  /** A bit for each entry. */
  @Override
  public long mostBytesPerGroup() {
    Dictionary entries = dictionary;
    return hashes != null || entries == null ? Long.MAX_VALUE : IntSets.mostBytes(entries.size());
  }

  private int size(int group) {
    return hashes == null ? ids.size(group) : hashes.size(group);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    if (hashes != null) {
      DistinctWords.write(hashes, group, out);
      return;
    }
    StateBytes.writeVarint(out, ids.size(group));
    Dictionary entries = dictionary;
    if (entries == null) {
      return;
    }
    forEach(
        entries,
        group,
        (low, high) -> {
          StateBytes.writeLong(out, low);
          if (reader.words() == 2) {
            StateBytes.writeLong(out, high);
          }
        });
  }

  @Override
  public void mergeState(int group, StateReader in) {
    DistinctWords.read(becomeHashes(), group, in);
  }
}
