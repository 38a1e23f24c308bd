// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.lane.DoubleLane;

/**
 * avgWeighted: the weighted sum over the sum of the weights. Both are kept in the widest type of
 * the weights' kind, in which whole numbers wrap.
 */
final class WeightedAverage implements GroupObject<WeightedAverage> {

  /** What the weights are. */
  enum Kind {
    UNSIGNED,
    SIGNED,
    FLOAT
  }

  private final Kind kind;
  private double numerator;
  private double denominator;
  private long wholeNumerator;
  private long wholeDenominator;

  WeightedAverage(Kind kind) {
    this.kind = kind;
  }

  @Override
  public void add(RowInput in, int row) {
    if (kind == Kind.FLOAT) {
      numerator += in.number(0, row) * in.number(1, row);
      denominator += in.number(1, row);
    } else {
      wholeNumerator += in.word(0, row) * in.word(1, row);
      wholeDenominator += in.word(1, row);
    }
  }

  @Override
  public void merge(WeightedAverage other) {
    numerator += other.numerator;
    denominator += other.denominator;
    wholeNumerator += other.wholeNumerator;
    wholeDenominator += other.wholeDenominator;
  }

  private double toDouble(long value) {
    return kind == Kind.SIGNED ? value : DoubleLane.ofUnsigned(value);
  }

  @Override
  public void result(ColumnBuilder out) {
    out.appendDouble(
        kind == Kind.FLOAT
            ? numerator / denominator
            : toDouble(wholeNumerator) / toDouble(wholeDenominator));
  }

  @Override
  public void write(BytesBuffer out) {
    switch (kind) {
      case FLOAT -> {
        StateBytes.writeDouble(out, numerator);
        StateBytes.writeDouble(out, denominator);
      }
      case SIGNED -> {
        StateBytes.writeLong(out, wholeNumerator);
        StateBytes.writeLong(out, wholeDenominator);
      }
      case UNSIGNED -> {
        StateBytes.writeLong(out, wholeNumerator);
        StateBytes.writeVarint(out, wholeDenominator);
      }
    }
  }

  @Override
  public void read(StateReader in) {
    switch (kind) {
      case FLOAT -> {
        numerator = in.readDouble();
        denominator = in.readDouble();
      }
      case SIGNED -> {
        wholeNumerator = in.readLong();
        wholeDenominator = in.readLong();
      }
      case UNSIGNED -> {
        wholeNumerator = in.readLong();
        wholeDenominator = in.readVarint();
      }
    }
  }
}
