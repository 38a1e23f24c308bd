// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Fits a value to the type that a program wants, without loss. */
final class FittedValue {

  private FittedValue() {}

  /**
   * @throws TwinhouseException TYPE_MISMATCH
   */
  static @Nullable Object of(@Nullable Object value, Class<?> wanted, String column) {
    if (value == null) {
      if (wanted.isPrimitive()) {
        throw mismatch("NULL", wanted, column);
      }
      return null;
    }
    if (wanted.isInstance(value)) {
      return value;
    }
    Object fitted =
        value instanceof Number number
            ? number(number, wanted)
            : value instanceof ZonedDateTime time ? time(time, wanted) : other(value, wanted);
    if (fitted == null) {
      throw mismatch(String.valueOf(value), wanted, column);
    }
    return fitted;
  }

  private static @Nullable Object number(Number number, Class<?> wanted) {
    if (wanted == String.class) {
      return number.toString();
    }
    boolean floating = number instanceof Float || number instanceof Double;
    if (!floating && (wanted == boolean.class || wanted == Boolean.class)) {
      BigDecimal value = new BigDecimal(number.toString());
      boolean yes = value.compareTo(BigDecimal.ONE) == 0;
      return yes || value.signum() == 0 ? (Object) yes : null;
    }
    if (wanted == double.class || wanted == Double.class) {
      return toDouble(number);
    }
    if (wanted == float.class || wanted == Float.class) {
      boolean exact = number instanceof Float || equal(number, number.floatValue());
      return exact ? (Object) number.floatValue() : null;
    }
    return floating ? null : whole(new BigDecimal(number.toString()), wanted);
  }

  /** A Decimal becomes the nearest double, as no double has its digits; others must be equal. */
  private static @Nullable Object toDouble(Number number) {
    double value = number.doubleValue();
    boolean takes = number instanceof Float || number instanceof BigDecimal;
    return takes || equal(number, value) ? (Object) value : null;
  }

  private static boolean equal(Number number, double value) {
    if (number instanceof Double given) {
      return Double.compare(given, value) == 0;
    }
    return !Double.isNaN(value)
        && !Double.isInfinite(value)
        && new BigDecimal(value).compareTo(new BigDecimal(number.toString())) == 0;
  }

  private static @Nullable Object whole(BigDecimal exact, Class<?> wanted) {
    try {
      if (wanted == long.class || wanted == Long.class) {
        return exact.longValueExact();
      }
      if (wanted == int.class || wanted == Integer.class) {
        return exact.intValueExact();
      }
      if (wanted == short.class || wanted == Short.class) {
        return exact.shortValueExact();
      }
      if (wanted == byte.class || wanted == Byte.class) {
        return exact.byteValueExact();
      }
      if (wanted == BigInteger.class) {
        return exact.toBigIntegerExact();
      }
      return wanted == BigDecimal.class ? exact : null;
    } catch (ArithmeticException tooLarge) {
      return null;
    }
  }

  private static @Nullable Object time(ZonedDateTime time, Class<?> wanted) {
    if (wanted == Instant.class) {
      return time.toInstant();
    }
    if (wanted == LocalDateTime.class) {
      return time.toLocalDateTime();
    }
    return wanted == OffsetDateTime.class ? time.toOffsetDateTime() : null;
  }

  private static @Nullable Object other(Object value, Class<?> wanted) {
    if (wanted == boolean.class && value instanceof Boolean) {
      return value;
    }
    if (wanted.isEnum() && value instanceof String name) {
      for (Object constant : wanted.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
    }
    return null;
  }

  private static TwinhouseException mismatch(String value, Class<?> wanted, String column) {
    return new TwinhouseException(
        ErrorCode.TYPE_MISMATCH,
        "The value " + value + " of column " + column + " is no " + wanted.getSimpleName());
  }
}
