// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The levels asked for.
 *
 * @param values between 0 and 1
 * @param several whether the result is an array, as of quantiles
 */
record Levels(List<Double> values, boolean several) {

  static Levels one(AggregateSite call) {
    if (call.parameters().size() > 1) {
      throw call.wrongCount(
          "Aggregate function " + call.name() + " requires one level parameter or less");
    }
    return new Levels(call.parameters().isEmpty() ? List.of(0.5) : all(call), false);
  }

  static Levels several(AggregateSite call) {
    if (call.parameters().isEmpty()) {
      throw call.wrongCount(
          "Aggregate function for calculation of multiple quantiles require at least one"
              + " parameter");
    }
    return new Levels(all(call), true);
  }

  private static List<Double> all(AggregateSite call) {
    return IntStream.range(0, call.parameters().size()).mapToObj(i -> level(call, i)).toList();
  }

  private static double level(AggregateSite call, int index) {
    if (call.parameters().get(index).type().lane() == Lane.BYTES) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_CONVERT_TYPE, "Cannot convert String to double");
    }
    double level = call.doubleParameter(index);
    if (!(level >= 0 && level <= 1)) {
      throw new TwinhouseException(
          ErrorCode.PARAMETER_OUT_OF_BOUND, "Quantile level is out of range [0..1]");
    }
    return level;
  }

  /** The type of the result when a single quantile is of type {@code single}. */
  Type typeOf(Type single) {
    return several ? new ArrayType(single) : single;
  }
}
