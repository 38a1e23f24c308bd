// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;

/** deltaSum: the rises from each row to the next, added up. */
final class DeltaSum implements GroupObject<DeltaSum> {

  private final Numbers numbers;
  private long sum;
  private long first;
  private long last;
  private boolean seen;

  DeltaSum(Numbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public void add(RowInput in, int row) {
    long value = in.bits(0, row);
    if (seen && numbers.less(last, value)) {
      sum = numbers.add(sum, numbers.subtract(value, last));
    }
    last = value;
    if (!seen) {
      first = value;
      seen = true;
    }
  }

  @Override
  public void merge(DeltaSum other) {
    if (!other.seen) {
      return;
    }
    if (!seen) {
      sum = other.sum;
      first = other.first;
      last = other.last;
      seen = true;
      return;
    }
    if (numbers.less(last, other.first)) {
      sum = numbers.add(sum, numbers.add(other.sum, numbers.subtract(other.first, last)));
      last = other.last;
    } else if (numbers.less(other.first, last)) {
      sum = numbers.add(sum, other.sum);
      last = other.last;
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    numbers.append(sum, out);
  }

  @Override
  public void write(BytesBuffer out) {
    numbers.write(sum, out);
    numbers.write(first, out);
    numbers.write(last, out);
    out.write(seen ? 1 : 0);
  }

  @Override
  public void read(StateReader in) {
    sum = numbers.read(in);
    first = numbers.read(in);
    last = numbers.read(in);
    seen = in.readByte() != 0;
  }
}
