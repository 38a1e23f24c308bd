// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.util.Arrays;

/** Rows of any numeric column, read as Float64 as ClickHouse converts them. */
public final class DoubleLane {

  private static final double TWO_TO_64 = 18446744073709551616.0;

  /** By exponent, each as near as a double comes. */
  private static final double[] POWERS_OF_TEN = powersOfTen();

  private final double[] values;
  private final int mask;

  private DoubleLane(double[] values, int mask) {
    this.values = values;
    this.mask = mask;
  }

  public static DoubleLane of(Type type, Column column) {
    if (column instanceof ConstantColumn constant) {
      return new DoubleLane(toDoubles(type.base(), constant.value()), 0);
    }
    return new DoubleLane(toDoubles(type.base(), column), -1);
  }

  private static double[] toDoubles(Type type, Column column) {
    if (column instanceof DoubleColumn doubles) {
      return doubles.values();
    }
    double[] values = new double[column.size()];
    if (column instanceof LongColumn longs) {
      convert(type, longs.values(), values);
      return values;
    }
    BigLane wide = BigLane.of(type, column);
    int scale = type instanceof DecimalType decimal ? decimal.scale() : 0;
    for (int row = 0; row < values.length; row++) {
      values[row] = ofDecimal(wide.at(row), scale);
    }
    return values;
  }

  private static void convert(Type type, long[] longs, double[] values) {
    if (type.equals(IntegerType.UINT64)) {
      for (int row = 0; row < values.length; row++) {
        values[row] = ofUnsigned(longs[row]);
      }
    } else if (type instanceof DecimalType decimal) {
      double divisor = POWERS_OF_TEN[decimal.scale()];
      for (int row = 0; row < values.length; row++) {
        values[row] = longs[row] / divisor;
      }
    } else {
      for (int row = 0; row < values.length; row++) {
        values[row] = longs[row];
      }
    }
  }

  /** The decimal of this unscaled value: rounded to a double, then divided, which rounds again. */
  public static double ofDecimal(BigInteger unscaled, int scale) {
    return unscaled.doubleValue() / POWERS_OF_TEN[scale];
  }

  private static double[] powersOfTen() {
    double[] powers = new double[DecimalType.MAX_PRECISION + 1];
    Arrays.setAll(powers, exponent -> Double.parseDouble("1e" + exponent));
    return powers;
  }

  /** The unsigned 64-bit number {@code bits}, rounded to the nearest double. */
  public static double ofUnsigned(long bits) {
    if (bits >= 0) {
      return bits;
    }
    // Halving keeps the lowest bit sticky, so that the one rounding is the right one.
    double half = (bits >>> 1) | (bits & 1);
    double value = half * 2;
    return Math.min(value, TWO_TO_64);
  }

  public double at(int row) {
    return values[row & mask];
  }
}
