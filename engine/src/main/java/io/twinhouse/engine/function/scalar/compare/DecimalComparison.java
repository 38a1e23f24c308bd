// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.scalar.number.NumberTypes;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;

/**
 * A decimal beside a whole number or a decimal of another scale. The server brings both to one
 * scale in the width of the wider of the two: what does not fit is an error up to 64 bits, and
 * wraps around above.
 */
final class DecimalComparison {

  private final int bits;
  private final BigInteger factorA;
  private final BigInteger factorB;

  private DecimalComparison(Type a, Type b) {
    bits = Math.max(NumberTypes.bits(a), NumberTypes.bits(b));
    factorA = BigInteger.TEN.pow(Math.max(0, scale(b) - scale(a)));
    factorB = BigInteger.TEN.pow(Math.max(0, scale(a) - scale(b)));
  }

  static boolean isFor(Type a, Type b) {
    boolean whole = a instanceof IntegerType || b instanceof IntegerType;
    boolean decimals = a instanceof DecimalType && b instanceof DecimalType;
    return decimals
        ? scale(a) != scale(b)
        : whole && (a instanceof DecimalType || b instanceof DecimalType);
  }

  static Kernel kernel(Relation relation, Type a, Type b) {
    DecimalComparison comparison = new DecimalComparison(a, b);
    return call -> comparison.compare(relation, call, a, b);
  }

  private static int scale(Type type) {
    return type instanceof DecimalType decimal ? decimal.scale() : 0;
  }

  private Column compare(Relation relation, Invocation call, Type a, Type b) {
    BigLane x = BigLane.of(a, call.argument(0));
    BigLane y = BigLane.of(b, call.argument(1));
    int rows = call.rows();
    long[] result = call.scratch().longs(rows);
    for (int row = 0; row < rows; row++) {
      int order = scaled(x.at(row), factorA).compareTo(scaled(y.at(row), factorB));
      result[row] = relation.holds(order) ? 1 : 0;
    }
    return LongColumn.of(result, rows, null);
  }

  private BigInteger scaled(BigInteger value, BigInteger factor) {
    BigInteger product = factor.equals(BigInteger.ONE) ? value : value.multiply(factor);
    if (product.bitLength() < bits) {
      return product;
    }
    if (bits <= 64 || value.bitLength() >= bits) {
      throw new TwinhouseException(
          ErrorCode.DECIMAL_OVERFLOW, "Can't compare decimal number due to overflow");
    }
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits);
    BigInteger rest = product.mod(modulus);
    return rest.testBit(bits - 1) ? rest.subtract(modulus) : rest;
  }
}
