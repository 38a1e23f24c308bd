// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;

/** studentTTest and welchTTest: whether two samples have one mean. */
final class MeanTest implements GroupObject<MeanTest> {

  /** Whether both samples are taken for equally spread. */
  private final boolean pooled;

  /** The numbers of values of both samples, then their sums, then the sums of their squares. */
  private final double[] sums = new double[6];

  MeanTest(boolean pooled) {
    this.pooled = pooled;
  }

  @Override
  public void add(RowInput in, int row) {
    int sample = in.word(1, row) == 0 ? 0 : 1;
    double value = in.number(0, row);
    sums[sample]++;
    sums[2 + sample] += value;
    sums[4 + sample] += value * value;
  }

  @Override
  public void merge(MeanTest other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  private double mean(int sample) {
    return sums[2 + sample] / sums[sample];
  }

  /** The sum of the squared differences from the mean. */
  private double squares(int sample) {
    double mean = mean(sample);
    return sums[4 + sample] + sums[sample] * mean * mean - 2 * mean * sums[2 + sample];
  }

  private double variance(int sample) {
    return squares(sample) / (sums[sample] - 1);
  }

  private double error() {
    return Math.sqrt(variance(0) / sums[0] + variance(1) / sums[1]);
  }

  private boolean isDecidable() {
    boolean enough =
        pooled ? sums[0] > 0 && sums[1] > 0 && sums[0] + sums[1] > 2 : sums[0] > 1 && sums[1] > 1;
    return enough && !Student.isConstant(error(), mean(0), mean(1));
  }

  private double freedom() {
    if (pooled) {
      return sums[0] + sums[1] - 2;
    }
    double root = variance(0) / sums[0] + variance(1) / sums[1];
    double first = variance(0) * variance(0) / (sums[0] * sums[0] * (sums[0] - 1));
    double second = variance(1) * variance(1) / (sums[1] * sums[1] * (sums[1] - 1));
    double freedom = root * root / (first + second);
    if (!(freedom > 0 && freedom < Double.POSITIVE_INFINITY)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot calculate p_value, because the t-distribution has inappropriate value of degrees"
              + " of freedom (="
              + freedom
              + "). It should be > 0");
    }
    return freedom;
  }

  private double statistic() {
    double difference = mean(0) - mean(1);
    if (!pooled) {
      return difference / error();
    }
    double spread = (squares(0) + squares(1)) / freedom();
    return difference / Math.sqrt(spread * (1 / sums[0] + 1 / sums[1]));
  }

  @Override
  public void result(ColumnBuilder out) {
    if (isDecidable()) {
      double t = statistic();
      boolean finite = Math.abs(t) < Double.POSITIVE_INFINITY;
      Student.append(out, t, finite ? freedom() : 1);
    } else {
      Outcome.append(out, Double.NaN, Double.NaN);
    }
  }

  @Override
  public void write(BytesBuffer out) {
    for (double sum : sums) {
      StateBytes.writeDouble(out, sum);
    }
  }

  @Override
  public void read(StateReader in) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = in.readDouble();
    }
  }
}
