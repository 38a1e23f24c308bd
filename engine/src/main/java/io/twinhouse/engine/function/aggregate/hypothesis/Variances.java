// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.DoubleList;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.LongList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.exact.IncompleteBeta;
import io.twinhouse.engine.memory.Reservation;

/** analysisOfVariance: whether several samples, numbered from zero, have one mean. */
final class Variances implements GroupObject<Variances> {

  private static final long MOST_SAMPLES = 1024 * 1024;

  /** Of one sample in a state: those of all samples together fit in a long. */
  private static final long MOST_ROWS = 1L << 42;

  private static final int OBJECT_BYTES = 168;

  private final DoubleList sums;
  private final DoubleList squares;
  private final LongList counts;

  Variances(Reservation memory) {
    memory.grow(OBJECT_BYTES);
    sums = new DoubleList(memory);
    squares = new DoubleList(memory);
    counts = new LongList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    long sample = in.word(1, row);
    makeRoom(sample == -1 ? sample : sample + 1);
    int place = (int) sample;
    double value = in.number(0, row);
    sums.set(place, sums.get(place) + value);
    squares.set(place, squares.get(place) + value * value);
    counts.set(place, counts.get(place) + 1);
  }

  private void makeRoom(long samples) {
    if (Long.compareUnsigned(samples, MOST_SAMPLES) > 0) {
      throw failed(
          "Too many groups for analysis of variance (should be no more than "
              + MOST_SAMPLES
              + ", got "
              + Long.toUnsignedString(samples)
              + ")");
    }
    while (counts.size() < samples) {
      sums.add(0);
      squares.add(0);
      counts.add(0);
    }
  }

  private static TwinhouseException failed(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }

  @Override
  public void merge(Variances other) {
    makeRoom(other.counts.size());
    for (int i = 0; i < other.counts.size(); i++) {
      sums.set(i, sums.get(i) + other.sums.get(i));
      squares.set(i, squares.get(i) + other.squares.get(i));
      counts.set(i, counts.get(i) + other.counts.get(i));
    }
  }

  private long rows() {
    long rows = 0;
    for (int i = 0; i < counts.size(); i++) {
      rows += counts.get(i);
    }
    return rows;
  }

  private double mean() {
    double sum = 0;
    for (int i = 0; i < sums.size(); i++) {
      sum += sums.get(i);
    }
    return sum / rows();
  }

  private double mean(int sample) {
    if (counts.get(sample) == 0) {
      throw failed("There is no observations for group " + sample);
    }
    return sums.get(sample) / counts.get(sample);
  }

  private double between() {
    if (rows() == 0) {
      throw failed("There are no observations to calculate mean value");
    }
    double mean = mean();
    double variation = 0;
    for (int i = 0; i < counts.size(); i++) {
      double difference = mean(i) - mean;
      variation += counts.get(i) * difference * difference;
    }
    return variation;
  }

  private double within() {
    double variation = 0;
    for (int i = 0; i < counts.size(); i++) {
      double mean = mean(i);
      variation += squares.get(i) + counts.get(i) * mean * mean - 2 * mean * sums.get(i);
    }
    return variation;
  }

  @Override
  public void result(ColumnBuilder out) {
    long samples = counts.size();
    long rows = rows();
    if (samples == 1) {
      throw failed("There should be more than one group to calculate f-statistics");
    }
    if (samples == rows) {
      throw failed("There is only one observation in each group");
    }
    double statistic = between() * (rows - samples) / (within() * (samples - 1));
    if (Double.isNaN(statistic) || Double.isInfinite(statistic)) {
      Outcome.append(out, Double.NaN, Double.NaN);
      return;
    }
    if (statistic < 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "analysisOfVariance is not implemented where digits get lost");
    }
    double share = IncompleteBeta.fisher(samples - 1.0, (double) rows - samples, statistic);
    Outcome.append(out, statistic, Outcome.probability(1 - share));
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, sums.size());
    for (int i = 0; i < sums.size(); i++) {
      StateBytes.writeDouble(out, sums.get(i));
    }
    StateBytes.writeVarint(out, sums.size());
    for (int i = 0; i < sums.size(); i++) {
      StateBytes.writeDouble(out, squares.get(i));
    }
    StateBytes.writeVarint(out, sums.size());
    for (int i = 0; i < sums.size(); i++) {
      StateBytes.writeLong(out, counts.get(i));
    }
  }

  /** States may come from clients: of fewer rows than none there is no distribution. */
  private static long checked(long count) {
    if (count < 0 || count >= MOST_ROWS) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Invalid count in a state of analysisOfVariance: " + count);
    }
    return count;
  }

  @Override
  public void read(StateReader in) {
    int size = in.readCount(8);
    makeRoom(size);
    for (int i = 0; i < size; i++) {
      sums.set(i, in.readDouble());
    }
    for (int list = 0; list < 2; list++) {
      if (in.readCount(8) != size) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Lists of a state of analysisOfVariance differ in length");
      }
      for (int i = 0; i < size; i++) {
        if (list == 0) {
          squares.set(i, in.readDouble());
        } else {
          counts.set(i, checked(in.readLong()));
        }
      }
    }
  }
}
