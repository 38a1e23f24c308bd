// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A sum in the type of what is added, which wraps; NULL where all values are. */
record SumFold(Type type) implements ColumnFold {

  /** Whether numbers of a type are summed. */
  static boolean takes(Type base) {
    return base instanceof IntegerType
        || base instanceof BoolType
        || base.lane() == Lane.DOUBLE
        || base instanceof DecimalType;
  }

  @Override
  public Column fold(Column values, int[] groups, int groupCount, Reservation memory) {
    Column flat = values.flatten();
    boolean @Nullable [] nulls = null;
    if (flat.nulls() != null) {
      memory.grow(groupCount);
      nulls = new boolean[groupCount];
      Arrays.fill(nulls, true);
      for (int row = 0; row < groups.length; row++) {
        nulls[groups[row]] &= flat.isNull(row);
      }
    }
    if (flat instanceof LongColumn longs) {
      return longs(longs, groups, groupCount, nulls, memory);
    }
    return flat instanceof DoubleColumn doubles
        ? doubles(doubles, groups, groupCount, nulls, memory)
        : wide((WideColumn) flat, groups, groupCount, nulls, memory);
  }

  private Column longs(
      LongColumn values, int[] groups, int count, boolean @Nullable [] nulls, Reservation memory) {
    memory.grow(8L * count);
    long[] sums = new long[count];
    for (int row = 0; row < groups.length; row++) {
      if (!values.isNull(row)) {
        sums[groups[row]] += values.values()[row];
      }
    }
    for (int group = 0; group < count; group++) {
      sums[group] = wrapped(sums[group]);
    }
    return LongColumn.of(sums, count, nulls);
  }

  private long wrapped(long sum) {
    if (type.base() instanceof IntegerType integer) {
      return integer.bits() < 64 ? integer.wrap(sum) : sum;
    }
    if (type.base() instanceof BoolType) {
      // a byte that adds up like any other; all but 0 are true
      return sum & 0xff;
    }
    return type.base() instanceof DecimalType decimal && decimal.bits() == 32 ? (int) sum : sum;
  }

  private Column doubles(
      DoubleColumn values,
      int[] groups,
      int count,
      boolean @Nullable [] nulls,
      Reservation memory) {
    memory.grow(8L * count);
    double[] sums = new double[count];
    Type base = type.base();
    boolean single = base.equals(FloatType.FLOAT32);
    boolean brain = base instanceof FloatType.Brain;
    for (int row = 0; row < groups.length; row++) {
      if (!values.isNull(row)) {
        double sum = sums[groups[row]] + values.values()[row];
        sums[groups[row]] = brain ? FloatType.Brain.round(sum) : single ? (float) sum : sum;
      }
    }
    return DoubleColumn.of(sums, count, nulls);
  }

  private static Column wide(
      WideColumn values, int[] groups, int count, boolean @Nullable [] nulls, Reservation memory) {
    int words = values.words();
    memory.grow(8L * words * count);
    long[] sums = new long[Math.multiplyExact(words, count)];
    for (int row = 0; row < groups.length; row++) {
      if (!values.isNull(row)) {
        add(values.values(), row * words, sums, groups[row] * words, words);
      }
    }
    return WideColumn.of(sums, words, count, nulls);
  }

  private static void add(long[] values, int from, long[] sums, int to, int words) {
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long a = sums[to + word];
      long b = values[from + word];
      long sum = a + b + carry;
      // carry out: majority of the two top bits and the complement of the sum's
      carry = ((a & b) | ((a | b) & ~sum)) >>> 63;
      sums[to + word] = sum;
    }
  }

  @Override
  public boolean mayVanish() {
    return true;
  }
}
