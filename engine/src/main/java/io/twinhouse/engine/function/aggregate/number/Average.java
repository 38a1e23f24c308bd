// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.number;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;

/**
 * avg: a sum, which wraps as sums do, over a count, in Float64; of dates and times rounded to one
 * of them, half to even.
 */
final class Average implements Accumulator {

  private final Type argument;
  private final Accumulator sums;
  private final Count counts;

  Average(Type argument, Accumulator sums, Count counts) {
    this.argument = argument;
    this.sums = sums;
    this.counts = counts;
  }

  @Override
  public void resize(int groups) {
    sums.resize(groups);
    counts.resize(groups);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows) {
    add(arguments, groups, rows, RowPass.EACH);
  }

  @Override
  public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
    sums.add(arguments, groups, rows, pass);
    counts.add(arguments, groups, rows);
  }

  @Override
  public void merge(Accumulator other, int[] target, int groups) {
    sums.merge(((Average) other).sums, target, groups);
    counts.merge(((Average) other).counts, target, groups);
  }

  @Override
  public Column results(int from, int count) {
    Column totals = sums.results(from, count);
    long[] rows = ((LongColumn) counts.results(from, count)).values();
    double[] quotients = new double[count];
    for (int i = 0; i < count; i++) {
      quotients[i] = total(totals, i) / rows[i];
    }
    if (!isMoment(argument)) {
      return DoubleColumn.of(quotients, count, null);
    }
    long[] moments = new long[count];
    for (int i = 0; i < count; i++) {
      moments[i] = rows[i] == 0 ? 0 : (long) Math.rint(quotients[i]);
    }
    return LongColumn.of(moments, count, null);
  }

  /** Whether an average of this type is of this type. */
  static boolean isMoment(Type type) {
    return type.lane() == Lane.LONG
        && !(type instanceof IntegerType
            || type instanceof DecimalType
            || type instanceof io.twinhouse.engine.type.BoolType);
  }

  private double total(Column totals, int row) {
    if (totals instanceof DoubleColumn doubles) {
      return doubles.values()[row];
    }
    if (totals instanceof LongColumn longs) {
      long value = longs.values()[row];
      boolean signed = argument instanceof IntegerType integer ? integer.signed() : true;
      return signed || value >= 0 ? value : BigLane.ofLong(value, true).doubleValue();
    }
    WideColumn wide = (WideColumn) totals;
    boolean unsigned = argument instanceof IntegerType integer && !integer.signed();
    BigInteger value = BigLane.ofWords(wide.values(), row * wide.words(), wide.words(), unsigned);
    return DoubleLane.ofDecimal(
        value, argument instanceof DecimalType decimal ? decimal.scale() : 0);
  }

  @Override
  public void writeState(int group, BytesBuffer out) {
    sums.writeState(group, out);
    counts.writeState(group, out);
  }

  @Override
  public void mergeState(int group, StateReader in) {
    sums.mergeState(group, in);
    counts.mergeState(group, in);
  }
}
