// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** Arrays as series: outliers by Tukey's fences, and what payments to come are worth now. */
final class SeriesFunctions {

  private static final int LEAST_POINTS = 4;

  private SeriesFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: series")
        .add(
            "seriesOutliersDetectTukey", FunctionTraits::dropLowCardinality, SeriesFunctions::tukey)
        .add(
            "financialNetPresentValue",
            FunctionTraits::dropLowCardinality,
            SeriesFunctions::presentValue);
  }

  /** Quantiles and width of the fences. */
  private record Fences(double low, double high, double width) {}

  private static boolean isNumber(Type type) {
    boolean integer = type instanceof IntegerType && type.lane() == Lane.LONG;
    return integer || type instanceof FloatType;
  }

  private static BoundFunction tukey(CallSite call) {
    if (call.size() != 1 && call.size() != 4) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function " + call.name() + " needs either 1 or 4 arguments; passed " + call.size());
    }
    if (!(call.base(0) instanceof ArrayType array)) {
      throw call.illegal(0);
    }
    if (!isNumber(array.element())) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Illegal column " + call.type(0).name() + " of first argument of " + call.name());
    }
    Fences fences = call.size() == 1 ? new Fences(0.25, 0.75, 1.5) : fences(call);
    return Bound.of(
        new ArrayType(FloatType.FLOAT64),
        RowKernels.doubleArrays(
            invocation -> {
              ArrayLane arrays = ArrayLane.of(invocation.argument(0));
              DoubleLane values = DoubleLane.of(array.element(), arrays.elements());
              return (row, out) -> {
                double[] series = new double[arrays.length(row)];
                if (series.length < LEAST_POINTS) {
                  throw call.refuse(
                      ErrorCode.BAD_ARGUMENTS,
                      "At least four data points are needed for function " + call.name());
                }
                for (int i = 0; i < series.length; i++) {
                  series[i] = values.at(arrays.start(row) + i);
                  if (Double.isNaN(series[i])) {
                    // Where the server sorts NaN to hangs on the values around it.
                    throw call.notImplemented("a series with NaN");
                  }
                }
                score(series, fences, out);
              };
            }));
  }

  private static Fences fences(CallSite call) {
    for (int i = 1; i < 3; i++) {
      if (!(call.base(i) instanceof FloatType)) {
        throw call.illegal(i);
      }
    }
    if (!isNumber(call.base(3))) {
      throw call.illegal(3);
    }
    double low = constant(call, 1);
    double high = constant(call, 2);
    double width = constant(call, 3);
    boolean inRange = low >= 0.02 && low <= 0.98 && high >= low && high <= 0.98;
    if (!inRange) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "The quantiles of function " + call.name() + " must be in range [0.02, 0.98]");
    }
    if (!(width >= 0) || Double.isInfinite(width)) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "The fourth argument of function " + call.name() + " must be a non-negative number");
    }
    return new Fences(low, high, width);
  }

  private static double constant(CallSite call, int index) {
    Column value = call.constant(index);
    if (value == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Argument " + (index + 1) + " of function " + call.name() + " must be a constant");
    }
    return DoubleLane.of(call.base(index), value).at(0);
  }

  private static void score(double[] series, Fences fences, RowKernels.DoubleRun out) {
    double[] sorted = series.clone();
    Arrays.sort(sorted);
    double first = quantile(sorted, fences.low());
    double last = quantile(sorted, fences.high());
    double range = last - first;
    double below = first - fences.width() * range;
    double above = last + fences.width() * range;
    for (double value : series) {
      double under = value - below;
      double over = value - above;
      out.add((0.0 < under ? 0.0 : under) + (over < 0.0 ? 0.0 : over));
    }
  }

  private static double quantile(double[] sorted, double share) {
    double place = sorted.length * share;
    int at = (int) Math.ceil(place) - 1;
    return place == Math.rint(place) ? (sorted[at] + sorted[at + 1]) / 2 : sorted[at];
  }

  private static BoundFunction presentValue(CallSite call) {
    call.arity(2, 3);
    if (!(call.base(0) instanceof FloatType)) {
      throw call.illegal(0);
    }
    boolean payments =
        call.base(1) instanceof ArrayType array
            && isNumber(array.element())
            && !(array.element() instanceof IntegerType type && !type.signed());
    if (!payments) {
      throw call.illegal(1);
    }
    if (call.size() == 3 && !(call.base(2) instanceof BoolType)) {
      throw call.illegal(2);
    }
    if (((ArrayType) call.base(1)).element().equals(FloatType.FLOAT32)) {
      throw call.notImplemented("Float32");
    }
    return Bound.of(FloatType.FLOAT64, RowKernels.doubles(invocation -> worth(call, invocation)));
  }

  private static RowKernels.DoubleRow worth(CallSite call, Invocation invocation) {
    DoubleLane rates = DoubleLane.of(call.base(0), invocation.argument(0));
    ArrayLane arrays = ArrayLane.of(invocation.argument(1));
    Type element = ((ArrayType) call.base(1)).element();
    DoubleLane payments = DoubleLane.of(element, arrays.elements());
    LongLane fromNow = call.size() == 3 ? LongLane.of(invocation.argument(2)) : null;
    return row -> {
      int start = arrays.start(row);
      if (arrays.length(row) == 0) {
        throw call.refuse(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Cashflow array must not be empty");
      }
      double rate = rates.at(row);
      if (rate <= -1) {
        return Double.POSITIVE_INFINITY;
      }
      boolean now = fromNow == null || fromNow.at(row) != 0;
      double sum = now && rate != 0 ? payments.at(start) : 0;
      double factor = 1 + rate;
      double discount = rate == 0 ? 1 : factor;
      for (int i = start + (now && rate != 0 ? 1 : 0); i < arrays.end(row); i++) {
        sum += payments.at(i) / discount;
        discount *= factor;
      }
      return sum;
    };
  }
}
