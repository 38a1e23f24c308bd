// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.lane.BigLane;
import io.twinhouse.engine.function.scalar.time.TimeArithmetic;
import io.twinhouse.engine.function.scalar.tuple.TupleArithmetic;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The arithmetic operators. */
public final class ArithmeticFunctions {

  private ArithmeticFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Arithmetic");
    family.add("plus", t -> t.monotonic(NumberOrder::sum), call -> additive(call, Operator.PLUS));
    family.add("minus", t -> t.monotonic(NumberOrder::sum), call -> additive(call, Operator.MINUS));
    family.add(
        "multiply",
        t -> t.monotonic(NumberOrder::product),
        call -> additive(call, Operator.MULTIPLY));
    family.add(
        "divide", t -> t.dividesNulls().monotonic(NumberOrder::ratio), ArithmeticFunctions::divide);
    family.add(
        "intDiv",
        t -> t.dividesNulls().monotonic(NumberOrder::quotient),
        call -> Division.bind(call, Division.Kind.QUOTIENT, false));
    family.add(
        "intDivOrZero",
        t -> t.monotonic(NumberOrder::quotient),
        call -> Division.bind(call, Division.Kind.QUOTIENT, true));
    family.add(
        "modulo",
        t -> t.withAliases("mod").anyCase().dividesNulls(),
        call -> Division.bind(call, Division.Kind.REMAINDER, false));
    family.add("moduloOrZero", call -> Division.bind(call, Division.Kind.REMAINDER, true));
    family.add(
        "positiveModulo",
        t -> t.withAliases("positive_modulo", "pmod").anyCase().dividesNulls(),
        call -> Division.bind(call, Division.Kind.POSITIVE_REMAINDER, false));
    family.add(
        "moduloLegacy",
        t -> t.dividesNulls(),
        call -> Division.bind(call, Division.Kind.NARROW_REMAINDER, false));
    NullableDivision.addTo(family);
    family.add("sqr", ArithmeticFunctions::square);
    family.add("negate", t -> t.monotonic(NumberOrder::opposite), ArithmeticFunctions::negate);
    family.add("abs", t -> t.anyCase(), ArithmeticFunctions::abs);
    family.add("gcd", call -> Divisors.bind(call, true));
    family.add("lcm", call -> Divisors.bind(call, false));
    return family;
  }

  /** Operators that wrap and never fail on integers. */
  enum Operator {
    PLUS,
    MINUS,
    MULTIPLY
  }

  private static BoundFunction additive(CallSite call, Operator operator) {
    call.arity(2);
    Type a = call.base(0);
    Type b = call.base(1);
    if (operator != Operator.MULTIPLY) {
      BoundFunction time = TimeArithmetic.bind(call, operator == Operator.MINUS);
      if (time != null) {
        return time;
      }
    }
    BoundFunction tuples = TupleArithmetic.operator(call, operator.name().toLowerCase(Locale.ROOT));
    if (tuples != null) {
      return tuples;
    }
    BoundFunction arrays = ArrayArithmetic.operator(call, operator.name().toLowerCase(Locale.ROOT));
    if (arrays != null) {
      return arrays;
    }
    if (a instanceof FloatType.Brain || b instanceof FloatType.Brain) {
      return ofBrain(call, operator);
    }
    BoundFunction decimal = DecimalArithmetic.bind(call, operator);
    if (decimal != null) {
      return decimal;
    }
    IntegerType x = NumberTypes.integer(a);
    IntegerType y = NumberTypes.integer(b);
    if (x != null && y != null) {
      return integers(operator, a, b, NumberTypes.sum(x, y, operator == Operator.MINUS));
    }
    boolean numbers = NumberTypes.isNumber(a) && NumberTypes.isNumber(b);
    if (!numbers || isBigInteger(x) || isBigInteger(y)) {
      throw call.illegal();
    }
    return Bound.total(FloatType.FLOAT64, FloatArithmetic.kernel(operator, a, b));
  }

  /** The result is twice as wide as the wider operand, as it is for all floats. */
  private static BoundFunction ofBrain(CallSite call, Operator operator) {
    int bits = 0;
    for (Type type : List.of(call.base(0), call.base(1))) {
      if (type instanceof DecimalType) {
        throw call.notImplemented(call.base(0).name() + " and " + call.base(1).name());
      }
      boolean brain = type instanceof FloatType.Brain;
      boolean number = NumberTypes.isNumber(type) && !isBigInteger(NumberTypes.integer(type));
      if (!brain && !number) {
        throw call.illegal();
      }
      bits = Math.max(bits, brain ? 16 : NumberTypes.bits(type));
    }
    Kernel exact = FloatArithmetic.kernel(operator, call.base(0), call.base(1));
    // What one operation makes of two operands of Float32 is rounded the same from a double.
    return bits > 16
        ? Bound.total(FloatType.FLOAT64, exact)
        : Bound.total(FloatType.FLOAT32, FloatArithmetic.single(exact));
  }

  private static boolean isBigInteger(@Nullable IntegerType type) {
    return type != null && type.bits() > 64;
  }

  private static BoundFunction integers(Operator operator, Type a, Type b, IntegerType result) {
    if (result.bits() <= 64) {
      return Bound.total(result, call -> LongArithmetic.evaluate(operator, call, result));
    }
    return Bound.total(
        result,
        call -> {
          BigLane x = BigLane.of(a, call.argument(0));
          BigLane y = BigLane.of(b, call.argument(1));
          return Operands.bigs(call, result, row -> big(operator, x.at(row), y.at(row)));
        });
  }

  static BigInteger big(Operator operator, BigInteger a, BigInteger b) {
    return switch (operator) {
      case PLUS -> a.add(b);
      case MINUS -> a.subtract(b);
      case MULTIPLY -> a.multiply(b);
    };
  }

  private static BoundFunction divide(CallSite call) {
    call.arity(2);
    BoundFunction tuples = TupleArithmetic.operator(call, "divide");
    if (tuples != null) {
      return tuples;
    }
    BoundFunction arrays = ArrayArithmetic.operator(call, "divide");
    if (arrays != null) {
      return arrays;
    }
    Type a = call.base(0);
    Type b = call.base(1);
    BoundFunction decimal = DecimalArithmetic.bindDivide(call);
    if (decimal != null) {
      return decimal;
    }
    if (a instanceof IpType || b instanceof IpType) {
      throw call.notImplemented(a.name() + " and " + b.name());
    }
    if (a instanceof FloatType.Brain || b instanceof FloatType.Brain) {
      ofBrain(call, Operator.MULTIPLY); // refuses what it would
    } else if (!NumberTypes.isNumber(a) || !NumberTypes.isNumber(b)) {
      throw call.illegal();
    }
    return Bound.total(FloatType.FLOAT64, Operands.doubles(a, b, (x, y) -> x / y));
  }

  private static BoundFunction square(CallSite call) {
    Composition composition = new Composition(call);
    if (!NumberTypes.isNumber(call.arity(1).base(0))) {
      throw call.illegal(0);
    }
    Composition.Part value = composition.argument(0);
    return composition.bound(composition.call("multiply", value, value));
  }

  private static BoundFunction negate(CallSite call) {
    Type type = call.arity(1).base(0);
    if (type instanceof TupleType) {
      return TupleArithmetic.negate(call);
    }
    if (type instanceof IntervalType) {
      return Bound.total(type, Operands.longs(x -> -x));
    }
    if (type instanceof FloatType) {
      return Bound.total(type, Operands.doubles(type, x -> -x));
    }
    if (type instanceof DecimalType) {
      return signChange(call, type, type, true);
    }
    IntegerType integer = type instanceof BoolType ? IntegerType.UINT8 : asInteger(call, type);
    int bits = integer.signed() ? integer.bits() : NumberTypes.next(integer.bits());
    return signChange(call, type, new IntegerType(bits, true), true);
  }

  private static BoundFunction abs(CallSite call) {
    Type type = call.arity(1).base(0);
    if (type instanceof FloatType) {
      return Bound.total(type, Operands.doubles(type, Math::abs));
    }
    if (type instanceof DecimalType) {
      return signChange(call, type, type, false);
    }
    IntegerType integer = type instanceof BoolType ? IntegerType.UINT8 : asInteger(call, type);
    return signChange(call, type, new IntegerType(integer.bits(), false), false);
  }

  private static IntegerType asInteger(CallSite call, Type type) {
    if (type instanceof IntegerType integer) {
      return integer;
    }
    throw call.illegal(0);
  }

  private static BoundFunction signChange(CallSite call, Type type, Type result, boolean always) {
    if (type.lane() == io.twinhouse.engine.type.Lane.LONG) {
      @Nullable IntegerType wrapped = result instanceof IntegerType integer ? integer : null;
      boolean unsigned = !NumberTypes.signed(type);
      return Bound.total(
          result,
          Operands.longs(
              x -> {
                long value = always || (x < 0 && !unsigned) ? -x : x;
                return wrapped == null ? value : wrapped.wrap(value);
              }));
    }
    if (call.base(0).lane() != io.twinhouse.engine.type.Lane.WIDE) {
      throw call.illegal(0);
    }
    return Bound.total(
        result,
        invocation -> {
          BigLane lane = BigLane.of(type, invocation.argument(0));
          return Operands.bigs(
              invocation, result, row -> always ? lane.at(row).negate() : lane.at(row).abs());
        });
  }

  static io.twinhouse.engine.error.TwinhouseException divisionByZero() {
    return new io.twinhouse.engine.error.TwinhouseException(
        ErrorCode.ILLEGAL_DIVISION, "Division by zero");
  }
}
