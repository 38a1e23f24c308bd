// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Which numbers another type holds exactly, as the server's accurateCast sees it. */
public final class ExactNumbers {

  private ExactNumbers() {}

  /** Whether values of the one type are looked at before they become the other's. */
  public static boolean looksAt(Type from, Type to) {
    boolean ranged = isNumber(to) && !(to instanceof BoolType);
    return isNumber(from) && (ranged || isSecondsOrDays(to));
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type.lane() == Lane.DOUBLE || type instanceof BoolType;
  }

  /** Dates and times that have no values before 1970. */
  private static boolean isSecondsOrDays(Type to) {
    return to.equals(DateType.DATE) || to instanceof DateTimeType;
  }

  /** Which values of a column without NULLs {@code to} cannot hold. */
  public static boolean[] misses(Type from, Type to, Column source, int rows) {
    boolean cut = isSecondsOrDays(to);
    return misses(from, cut ? IntegerType.UINT32 : to, source, rows, cut);
  }

  /** The conversion, which fails where a value is not held. */
  static Conversion checked(Type from, Type to, Conversion conversion) {
    if (isNumber(from) && (to instanceof IpType || to instanceof UuidType)) {
      throw noConversion(from, to);
    }
    boolean named = to instanceof EnumType && from instanceof IntegerType;
    Type held = named ? new IntegerType(((EnumType) to).bits(), true) : to;
    if (!looksAt(from, held)) {
      return conversion;
    }
    return source -> {
      for (boolean miss : misses(from, held, source, source.size())) {
        if (miss) {
          throw misfit(from, to);
        }
      }
      return conversion.convert(source);
    };
  }

  /** No value becomes one of the type that has none. */
  static Conversion toNothing(Type from) {
    return source -> {
      throw noConversion(from, NothingType.INSTANCE);
    };
  }

  /** The refusal of accurateCast between two types. */
  public static TwinhouseException noConversion(Type from, Type to) {
    return new TwinhouseException(
        ErrorCode.CANNOT_CONVERT_TYPE,
        "Conversion from " + from.name() + " to " + to.name() + " is not supported");
  }

  /** What the server says of a value that is not held. */
  public static TwinhouseException misfit(Type from, Type to) {
    return new TwinhouseException(
        ErrorCode.CANNOT_CONVERT_TYPE,
        "Value in column " + from.name() + " cannot be safely converted into type " + to.name());
  }

  /**
   * @param cut whether the fraction of a float does not matter
   */
  private static boolean[] misses(Type from, Type to, Column source, int rows, boolean cut) {
    boolean[] misses = new boolean[rows];
    if (from.lane() == Lane.DOUBLE) {
      DoubleLane lane = DoubleLane.of(from, source);
      // The bound is rounded to the type of the value.
      boolean single = !from.equals(FloatType.FLOAT64);
      boolean ends = single && to.lane() == Lane.WIDE;
      double most = single ? 0xFFFF_FFFFL + 1.0 : 0xFFFF_FFFFL;
      for (int row = 0; row < rows; row++) {
        misses[row] =
            cut
                ? !(lane.at(row) >= 0 && lane.at(row) <= most)
                : !fits(lane.at(row), to) || (ends && Math.abs(lane.at(row)) > 0x1p63);
      }
      return misses;
    }
    BigLane lane = BigLane.of(from, source);
    for (int row = 0; row < rows; row++) {
      misses[row] = !fits(lane.at(row), to);
    }
    return misses;
  }

  private static boolean fits(double value, Type to) {
    if (to instanceof FloatType.Brain) {
      return Double.isNaN(value) || FloatType.Brain.round(value) == value;
    }
    if (to instanceof FloatType floating) {
      return floating.bits() == 64 || Double.isNaN(value) || (float) value == value;
    }
    if (to.lane() == Lane.WIDE && Double.isFinite(value)) {
      BigInteger held = WideFloats.whole(value, false);
      return new BigDecimal(value).compareTo(new BigDecimal(held)) == 0 && fits(held, to);
    }
    return Double.isFinite(value)
        && value == Math.rint(value)
        && fits(new BigDecimal(value).toBigInteger(), to);
  }

  private static boolean fits(BigInteger value, Type to) {
    if (to instanceof FloatType.Brain) {
      double rounded = FloatType.Brain.round(value.floatValue());
      return Double.isFinite(rounded) && new BigDecimal(rounded).toBigInteger().equals(value);
    }
    if (to instanceof FloatType floating) {
      double rounded = floating.bits() == 32 ? value.floatValue() : value.doubleValue();
      return Double.isFinite(rounded) && new BigDecimal(rounded).toBigInteger().equals(value);
    }
    if (to instanceof BoolType) {
      return value.signum() == 0 || value.equals(BigInteger.ONE);
    }
    IntegerType integer = (IntegerType) to;
    return integer.signed()
        ? value.bitLength() < integer.bits()
        : value.signum() >= 0 && value.bitLength() <= integer.bits();
  }
}
