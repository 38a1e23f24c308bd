// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Constants as exact numbers in the units of a column's lane. */
final class NumberOf {

  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  private NumberOf() {}

  /** The constant in units of the column, or null where the two are not compared as numbers. */
  static @Nullable BigDecimal constant(Type column, Type constant, Column value) {
    if (isNumber(column) && isNumber(constant)) {
      return mixesDecimalAndFloat(column, constant)
          ? null
          : scaled(column, number(constant, value));
    }
    if (isTime(column) && isTime(constant)) {
      BigDecimal seconds =
          BigDecimal.valueOf(((LongColumn) value).values()[0], precision(constant));
      return seconds.scaleByPowerOfTen(precision(column));
    }
    boolean sameUnits =
        (column instanceof DateType && constant instanceof DateType)
            || (column.equals(constant) && column instanceof EnumType)
            || (column.equals(constant) && column instanceof IpType);
    return sameUnits && value instanceof LongColumn longs
        ? BigDecimal.valueOf(longs.values()[0])
        : null;
  }

  /** Such pairs are compared as floats, after a rounding that exact numbers do not see. */
  private static boolean mixesDecimalAndFloat(Type column, Type constant) {
    return (column instanceof DecimalType && constant.lane() == Lane.DOUBLE)
        || (column.lane() == Lane.DOUBLE && constant instanceof DecimalType);
  }

  private static @Nullable BigDecimal scaled(Type column, @Nullable BigDecimal number) {
    return number != null && column instanceof DecimalType decimal
        ? number.scaleByPowerOfTen(decimal.scale())
        : number;
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type instanceof BoolType
        || type.lane() == Lane.DOUBLE
        || type instanceof DecimalType;
  }

  private static boolean isTime(Type type) {
    return type instanceof DateTimeType
        || type instanceof DateTime64Type
        || type instanceof TimeType
        || type instanceof Time64Type;
  }

  private static int precision(Type time) {
    if (time instanceof Time64Type clock) {
      return clock.precision();
    }
    return time instanceof DateTime64Type fine ? fine.precision() : 0;
  }

  private static @Nullable BigDecimal number(Type type, Column value) {
    if (value instanceof DoubleColumn doubles) {
      double number = doubles.values()[0];
      return Double.isFinite(number) ? new BigDecimal(number) : null;
    }
    Object number = type instanceof BoolType ? null : JavaValues.get(type, value, 0);
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return number == null
        ? BigDecimal.valueOf(((LongColumn) value).values()[0])
        : BigDecimal.valueOf(((Number) number).longValue());
  }

  static BigDecimal lowest(long flip) {
    return flip == 0 ? BigDecimal.valueOf(Long.MIN_VALUE) : BigDecimal.ZERO;
  }

  static BigDecimal highest(long flip) {
    return flip == 0
        ? BigDecimal.valueOf(Long.MAX_VALUE)
        : new BigDecimal(TWO_64.subtract(BigInteger.ONE));
  }

  /** A whole number within the lane, as {@link OrderedValue} orders it. */
  static long ordered(BigDecimal number, long flip) {
    return number.toBigInteger().longValue() ^ flip;
  }
}
