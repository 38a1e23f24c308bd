// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;

/** sumWithOverflow: a sum in the type of its argument. */
final class WrappingSum implements GroupObject<WrappingSum> {

  private final Numbers numbers;
  private long sum;

  WrappingSum(Numbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public void add(RowInput in, int row) {
    sum = numbers.add(sum, in.word(0, row));
  }

  @Override
  public void merge(WrappingSum other) {
    sum = numbers.add(sum, other.sum);
  }

  @Override
  public void result(ColumnBuilder out) {
    numbers.append(sum, out);
  }

  @Override
  public void write(BytesBuffer out) {
    numbers.write(sum, out);
  }

  @Override
  public void read(StateReader in) {
    sum = numbers.read(in);
  }
}
