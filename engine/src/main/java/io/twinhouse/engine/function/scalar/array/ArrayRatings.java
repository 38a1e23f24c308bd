// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.DoubleRooms;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import java.util.List;

/** How well scores order labels: areas under curves, and the coefficient of Gini. */
final class ArrayRatings {

  private static final int MOST = 1 << 20;

  private ArrayRatings() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: ratings")
        .add(
            "arrayROCAUC",
            t -> t.withAliases("arrayAUC").dropLowCardinality(),
            call -> area(call, true))
        .add(
            "arrayAUCPR",
            t -> t.withAliases("arrayPRAUC").dropLowCardinality(),
            call -> area(call, false))
        .add("arrayNormalizedGini", FunctionTraits::dropLowCardinality, ArrayRatings::gini);
  }

  /** Scores and labels of a batch. */
  private record Pairs(ArrayLane scores, ArrayLane labels, DoubleLane score, DoubleLane label) {

    static Pairs of(CallSite call, Invocation invocation) {
      ArrayLane scores = ArrayLane.of(invocation.argument(0));
      ArrayLane labels = ArrayLane.of(invocation.argument(1));
      return new Pairs(
          scores,
          labels,
          DoubleLane.of(ElementTypes.ofArray(call, 0), scores.elements()),
          DoubleLane.of(ElementTypes.ofArray(call, 1), labels.elements()));
    }
  }

  private static void checkNumbers(CallSite call, int index, boolean enums) {
    Type element = ElementTypes.ofArray(call, index);
    boolean integer =
        element instanceof BoolType
            || (element instanceof IntegerType && element.lane() == Lane.LONG)
            || (enums && element instanceof EnumType);
    if (!integer && !(element instanceof FloatType)) {
      throw call.illegal(index);
    }
  }

  private static BoundFunction area(CallSite call, boolean roc) {
    call.arity(2, roc ? 4 : 3);
    checkNumbers(call, 0, true);
    checkNumbers(call, 1, true);
    boolean scaled = roc && call.size() > 2;
    if (scaled && !(call.base(2) instanceof BoolType)) {
      throw call.illegal(2);
    }
    if (call.size() > (roc ? 3 : 2)) {
      throw call.notImplemented("offsets of parts");
    }
    boolean scale = !scaled || scale(call);
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              Pairs pairs = Pairs.of(call, invocation);
              return row -> {
                int size = pairs.scores().length(row);
                if (size != pairs.labels().length(row)) {
                  throw new TwinhouseException(
                      ErrorCode.BAD_ARGUMENTS,
                      "Array arguments for function " + call.name() + " must have equal sizes");
                }
                Ranking ranking = Ranking.of(pairs, row, size);
                return roc ? ranking.rocArea(scale) : ranking.precisionArea();
              };
            }));
  }

  private static boolean scale(CallSite call) {
    if (call.constant(2) == null) {
      throw call.notImplemented("a scale that is no constant");
    }
    return call.constantLong(2) != 0;
  }

  /**
   * Labels by falling scores.
   *
   * @param scores from the lowest to the highest
   * @param labels whether each is a positive one
   */
  private record Ranking(double[] scores, boolean[] labels) {

    static Ranking of(Pairs pairs, int row, int size) {
      int scores = pairs.scores().start(row);
      int labels = pairs.labels().start(row);
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(
          order,
          (a, b) -> Double.compare(pairs.score().at(scores + a), pairs.score().at(scores + b)));
      double[] sorted = new double[size];
      boolean[] positive = new boolean[size];
      for (int i = 0; i < size; i++) {
        sorted[i] = pairs.score().at(scores + order[i]);
        positive[i] = pairs.label().at(labels + order[i]) > 0;
        if (Double.isNaN(sorted[i])) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED, "Areas are not implemented for scores that are NaN");
        }
      }
      return new Ranking(sorted, positive);
    }

    double rocArea(boolean scale) {
      int size = scores.length;
      double area = 0;
      double positives = 0;
      double negatives = 0;
      double positivesBefore = 0;
      double negativesBefore = 0;
      for (int i = size - 1; i >= 0; i--) {
        if (i < size - 1 && scores[i] != scores[i + 1]) {
          area += (negatives - negativesBefore) * (positives + positivesBefore) / 2.0;
          positivesBefore = positives;
          negativesBefore = negatives;
        }
        positives += labels[i] ? 1 : 0;
        negatives += labels[i] ? 0 : 1;
      }
      area += (negatives - negativesBefore) * (positives + positivesBefore) / 2.0;
      if (!scale) {
        return area;
      }
      return positives == 0 || negatives == 0 ? Double.NaN : area / positives / negatives;
    }

    double precisionArea() {
      int size = scores.length;
      double area = 0;
      double positives = 0;
      double positivesBefore = 0;
      int seen = 0;
      for (int i = size - 1; i >= 0; i--) {
        if (i < size - 1 && scores[i] != scores[i + 1]) {
          area += positives / seen * (positives - positivesBefore);
          positivesBefore = positives;
        }
        positives += labels[i] ? 1 : 0;
        seen++;
      }
      area += seen == 0 ? 0 : positives / seen * (positives - positivesBefore);
      return positives == 0 ? 0 : area / positives;
    }
  }

  private static BoundFunction gini(CallSite call) {
    call.arity(2);
    checkNumbers(call, 0, false);
    checkNumbers(call, 1, false);
    return Bound.of(
        TupleType.of(List.of(FloatType.FLOAT64, FloatType.FLOAT64, FloatType.FLOAT64)),
        DoubleRooms.tuples(
            3,
            invocation -> {
              Pairs pairs = Pairs.of(call, invocation);
              int size = invocation.rows() == 0 ? 0 : pairs.scores().length(0);
              if (size > MOST) {
                throw call.refuse(
                    ErrorCode.TOO_LARGE_ARRAY_SIZE,
                    "Too large array size in function arrayNormalizedGini: "
                        + size
                        + ", maximum: "
                        + MOST);
              }
              return row -> {
                boolean same =
                    pairs.scores().length(row) == size && pairs.labels().length(row) == size;
                if (!same) {
                  throw call.refuse(
                      ErrorCode.ILLEGAL_COLUMN,
                      "All array in function arrayNormalizedGini should have same size");
                }
                return gini(pairs, row, size);
              };
            }));
  }

  private static double[] gini(Pairs pairs, int row, int size) {
    int scores = pairs.scores().start(row);
    int labels = pairs.labels().start(row);
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> Double.compare(pairs.score().at(scores + a), pairs.score().at(scores + b)));
    double[] predicted = new double[size];
    double[] sorted = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double score = pairs.score().at(scores + order[i]);
      boolean equal = i > 0 && score == pairs.score().at(scores + order[i - 1]);
      if (equal || Double.isNaN(score)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Function arrayNormalizedGini is not implemented for scores that are equal or NaN");
      }
      predicted[i] = pairs.label().at(labels + order[i]);
      sorted[i] = pairs.label().at(labels + i);
      sum += sorted[i];
    }
    Arrays.sort(sorted);
    double random = 0.5 * (size + 1);
    double predictedGini = (random - shares(predicted, sum)) / size;
    double labelGini = (random - shares(sorted, sum)) / size;
    return new double[] {predictedGini, labelGini, predictedGini / labelGini};
  }

  /** The sum of all running sums of shares. */
  private static double shares(double[] values, double sum) {
    double running = 0;
    double all = 0;
    for (double value : values) {
      running += value / sum;
      all += running;
    }
    return all;
  }
}
