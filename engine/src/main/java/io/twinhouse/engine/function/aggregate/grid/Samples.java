// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.grid;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.aggregate.object.PairList;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.memory.Reservation;
import java.util.Comparator;
import java.util.function.LongPredicate;

/**
 * Samples of a group: times and the bits of values. Of several values at one time the greatest
 * counts; where NaN is among them the server's answer hangs on the order of rows, which is refused.
 * One owner, one thread.
 */
final class Samples {

  private static final Comparator<long[]> ORDER = (a, b) -> Long.compare(a[0], b[0]);

  private final PairList pairs;
  private boolean sorted = true;

  Samples(Reservation memory) {
    pairs = new PairList(memory);
  }

  /** Adds what a row has: one sample, or an array of times and one of values. */
  void add(RowInput in, int row, LongPredicate wanted) {
    if (in.column(0) instanceof ArrayColumn times) {
      addAll(times, (ArrayColumn) in.column(1), row, wanted);
      return;
    }
    long time = in.word(0, row);
    if (wanted.test(time)) {
      add(time, in.number(1, row));
    }
  }

  private void addAll(ArrayColumn times, ArrayColumn values, int row, LongPredicate wanted) {
    int first = times.offsets()[row];
    int size = times.offsets()[row + 1] - first;
    int other = values.offsets()[row];
    if (size != values.offsets()[row + 1] - other) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Timestamp and value arrays have different sizes");
    }
    Column words = times.elements().flatten();
    Column numbers = values.elements().flatten();
    for (int i = 0; i < size; i++) {
      long time = ((LongColumn) words).values()[first + i];
      if (wanted.test(time)) {
        add(time, ((DoubleColumn) numbers).values()[other + i]);
      }
    }
  }

  void add(long time, double value) {
    pairs.add(time, Double.doubleToRawLongBits(value));
    sorted = false;
  }

  void addAll(Samples other) {
    pairs.addAll(other.pairs);
    sorted = false;
  }

  /** From now on in the order of their times, one for each. */
  void sort() {
    if (sorted) {
      return;
    }
    pairs.sort(ORDER);
    int kept = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (kept == 0 || pairs.first(kept - 1) != pairs.first(i)) {
        pairs.setFirst(kept, pairs.first(i));
        pairs.setSecond(kept, pairs.second(i));
        kept++;
      } else {
        pairs.setSecond(kept - 1, greater(pairs.second(kept - 1), pairs.second(i)));
      }
    }
    pairs.truncate(kept);
    sorted = true;
  }

  private static long greater(long bits, long others) {
    double value = Double.longBitsToDouble(bits);
    double other = Double.longBitsToDouble(others);
    if (Double.isNaN(value) || Double.isNaN(other)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Several samples at one time, NaN among them; filter them out with isNaN");
    }
    return value < other ? others : bits;
  }

  /** Forgets all but the last {@code count}; they must be sorted. */
  void keepLast(int count) {
    int gone = pairs.size() - count;
    if (gone > 0) {
      for (int i = 0; i < count; i++) {
        pairs.setFirst(i, pairs.first(gone + i));
        pairs.setSecond(i, pairs.second(gone + i));
      }
      pairs.truncate(count);
    }
  }

  int size() {
    return pairs.size();
  }

  long time(int index) {
    return pairs.first(index);
  }

  long bits(int index) {
    return pairs.second(index);
  }

  double value(int index) {
    return Double.longBitsToDouble(pairs.second(index));
  }
}
