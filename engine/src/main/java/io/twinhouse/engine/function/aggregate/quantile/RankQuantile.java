// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.stream.IntStream;

/** quantileGK: a value whose rank is off by a share of all rows at most. */
final class RankQuantile implements GroupObject<RankQuantile> {

  private final Levels levels;
  private final boolean floating;
  private final Reservation memory;
  private final RankSamples samples;
  private final RankWords words;

  RankQuantile(Type type, Levels levels, double error, Reservation memory) {
    this.levels = levels;
    this.memory = memory;
    floating = type.lane() == Lane.DOUBLE;
    samples = new RankSamples(error, memory);
    words = new RankWords(type);
  }

  @Override
  public void add(RowInput in, int row) {
    samples.add(word(in.bits(0, row)));
  }

  /** A word in the order of values. */
  private long word(long value) {
    if (floating) {
      double number = Double.longBitsToDouble(value);
      if (Double.isNaN(number) || (number == 0 && value != 0)) {
        throw refused("NaN and the negative zero");
      }
    }
    return words.ordered(value);
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Aggregate function quantileGK is not implemented for " + what);
  }

  @Override
  public void merge(RankQuantile other) {
    samples.merge(other.samples);
  }

  @Override
  public void result(ColumnBuilder out) {
    List<Double> wanted = levels.values();
    int[] ascending =
        IntStream.range(0, wanted.size())
            .boxed()
            .sorted((a, b) -> Double.compare(wanted.get(a), wanted.get(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = IntStream.of(ascending).mapToDouble(wanted::get).toArray();
    long[] results = new long[sorted.length];
    try (Reservation passing = new Reservation(memory.context())) {
      RankSamples all = samples.compressedCopy(passing);
      long[] found = all.at(sorted);
      for (int i = 0; i < sorted.length; i++) {
        results[ascending[i]] = all.isEmpty() ? 0 : words.ordered(found[i]);
      }
    }
    ColumnBuilder values = levels.several() ? out.elements() : out;
    for (long result : results) {
      if (floating) {
        values.appendDouble(Double.longBitsToDouble(result));
      } else {
        values.appendLong(result);
      }
    }
    if (levels.several()) {
      out.endRow();
    }
  }

  @Override
  public void write(BytesBuffer out) {
    try (Reservation passing = new Reservation(memory.context())) {
      samples.compressedCopy(passing).write(words, out);
    }
  }

  @Override
  public void read(StateReader in) {
    samples.read(words, in);
  }
}
