// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.KeyCounts;
import io.twinhouse.engine.function.aggregate.object.KeyCounts.Placing;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/**
 * How much each value of a group weighs; NaN is left out.
 *
 * @param <S> the implementing class itself
 */
abstract class WeightTable<S extends WeightTable<S>> implements GroupObject<S> {

  /** While values are sorted: their places twice, once as objects, and two doubles. */
  private static final int SORTED_BYTES = 4 + 4 + 24 + 16;

  private final Levels levels;
  private final Numbers numbers;
  private final Reservation memory;
  private final KeyCounts weights;

  WeightTable(Levels levels, Type type, int width, Reservation memory) {
    this.levels = levels;
    this.memory = memory;
    numbers = new Numbers(type);
    weights = new KeyCounts(Placing.NUMBER, width, memory);
  }

  /** A level's answer, as the result's numbers travel. */
  @FunctionalInterface
  interface Answer {
    long at(double level);
  }

  /** Makes ready to answer; there is a value. */
  abstract Answer answer(int[] sorted);

  /** What a single level and several ones are over nothing. */
  abstract long none(boolean several);

  final Numbers numbers() {
    return numbers;
  }

  final KeyCounts weights() {
    return weights;
  }

  final long value(int key) {
    return numbers.ofRaw(weights.low(key));
  }

  @Override
  public void add(RowInput in, int row) {
    long value = in.bits(0, row);
    if (!numbers.isFloating() || !Double.isNaN(numbers.toDouble(value))) {
      weigh(numbers.raw(value), in, row);
    }
  }

  void weigh(long raw, RowInput in, int row) {
    weights.add(raw, 0, in.word(1, row));
  }

  @Override
  public void merge(S other) {
    weights.addAll(other.weights());
  }

  @Override
  public void result(ColumnBuilder out) {
    ColumnBuilder values = levels.several() ? out.elements() : out;
    long bytes = (long) SORTED_BYTES * weights.size();
    memory.grow(bytes);
    Answer answer = weights.size() == 0 ? level -> none(levels.several()) : answer(sorted());
    levels.values().forEach(level -> append(answer.at(level), values));
    memory.shrink(bytes);
    if (levels.several()) {
      out.endRow();
    }
  }

  void append(long value, ColumnBuilder out) {
    numbers.append(value, out);
  }

  private int[] sorted() {
    return Arrays.stream(weights.order())
        .boxed()
        .sorted((a, b) -> numbers.compare(value(a), value(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public void write(BytesBuffer out) {
    weights.write(out);
  }

  @Override
  public void read(StateReader in) {
    weights.readEach(in);
  }
}
