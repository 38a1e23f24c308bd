// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** quantileGK, quantileDD and their kin, whose first parameter is the accuracy. */
final class RankAggregates {

  private RankAggregates() {}

  static void addTo(AggregateFamily family) {
    family
        .add("quantileGK", t -> t.withAliases("medianGK"), call -> bind(call, false))
        .with(AggregateTrait.WORN_BY_ANSWERS)
        .addCounting("quantilesGK", call -> bind(call, true))
        .with(AggregateTrait.WORN_BY_ANSWERS)
        .add("quantileDD", t -> t.withAliases("medianDD"), call -> relative(call, false))
        .addCounting("quantilesDD", call -> relative(call, true));
  }

  private static AggregateSite behindFirst(AggregateSite call) {
    if (call.parameters().isEmpty()) {
      throw call.wrongCount("Aggregate function " + call.name() + " requires at least one param");
    }
    return new AggregateSite(
        call.name(), call.parameters().subList(1, call.parameters().size()), call.arguments());
  }

  private static BoundAggregate relative(AggregateSite call, boolean several) {
    Type base = QuantileAggregates.numeric(call.unary(), 0);
    AggregateSite behind = behindFirst(call);
    Levels levels = several ? Levels.several(behind) : Levels.one(behind);
    if (call.parameters().get(0).type().lane() != Lane.DOUBLE) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Aggregate function "
              + call.name()
              + " requires relative accuracy parameter with"
              + " Float64 type");
    }
    double accuracy = call.doubleParameter(0);
    if (!(accuracy > 0 && accuracy < 1)) {
      throw call.badArguments(
          "Aggregate function "
              + call.name()
              + " requires relative accuracy parameter with value between 0 and 1 but is "
              + accuracy);
    }
    if (!Numbers.orDates(base)) {
      throw call.notImplemented(base.name());
    }
    if (!LogQuantile.isStable(accuracy)) {
      throw call.notImplemented("the accuracy " + accuracy + ", which the server's states lose");
    }
    Type single = Numbers.are(base) ? FloatType.FLOAT64 : base;
    return ObjectStates.of(
        levels.typeOf(single),
        call.types(),
        memory -> new LogQuantile(levels, single, accuracy, memory));
  }

  private static BoundAggregate bind(AggregateSite call, boolean several) {
    Type type = QuantileAggregates.numeric(call.unary(), 0);
    AggregateSite behind = behindFirst(call);
    Levels levels = several ? Levels.several(behind) : Levels.one(behind);
    if (!call.isIntegerParameter(0)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Aggregate function " + call.name() + " requires accuracy parameter with integer type");
    }
    long accuracy = call.longParameter(0);
    if (accuracy <= 0) {
      throw call.badArguments(
          "Aggregate function "
              + call.name()
              + " requires accuracy parameter with positive value but is "
              + accuracy);
    }
    QuantileAggregates.refuseWide(call, type);
    double error = 1.0 / accuracy;
    return ObjectStates.of(
        levels.typeOf(type), call.types(), memory -> new RankQuantile(type, levels, error, memory));
  }
}
