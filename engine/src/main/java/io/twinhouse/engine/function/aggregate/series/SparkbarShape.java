// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/**
 * What sparkbar is asked for.
 *
 * @param x the type of places, without a sign
 * @param y the type of heights
 * @param width buckets
 * @param ranged whether {@code from} and {@code to} are given
 */
record SparkbarShape(Type x, Type y, int width, boolean ranged, long from, long to) {

  Numbers places() {
    return new Numbers(x);
  }

  Numbers heights() {
    return new Numbers(y);
  }

  boolean holds(long place) {
    return !ranged
        || (Long.compareUnsigned(from, place) <= 0 && Long.compareUnsigned(place, to) <= 0);
  }

  long largestX() {
    if (x instanceof IntegerType integer) {
      return -1L >>> (64 - integer.bits());
    }
    return x.equals(DateType.DATE) ? 0xffffL : x instanceof DateTimeType ? 0xffffffffL : -1L;
  }

  private int valueBits() {
    if (y instanceof IntegerType integer) {
      return integer.signed() ? integer.bits() - 1 : integer.bits();
    }
    return y instanceof BoolType ? 8 : 64;
  }

  /** The largest height, of floats as bits. */
  long largestY() {
    return heights().isFloating() ? Double.doubleToRawLongBits(largestFloat()) : wholeMost();
  }

  private long wholeMost() {
    return -1L >>> (64 - valueBits());
  }

  private double largestFloat() {
    return y.equals(FloatType.FLOAT32) ? Float.MAX_VALUE : Double.MAX_VALUE;
  }

  long smallestY() {
    if (heights().isFloating()) {
      return Double.doubleToRawLongBits(-largestFloat());
    }
    boolean signed = y instanceof IntegerType integer && integer.signed();
    return signed ? -wholeMost() - 1 : 0;
  }

  /** Whether the sum of two positive whole heights is no height of the type. */
  boolean overflows(long a, long b) {
    return Long.compareUnsigned(a, wholeMost() - b) > 0;
  }

  /** The sum of two positive heights, no more than the largest one. */
  long sum(long a, long b) {
    if (heights().isFloating()) {
      return heights().add(a, b);
    }
    return overflows(a, b) ? wholeMost() : a + b;
  }

  /** A result as the type of heights keeps it. */
  double rounded(double value) {
    return y.equals(FloatType.FLOAT32) ? (float) value : value;
  }
}
