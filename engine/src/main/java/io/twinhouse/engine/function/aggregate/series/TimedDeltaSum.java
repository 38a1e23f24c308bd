// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.RowInput;

/** deltaSumTimestamp: as deltaSum, but states come together in the order of their times. */
final class TimedDeltaSum implements GroupObject<TimedDeltaSum> {

  private final Numbers numbers;
  private final Numbers times;
  private long sum;
  private long first;
  private long last;
  private long firstTime;
  private long lastTime;
  private boolean seen;

  TimedDeltaSum(Numbers numbers, Numbers times) {
    this.numbers = numbers;
    this.times = times;
  }

  @Override
  public void add(RowInput in, int row) {
    long value = in.bits(0, row);
    long time = in.bits(1, row);
    if (seen && numbers.less(last, value)) {
      sum = numbers.add(sum, numbers.subtract(value, last));
    }
    last = value;
    lastTime = time;
    if (!seen) {
      first = value;
      firstTime = time;
      seen = true;
    }
  }

  private boolean isBefore(TimedDeltaSum other) {
    if (times.less(lastTime, other.firstTime)) {
      return true;
    }
    return times.same(lastTime, other.firstTime)
        && (times.less(lastTime, other.lastTime) || times.less(firstTime, other.firstTime));
  }

  @Override
  public void merge(TimedDeltaSum other) {
    if (!other.seen) {
      return;
    }
    if (!seen) {
      sum = other.sum;
      takeFirst(other);
      takeLast(other);
      seen = true;
    } else if (isBefore(other)) {
      addRise(last, other.first);
      sum = numbers.add(sum, other.sum);
      takeLast(other);
    } else if (other.isBefore(this)) {
      addRise(other.last, first);
      sum = numbers.add(sum, other.sum);
      takeFirst(other);
    } else if (numbers.less(first, other.first)) {
      first = other.first;
      last = other.last;
    }
  }

  private void addRise(long from, long to) {
    if (numbers.less(from, to)) {
      sum = numbers.add(sum, numbers.subtract(to, from));
    }
  }

  private void takeFirst(TimedDeltaSum other) {
    first = other.first;
    firstTime = other.firstTime;
  }

  private void takeLast(TimedDeltaSum other) {
    last = other.last;
    lastTime = other.lastTime;
  }

  @Override
  public void result(ColumnBuilder out) {
    numbers.append(sum, out);
  }

  @Override
  public void write(BytesBuffer out) {
    numbers.write(sum, out);
    numbers.write(first, out);
    times.write(firstTime, out);
    numbers.write(last, out);
    times.write(lastTime, out);
    out.write(seen ? 1 : 0);
  }

  @Override
  public void read(StateReader in) {
    sum = numbers.read(in);
    first = numbers.read(in);
    firstTime = times.read(in);
    last = numbers.read(in);
    lastTime = times.read(in);
    seen = in.readByte() != 0;
  }
}
