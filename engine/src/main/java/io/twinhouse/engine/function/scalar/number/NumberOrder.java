// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.Monotonicity;
import io.twinhouse.engine.function.MonotonicityRule;
import io.twinhouse.engine.function.scalar.time.TimeOrder;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where arithmetic with a constant is monotonic: as long as nothing wraps. */
final class NumberOrder {

  private NumberOrder() {}

  /** plus and minus. */
  static @Nullable Monotonicity sum(List<Argument> arguments, Type result, ZoneId session) {
    int variable = MonotonicityRule.variable(arguments);
    if (variable < 0) {
      return null;
    }
    Argument constant = arguments.get(1 - variable);
    Type type = arguments.get(variable).type();
    if (result instanceof FloatType) {
      return floats(variable, type, constant, true);
    }
    if (!isPlain(type) || !isPlain(constant.type())) {
      return TimeOrder.sum(arguments, result, session);
    }
    if (!(result instanceof IntegerType)) {
      return null;
    }
    if (NumberTypes.bits(result) > widest(type, constant.type())) {
      return Monotonicity.everywhere(variable);
    }
    Long value = whole(constant);
    return value == null || value == Long.MIN_VALUE
        ? null
        : Monotonicity.within(
            variable, least(type) + Math.abs(value) + 1, Long.MAX_VALUE - Math.abs(value));
  }

  /** multiply. */
  static @Nullable Monotonicity product(List<Argument> arguments, Type result, ZoneId session) {
    int variable = MonotonicityRule.variable(arguments);
    if (variable < 0) {
      return null;
    }
    Argument constant = arguments.get(1 - variable);
    Type type = arguments.get(variable).type();
    if (result instanceof FloatType) {
      return floats(variable, type, constant, false);
    }
    if (!isPlain(type) || !isPlain(constant.type()) || !(result instanceof IntegerType)) {
      return null;
    }
    if (NumberTypes.bits(result) > widest(type, constant.type())) {
      return Monotonicity.everywhere(variable);
    }
    Long value = whole(constant);
    if (value == null || value == 0 || value == Long.MIN_VALUE) {
      return null;
    }
    long most = Long.MAX_VALUE / Math.abs(value);
    return Monotonicity.within(variable, Math.max(least(type), -most), most);
  }

  /** divide by a constant. */
  static @Nullable Monotonicity ratio(List<Argument> arguments, Type result, ZoneId session) {
    return MonotonicityRule.variable(arguments) == 0 && result instanceof FloatType
        ? floats(0, arguments.get(0).type(), arguments.get(1), false)
        : null;
  }

  /** intDiv and intDivOrZero by a constant. */
  static @Nullable Monotonicity quotient(List<Argument> arguments, Type result, ZoneId session) {
    if (MonotonicityRule.variable(arguments) != 0
        || !isPlain(arguments.get(0).type())
        || !isPlain(arguments.get(1).type())) {
      return null;
    }
    Type type = arguments.get(0).type();
    Type divisor = arguments.get(1).type();
    Long value = whole(arguments.get(1));
    boolean signed = NumberTypes.signed(type) || NumberTypes.signed(divisor);
    int bits = widest(type, divisor);
    long most = signed ? Long.MAX_VALUE >>> (Long.SIZE - bits) : Long.MAX_VALUE;
    if (value == null || value <= 0 || value > most) {
      return null;
    }
    // A dividend without a sign is read as one that has it, in as many bits.
    long high = signed ? Long.MAX_VALUE >>> (Long.SIZE - NumberTypes.bits(type)) : largest(type);
    return Monotonicity.within(0, least(type), high);
  }

  /** negate: the smallest value of a type is its own opposite. */
  static @Nullable Monotonicity opposite(List<Argument> arguments, Type result, ZoneId session) {
    Type type = arguments.get(0).type();
    if (type instanceof FloatType) {
      return Monotonicity.everywhere(0);
    }
    if (!isPlain(type)) {
      return null;
    }
    long low = NumberTypes.signed(type) ? least(type) + 1 : 0;
    return Monotonicity.within(0, low, largest(type));
  }

  /** round, floor and their kin, of floats. */
  static @Nullable Monotonicity rounding(List<Argument> arguments, Type result, ZoneId session) {
    return MonotonicityRule.variable(arguments) == 0
            && arguments.size() == 1
            && arguments.get(0).type() instanceof FloatType
        ? Monotonicity.everywhere(0)
        : null;
  }

  private static @Nullable Monotonicity floats(
      int variable, Type type, Argument constant, boolean zeroToo) {
    Column value = constant.constant();
    if (value == null || !isNumber(type) || !isNumber(constant.type())) {
      return null;
    }
    Column flat = value.flatten();
    double number =
        flat instanceof DoubleColumn doubles
            ? doubles.values()[0]
            : ((LongColumn) flat).values()[0];
    boolean fits = Double.isFinite(number) && (zeroToo || number != 0);
    return fits ? Monotonicity.everywhere(variable) : null;
  }

  private static boolean isNumber(Type type) {
    return type instanceof FloatType || isPlain(type);
  }

  /** An integer of up to 64 bits. */
  private static boolean isPlain(Type type) {
    return type instanceof IntegerType integer && integer.bits() <= Long.SIZE;
  }

  private static int widest(Type a, Type b) {
    return Math.max(NumberTypes.bits(a), NumberTypes.bits(b));
  }

  private static @Nullable Long whole(Argument argument) {
    Column constant = argument.constant();
    if (constant == null) {
      return null;
    }
    long value = ((LongColumn) constant.flatten()).values()[0];
    return value < 0 && argument.type().equals(IntegerType.UINT64) ? null : (Long) value;
  }

  private static long least(Type type) {
    return NumberTypes.signed(type) ? -1L << (NumberTypes.bits(type) - 1) : 0;
  }

  /** The largest value; of a UInt64 the largest that a piece may tell of. */
  private static long largest(Type type) {
    int bits = NumberTypes.signed(type) ? NumberTypes.bits(type) - 1 : NumberTypes.bits(type);
    return Long.MAX_VALUE >>> (Long.SIZE - 1 - Math.min(bits, Long.SIZE - 1));
  }
}
