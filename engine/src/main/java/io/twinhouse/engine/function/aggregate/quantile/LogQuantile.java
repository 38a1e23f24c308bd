// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.exact.Exponential;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;

/**
 * quantileDD (Masson, Rim and Lee, DDSketch, VLDB 2019): how many values there are between one
 * power of a number and the next, so that a quantile is off by a share of itself at most.
 */
final class LogQuantile extends LevelState<LogQuantile> {

  private static final int MAPPING = 2;
  private static final int POSITIVE = 1;
  private static final int NEGATIVE = 3;
  private static final int ZEROS = 4;

  private final double accuracy;
  private final double gamma;
  private final double multiplier;
  private final LogBins positive;
  private final LogBins negative;
  private double zeros;

  LogQuantile(Levels levels, Type single, double accuracy, Reservation memory) {
    super(levels, single);
    this.accuracy = accuracy;
    gamma = (1 + accuracy) / (1 - accuracy);
    multiplier = 1 / Exponential.log(gamma);
    positive = new LogBins(memory);
    negative = new LogBins(memory);
  }

  /** Whether an accuracy stays what it is when the server finds it again from a state's gamma. */
  static boolean isStable(double accuracy) {
    double gamma = (1 + accuracy) / (1 - accuracy);
    double again = (gamma - 1) / (gamma + 1);
    return 1 + again == 1 + accuracy && (1 + again) / (1 - again) == gamma;
  }

  private double least() {
    return Double.MIN_NORMAL * gamma;
  }

  @Override
  public void add(RowInput in, int row) {
    double value = in.number(0, row);
    if (value > least()) {
      positive.add(key(value), 1);
    } else if (value < -least()) {
      negative.add(key(-value), 1);
    } else if (!Double.isNaN(value)) {
      zeros++;
    }
  }

  private int key(double value) {
    if (value > Double.MAX_VALUE / gamma) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Value "
              + value
              + " is out of range ["
              + least()
              + ", "
              + Double.MAX_VALUE / gamma
              + "]");
    }
    double key = Exponential.log(value) * multiplier;
    if (Math.abs(key) > Integer.MAX_VALUE) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "quantileDD is not implemented for so high an accuracy");
    }
    return (int) key;
  }

  private double value(int key) {
    return Exponential.exp(key / multiplier) * (1 + accuracy);
  }

  @Override
  public void merge(LogQuantile other) {
    positive.addAll(other.positive);
    negative.addAll(other.negative);
    zeros += other.zeros;
  }

  @Override
  double quantile(double level) {
    double below = negative.count();
    double count = below + zeros + positive.count();
    if (count == 0) {
      return Double.NaN;
    }
    if (!(count >= 1 && count < Double.POSITIVE_INFINITY)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "quantileDD is not implemented for states of less than a value");
    }
    double rank = level * (count - 1);
    if (rank < below) {
      return -value(negative.keyAt(below - rank - 1, false));
    }
    if (rank < zeros + below) {
      return 0;
    }
    return value(positive.keyAt(rank - zeros - below, true));
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(MAPPING);
    StateBytes.writeDouble(out, gamma);
    StateBytes.writeDouble(out, 0);
    out.write(POSITIVE);
    positive.write(out);
    out.write(NEGATIVE);
    negative.write(out);
    out.write(ZEROS);
    StateBytes.writeDouble(out, zeros);
  }

  @Override
  public void read(StateReader in) {
    expect(in, MAPPING, "mapping");
    if (in.readDouble() != gamma || in.readDouble() != 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "quantileDD is not implemented for states of another accuracy than its own");
    }
    expect(in, POSITIVE, "positive store");
    positive.read(in);
    expect(in, NEGATIVE, "negative store");
    negative.read(in);
    expect(in, ZEROS, "zero count");
    zeros = in.readDouble();
    if (!(zeros >= 0 && zeros < Double.POSITIVE_INFINITY)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Invalid zero_count in DDSketch: " + zeros);
    }
  }

  private static void expect(StateReader in, int flag, String what) {
    if (in.readByte() != flag) {
      throw new TwinhouseException(ErrorCode.INCORRECT_DATA, "Invalid flag for " + what);
    }
  }
}
