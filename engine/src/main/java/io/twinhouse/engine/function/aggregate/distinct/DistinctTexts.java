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
 * uniqExact of texts: distinct ids while all rows come from one dictionary, which is exact and
 * small. Rows of another origin turn what is held into 128-bit hashes, as which the server keeps
 * texts from the start.
 */
final class DistinctTexts implements Accumulator {

  private final Reservation memory;
  private final IntSets ids;
  private final WordReader reader;
  private @Nullable Dictionary dictionary;
  private @Nullable WordSets hashes;
  private int groups;

  DistinctTexts(Reservation memory) {
    this.memory = memory;
    ids = new IntSets(memory);
    reader = WordReader.texts(memory);
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
    if (hashes == null
        && arguments[0] instanceof DictionaryColumn coded
        && accepts(coded.dictionary())) {
      ids.add(coded.ids(), groupOf, rows, coded.dictionary().size());
    } else {
      WordSets sets = becomeHashes();
      sets.add(reader.read(arguments, groupOf, rows), groupOf, rows);
    }
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
      sets = new WordSets(2, memory);
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
    long[] hash = new long[2];
    ids.forEach(
        group,
        id -> {
          byte[] entry = entries.bytes(id);
          SipHash24.hash128(entry, 0, entry.length, hash, 0);
          sets.add(hash[0], hash[1], target);
        });
  }

  @Override
  public void merge(Accumulator other, int[] target, int count) {
    DistinctTexts states = (DistinctTexts) other;
    Dictionary entries = states.dictionary;
    if (hashes == null && states.hashes == null) {
      if (entries == null) {
        return;
      }
      if (accepts(entries)) {
        for (int group = 0; group < count; group++) {
          ids.addAll(states.ids, group, target[group], entries.size());
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
    long[] hash = new long[2];
    ids.forEach(
        group,
        id -> {
          byte[] entry = entries.bytes(id);
          SipHash24.hash128(entry, 0, entry.length, hash, 0);
          StateBytes.writeLong(out, hash[0]);
          StateBytes.writeLong(out, hash[1]);
        });
  }

  @Override
  public void mergeState(int group, StateReader in) {
    DistinctWords.read(becomeHashes(), group, in);
  }
}
