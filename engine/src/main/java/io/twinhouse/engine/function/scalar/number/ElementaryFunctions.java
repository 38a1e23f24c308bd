// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.number;

import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.exact.Exponential;
import io.twinhouse.engine.function.exact.Trigonometric;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Type;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Exponential, trigonometric and hyperbolic functions, those that can be had to the last bit: the
 * correctly rounded ones, and the formulas over them that the server evaluates. tan, asin, acos,
 * atan, erf and the gamma functions are refused: the server's bits are those of one machine's
 * mathematics library or of approximations with errors of their own.
 */
public final class ElementaryFunctions {

  private static final double LN2 = 0.6931471805599453;

  private ElementaryFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Mathematical: elementary");
    exponentials(family);
    hyperbolics(family);
    unary(family, "sin", Trigonometric::sin);
    unary(family, "cos", Trigonometric::cos);
    family.add("hypot", t -> t.anyCase(), call -> binary(call, Trigonometric::hypot));
    family.add("atan2", t -> t.anyCase(), call -> binary(call, Trigonometric::atan2));
    for (String name :
        new String[] {"tan", "asin", "acos", "atan", "erf", "erfc", "lgamma", "tgamma"}) {
      boolean anyCase = !name.startsWith("erf") && !name.endsWith("gamma");
      family.add(name, t -> anyCase ? t.anyCase() : t, call -> refused(call.arity(1)));
    }
    return family;
  }

  private static void exponentials(FunctionFamily family) {
    unary(family, "exp", Exponential::exp);
    family.add("exp2", call -> bind(call, Exponential::exp2));
    family.add("exp10", call -> bind(call, ElementaryFunctions::exp10));
    unary(family, "log2", Exponential::log2);
    family.add("log1p", call -> bind(call, Exponential::log1p));
    family.add("cbrt", call -> bind(call, Exponential::cbrt));
    family.add("sigmoid", call -> bind(call, x -> 1.0 / (1.0 + Exponential.exp(-x))));
  }

  private static void hyperbolics(FunctionFamily family) {
    unary(family, "tanh", x -> 2.0 / (1.0 + Exponential.exp(-2.0 * x)) - 1.0);
    family.add("sinh", call -> bind(call, ElementaryFunctions::sinh));
    family.add("cosh", call -> bind(call, ElementaryFunctions::cosh));
    family.add("asinh", call -> bind(call, ElementaryFunctions::asinh));
    family.add("acosh", call -> bind(call, ElementaryFunctions::acosh));
    family.add("atanh", call -> bind(call, ElementaryFunctions::atanh));
  }

  private static void unary(FunctionFamily family, String name, DoubleUnaryOperator function) {
    family.add(name, t -> t.anyCase(), call -> bind(call, function));
  }

  private static CallSite numbers(CallSite call) {
    for (int i = 0; i < call.size(); i++) {
      if (!NumberTypes.isNumber(call.base(i))) {
        throw call.illegal(i);
      }
    }
    return call;
  }

  private static BoundFunction refused(CallSite call) {
    throw numbers(call).notImplemented("any argument: its last bits differ between machines");
  }

  private static BoundFunction bind(CallSite call, DoubleUnaryOperator function) {
    Type type = numbers(call.arity(1)).base(0);
    return Bound.of(FloatType.FLOAT64, Operands.doubles(type, function));
  }

  private static BoundFunction binary(CallSite call, DoubleBinaryOperator function) {
    numbers(call.arity(2));
    return Bound.of(FloatType.FLOAT64, Operands.doubles(call.base(0), call.base(1), function));
  }

  /** A power of ten from a table, times 2 to what is behind the point. */
  private static double exp10(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x > 309 || x < -324) {
      return x > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    int whole = (int) x;
    double rest = x - whole;
    double power = Double.parseDouble("1e" + whole);
    return rest == 0 ? power : Exponential.exp2(3.32192809488736234787 * rest) * power;
  }

  private static double cosh(double x) {
    double size = Math.abs(x);
    if (size < 0.5 * LN2) {
      double power = StrictMath.expm1(size);
      double next = 1 + power;
      return size < 0x1p-55 ? next : 1 + power * power / (next + next);
    }
    if (size < 22) {
      double power = Exponential.exp(size);
      return 0.5 * power + 0.5 / power;
    }
    return halfPower(size);
  }

  private static double sinh(double x) {
    double size = Math.abs(x);
    return size < 22 || Double.isNaN(x) ? StrictMath.sinh(x) : Math.copySign(halfPower(size), x);
  }

  /** Half of e^x where that is all there is to see, in two steps where e^x is too large. */
  private static double halfPower(double x) {
    if (x < 709.782712893384) {
      return 0.5 * Exponential.exp(x);
    }
    double root = Exponential.exp(0.5 * x);
    return 0.5 * root * root;
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    if (size < 0x1p-28 || Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    double value;
    if (size > 0x1p28) {
      value = Exponential.log(size) + LN2;
    } else if (size > 2) {
      value = Exponential.log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
    } else {
      double square = x * x;
      value = StrictMath.log1p(size + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(value, x);
  }

  private static double acosh(double x) {
    if (x > 0x1p28) {
      return Double.isInfinite(x) ? x : Exponential.log(x) + LN2;
    }
    if (x > 2) {
      return Exponential.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double over = x - 1;
    return x >= 1 ? StrictMath.log1p(over + Math.sqrt(2 * over + over * over)) : Double.NaN;
  }

  private static double atanh(double x) {
    double size = Math.abs(x);
    if (size < 0x1p-28 || Double.isNaN(x)) {
      return x;
    }
    double value;
    if (size < 0.5) {
      double twice = size + size;
      value = 0.5 * StrictMath.log1p(twice + twice * size / (1 - size));
    } else if (size < 1) {
      value = 0.5 * StrictMath.log1p((size + size) / (1 - size));
    } else {
      value = size == 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    return Math.copySign(value, x);
  }
}
