// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;
import java.util.Comparator;

/** A growing list of pairs of words, accounted, that can be sorted. */
public final class PairList {

  private static final int OBJECT_BYTES = 16 + 16 + 4;

  private final Reservation memory;
  private final LongList words;

  public PairList(Reservation memory) {
    this.memory = memory;
    words = new LongList(memory);
  }

  public void add(long first, long second) {
    words.add(first);
    words.add(second);
  }

  public void addAll(PairList other) {
    words.addAll(other.words);
  }

  public int size() {
    return words.size() / 2;
  }

  public long first(int index) {
    return words.get(2 * index);
  }

  public long second(int index) {
    return words.get(2 * index + 1);
  }

  public void setFirst(int index, long value) {
    words.set(2 * index, value);
  }

  public void setSecond(int index, long value) {
    words.set(2 * index + 1, value);
  }

  public void truncate(int count) {
    words.truncate(2 * count);
  }

  /** Sorts pairs, equal ones staying in turn. */
  public void sort(Comparator<long[]> order) {
    long bytes = (long) OBJECT_BYTES * size();
    memory.grow(bytes);
    long[][] pairs = new long[size()][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new long[] {first(i), second(i)};
    }
    Arrays.sort(pairs, order);
    for (int i = 0; i < pairs.length; i++) {
      words.set(2 * i, pairs[i][0]);
      words.set(2 * i + 1, pairs[i][1]);
    }
    memory.shrink(bytes);
  }

  /** Pairs ordered by their first values and then by their second ones. */
  public static Comparator<long[]> order(Numbers first, Numbers second) {
    return (a, b) -> {
      int order = first.compare(a[0], b[0]);
      return order != 0 ? order : second.compare(a[1], b[1]);
    };
  }

  public void write(Numbers first, Numbers second, BytesBuffer out) {
    for (int i = 0; i < size(); i++) {
      first.write(first(i), out);
      second.write(second(i), out);
    }
  }

  public void read(long count, Numbers first, Numbers second, StateReader in) {
    for (long i = 0; i < count; i++) {
      add(first.read(in), second.read(in));
    }
  }
}
