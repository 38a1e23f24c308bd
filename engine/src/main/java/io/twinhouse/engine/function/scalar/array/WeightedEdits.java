// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
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
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.SameValue;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;

/**
 * How far arrays are apart whose elements weigh: what is taken out or put in costs its weight, what
 * is replaced costs both; and how similar they are for it. The correlation of an array with itself.
 */
final class WeightedEdits {

  private static final long MOST_STEPS = 100_000_000;

  private WeightedEdits() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: weights")
        .add(
            "arrayLevenshteinDistanceWeighted",
            FunctionTraits::dropLowCardinality,
            call -> bind(call, false))
        .add("arraySimilarity", FunctionTraits::dropLowCardinality, call -> bind(call, true))
        .add(
            "arrayAutocorrelation", FunctionTraits::dropLowCardinality, WeightedEdits::correlation);
  }

  private static BoundFunction bind(CallSite call, boolean similarity) {
    Type element = ElementTypes.ofArray(call.arity(4), 0);
    Type weight = ElementTypes.ofArray(call, 2);
    boolean integer = weight instanceof IntegerType && weight.lane() == Lane.LONG;
    ElementTypes.ofArray(call, 1);
    ElementTypes.ofArray(call, 3);
    if (!integer && !(weight instanceof FloatType) && !(weight instanceof IntegerType)) {
      throw call.illegal(2);
    }
    if (!ElementTypes.ofArray(call, 3).equals(weight)) {
      throw call.illegal(3);
    }
    boolean floats = element.base() instanceof FloatType;
    boolean alike = ElementTypes.ofArray(call, 1).equals(element);
    if (floats || !alike || weight.lane() == Lane.WIDE) {
      throw call.notImplemented(
          call.type(0).name() + " and " + call.type(1).name() + " by " + call.type(2).name());
    }
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              Weighted from = Weighted.of(call, invocation, 0);
              Weighted to = Weighted.of(call, invocation, 1);
              return row -> {
                Checkpoint.pass();
                from.check(call, row);
                to.check(call, row);
                return similarity ? similarity(from, to, row) : distance(from, to, row);
              };
            }));
  }

  /** Elements and their weights. */
  private record Weighted(ArrayLane elements, ArrayLane weights, DoubleLane weight) {

    static Weighted of(CallSite call, Invocation invocation, int index) {
      ArrayLane weights = ArrayLane.of(invocation.argument(index + 2));
      return new Weighted(
          ArrayLane.of(invocation.argument(index)),
          weights,
          DoubleLane.of(ElementTypes.ofArray(call, index + 2), weights.elements()));
    }

    void check(CallSite call, int row) {
      if (elements.length(row) != weights.length(row)) {
        throw call.refuse(
            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
            "Arguments of function " + call.name() + " have different sizes of arrays and weights");
      }
      for (int i = 0; i < weights.length(row); i++) {
        if (!(weight(row, i) >= 0 && weight(row, i) < 0x1p40)) {
          throw call.notImplemented("weights below zero or above 2^40");
        }
      }
    }

    double weight(int row, int i) {
      return weight.at(weights.start(row) + i);
    }

    /** The weights of a row added to a sum. */
    double addedTo(double start, int row) {
      double sum = start;
      for (int i = 0; i < weights.length(row); i++) {
        sum += weight(row, i);
      }
      return sum;
    }
  }

  /** Along the shorter array: which one that is settles how sums are rounded. */
  private static double distance(Weighted a, Weighted b, int row) {
    boolean longer = a.elements().length(row) > b.elements().length(row);
    Weighted from = longer ? b : a;
    Weighted to = longer ? a : b;
    int m = from.elements().length(row);
    int n = to.elements().length(row);
    double[] costs = new double[n + 1];
    for (int j = 1; j <= n; j++) {
      costs[j] = costs[j - 1] + to.weight(row, j - 1);
    }
    for (int i = 1; i <= m; i++) {
      Checkpoint.pass();
      double out = from.weight(row, i - 1);
      double diagonal = costs[0];
      costs[0] += out;
      for (int j = 1; j <= n; j++) {
        double in = to.weight(row, j - 1);
        double cost = diagonal;
        if (!same(from, i - 1, to, j - 1, row)) {
          cost = Math.min(diagonal + out + in, Math.min(costs[j] + out, costs[j - 1] + in));
        }
        diagonal = costs[j];
        costs[j] = cost;
      }
    }
    return costs[n];
  }

  private static boolean same(Weighted a, int i, Weighted b, int j, int row) {
    return SameValue.same(
        a.elements().elements(),
        a.elements().start(row) + i,
        b.elements().elements(),
        b.elements().start(row) + j);
  }

  private static double similarity(Weighted from, Weighted to, int row) {
    double all = to.addedTo(from.addedTo(0, row), row);
    return all == 0 ? 1 : 1 - distance(from, to, row) / all;
  }

  private static BoundFunction correlation(CallSite call) {
    Type element = ElementTypes.ofArray(call.arity(1, 2), 0);
    boolean integer = element instanceof IntegerType;
    boolean nothing = element instanceof NothingType;
    if (!integer && !nothing && !(element instanceof FloatType)) {
      throw call.illegal(0);
    }
    if (integer && element.lane() == Lane.WIDE) {
      throw call.notImplemented("big integers");
    }
    if (call.size() == 2) {
      call.integer(1);
    }
    boolean signed = call.size() == 2 && ((IntegerType) call.base(1)).signed();
    return Bound.of(
        new ArrayType(FloatType.FLOAT64),
        RowKernels.doubleArrays(
            invocation -> {
              ArrayLane arrays = ArrayLane.of(invocation.argument(0));
              DoubleLane values =
                  nothing
                      ? DoubleLane.of(FloatType.FLOAT64, DoubleColumn.of())
                      : DoubleLane.of(element, arrays.elements());
              Lags lags = Lags.of(call, invocation, signed);
              return (row, out) -> {
                double[] series = new double[arrays.length(row)];
                for (int i = 0; i < series.length; i++) {
                  series[i] = values.at(arrays.start(row) + i);
                }
                correlate(call, series, (int) Math.min(series.length, lags.at(row)), out);
              };
            }));
  }

  /** How many lags are wanted, row by row. */
  private interface Lags {
    long at(int row);

    static Lags of(CallSite call, Invocation invocation, boolean signed) {
      if (call.size() < 2) {
        return row -> Integer.MAX_VALUE;
      }
      var lane = LongLane.of(invocation.argument(1));
      return row -> {
        long lag = lane.at(row);
        if (lag < 0 && signed) {
          throw call.refuse(
              ErrorCode.BAD_ARGUMENTS, call.name() + ": max_lag must be non-negative");
        }
        return lag < 0 ? Integer.MAX_VALUE : lag;
      };
    }
  }

  private static void correlate(
      CallSite call, double[] series, int lags, RowKernels.DoubleRun out) {
    double sum = 0;
    boolean level = true;
    for (double value : series) {
      sum += value;
      level &= value == series[0];
    }
    double mean = sum / series.length;
    double square = 0;
    for (double value : series) {
      double difference = value - mean;
      square += difference * difference;
    }
    boolean flat = level || square == 0;
    if (!flat && lags > 0 && series.length > MOST_STEPS / lags) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          call.name()
              + ": estimated computation exceeds the safety limit of "
              + MOST_STEPS
              + ". Use the max_lag argument to reduce the number of lags.");
    }
    for (int lag = 0; lag < lags; lag++) {
      Checkpoint.pass();
      double product = 0;
      for (int i = 0; i + lag < series.length && !flat; i++) {
        product += (series[i] - mean) * (series[i + lag] - mean);
      }
      out.add(flat ? Double.NaN : product / square);
    }
  }
}
