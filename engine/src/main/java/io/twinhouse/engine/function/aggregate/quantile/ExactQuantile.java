// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupedValues;
import io.twinhouse.engine.function.aggregate.state.RowNumbers;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** quantileExact and its kin, over all values of a group; NaN is left out. */
final class ExactQuantile implements Accumulator {

  private final ExactRule rule;
  private final Type argument;
  private final Type single;
  private final Levels levels;
  private final GroupedValues values;
  private final RowNumbers chosen;

  ExactQuantile(ExactRule rule, Type argument, Type single, Levels levels, Reservation memory) {
    this.rule = rule;
    this.argument = argument;
    this.single = single;
    this.levels = levels;
    values = GroupedValues.ofNumbers(argument, memory);
    chosen = new RowNumbers(memory);
  }

  @Override
  public void resize(int groups) {}

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    values.add(arguments[0], withoutNaN(arguments[0], groups, rows), rows);
  }

  private int[] withoutNaN(Column column, int[] groups, int rows) {
    if (argument.lane() != Lane.DOUBLE) {
      return groups;
    }
    DoubleLane lane = DoubleLane.of(argument, column);
    int[] kept = chosen.of(rows);
    for (int row = 0; row < rows; row++) {
      kept[row] = Double.isNaN(lane.at(row)) ? -1 : groups[row];
    }
    return kept;
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    values.merge(((ExactQuantile) other).values, target);
  }

  @Override
  public Column results(int from, int count) {
    QuantileColumn out = new QuantileColumn(levels, single);
    for (int group = from; group < from + count; group++) {
      if (values.all() instanceof LongColumn longs && !rule.interpolates()) {
        addLongs(longs.values(), values.rowsOf(group), out);
      } else {
        addDoubles(doubles(values.rowsOf(group)), out);
      }
      out.endRow();
    }
    return out.build();
  }

  private void addLongs(long[] lane, int[] rows, QuantileColumn out) {
    long flip = argument.equals(IntegerType.UINT64) ? Long.MIN_VALUE : 0;
    long[] sorted = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = lane[rows[i]] ^ flip;
    }
    Arrays.sort(sorted);
    for (double level : levels.values()) {
      out.add(sorted.length == 0 ? 0L : sorted[rule.place(level, sorted.length)] ^ flip);
    }
  }

  private double[] doubles(int[] rows) {
    DoubleLane lane = DoubleLane.of(argument, values.all());
    double[] sorted = new double[rows.length];
    int count = 0;
    for (int row : rows) {
      double value = lane.at(row);
      if (!Double.isNaN(value)) {
        sorted[count++] = value;
      }
    }
    sorted = Arrays.copyOf(sorted, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private void addDoubles(double[] sorted, QuantileColumn out) {
    for (double level : levels.values()) {
      if (sorted.length == 0) {
        out.add(!rule.interpolates() && levels.several() ? 0.0 : Double.NaN);
      } else if (rule.interpolates()) {
        out.add(checked(rule.between(level, sorted), sorted));
      } else {
        out.add(checked(sorted[rule.place(level, sorted.length)], sorted));
      }
    }
  }

  /** Which of -0 and 0 the server finds hangs on the order in which it parts its values. */
  private static double checked(double value, double[] sorted) {
    boolean both =
        value == 0
            && Arrays.binarySearch(sorted, -0.0) >= 0
            && Arrays.binarySearch(sorted, 0.0) >= 0;
    if (both) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "An exact quantile that is zero, over -0 and 0, is not implemented; add 0 to the values");
    }
    return value;
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    values.write(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    values.read(group, in);
  }
}
