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

/** studentTTestOneSample: whether a sample has a given mean, which is that of its first row. */
final class SingleMeanTest implements GroupObject<SingleMeanTest> {

  private double count;
  private double sum;
  private double squares;
  private double expected;

  @Override
  public void add(RowInput in, int row) {
    if (count == 0) {
      expected = in.number(1, row);
    }
    double value = in.number(0, row);
    count++;
    sum += value;
    squares += value * value;
  }

  @Override
  public void merge(SingleMeanTest other) {
    if (count == 0) {
      expected = other.expected;
    }
    count += other.count;
    sum += other.sum;
    squares += other.squares;
  }

  @Override
  public void result(ColumnBuilder out) {
    double mean = sum / count;
    double variance = (squares + count * mean * mean - 2 * mean * sum) / (count - 1);
    double error = Math.sqrt(variance / count);
    if (!(count > 1) || Student.isConstant(error, mean, expected)) {
      Outcome.append(out, Double.NaN, Double.NaN);
    } else {
      Student.append(out, (mean - expected) / error, count - 1);
    }
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeDouble(out, count);
    StateBytes.writeDouble(out, sum);
    StateBytes.writeDouble(out, squares);
    StateBytes.writeDouble(out, expected);
  }

  /** The server forgets the given mean when it merges a state into a new one. */
  @Override
  public void read(StateReader in) {
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "States of studentTTestOneSample are not implemented as bytes to be read");
  }
}
