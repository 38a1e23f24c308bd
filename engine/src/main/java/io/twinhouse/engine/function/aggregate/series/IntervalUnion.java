// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.PairList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;

/** intervalLengthSum: how much the intervals cover together. */
final class IntervalUnion implements GroupObject<IntervalUnion> {

  private final Numbers numbers;
  private final PairList intervals;
  private boolean sorted;

  IntervalUnion(Numbers numbers, Reservation memory) {
    this.numbers = numbers;
    intervals = new PairList(memory);
  }

  @Override
  public void add(RowInput in, int row) {
    long begin = in.bits(0, row);
    long end = in.bits(1, row);
    if (numbers.isFloating() && (isNan(begin) || isNan(end))) {
      // the server's sort leaves them where they stand, so that the sum hangs on the rows beside
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Intervals that begin or end at NaN are not supported; filter them by isNaN");
    }
    if (numbers.less(end, begin)) {
      append(end, begin);
    } else if (!numbers.same(begin, end)) {
      append(begin, end);
    }
  }

  private boolean isNan(long bits) {
    return Double.isNaN(numbers.toDouble(bits));
  }

  private void append(long begin, long end) {
    int size = intervals.size();
    sorted &= size == 0 || !numbers.less(begin, intervals.first(size - 1));
    intervals.add(begin, end);
  }

  @Override
  public void merge(IntervalUnion other) {
    if (other.intervals.size() > 0) {
      intervals.addAll(other.intervals);
      sorted = false;
      sort();
    }
  }

  private void sort() {
    if (!sorted) {
      intervals.sort(PairList.order(numbers, numbers));
      sorted = true;
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    sort();
    long whole = 0;
    double fraction = 0;
    int size = intervals.size();
    int at = 0;
    while (at < size) {
      long begin = intervals.first(at);
      long end = intervals.second(at);
      at++;
      while (at < size && !numbers.less(end, intervals.first(at))) {
        end = numbers.less(end, intervals.second(at)) ? intervals.second(at) : end;
        at++;
      }
      if (numbers.isFloating()) {
        fraction += numbers.toDouble(numbers.subtract(end, begin));
      } else {
        whole += numbers.subtract(end, begin);
      }
    }
    if (numbers.isFloating()) {
      out.appendDouble(fraction);
    } else {
      out.appendLong(whole);
    }
  }

  @Override
  public void write(BytesBuffer out) {
    out.write(sorted ? 1 : 0);
    StateBytes.writeLong(out, intervals.size());
    intervals.write(numbers, numbers, out);
  }

  @Override
  public void read(StateReader in) {
    sorted = in.readByte() != 0;
    intervals.read(in.readLong(), numbers, numbers, in);
  }
}
