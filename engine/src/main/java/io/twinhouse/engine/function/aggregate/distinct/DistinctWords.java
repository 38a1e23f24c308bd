// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.distinct;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** uniqExact over keys of one or two words: numbers, or hashes of whatever is longer. */
final class DistinctWords implements Accumulator {

  private final WordReader reader;
  private final WordSets sets;

  DistinctWords(WordReader reader, Reservation memory) {
    this.reader = reader;
    sets = new WordSets(reader.words(), memory);
  }

  @Override
  public void resize(int groups) {
    sets.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    sets.add(reader.read(arguments, groups, rows), groups, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    for (int group = 0; group < groups; group++) {
      sets.addAll(((DistinctWords) other).sets, group, target[group]);
    }
  }

  @Override
  public Column results(int from, int count) {
    long[] sizes = new long[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = sets.size(from + i);
    }
    return LongColumn.of(sizes, count, null);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    write(sets, group, out);
  }

  /** The number of values, then each of them, low word first. */
  static void write(WordSets sets, int group, BytesBuffer out) {
    StateBytes.writeVarint(out, sets.size(group));
    sets.forEach(
        group,
        (low, high) -> {
          StateBytes.writeLong(out, low);
          if (sets.words() == 2) {
            StateBytes.writeLong(out, high);
          }
        });
  }

  @Override
  public void mergeState(int group, StateReader in) {
    read(sets, group, in);
  }

  static void read(WordSets sets, int group, StateReader in) {
    for (long left = in.readVarint(); left > 0; left--) {
      long low = in.readLong();
      sets.add(low, sets.words() == 2 ? in.readLong() : 0, group);
    }
  }
}
