// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Aggregates that are quantiles. */
public final class QuantileAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    AggregateFamily family =
        new AggregateFamily("Aggregates: quantiles")
            .add(
                "quantile",
                t -> t.withAliases("median"),
                call -> sampled(call, refuseWholeLevel(call, Levels.one(call))))
            .add("quantiles", call -> sampled(call, Levels.several(call)))
            .add(
                "quantileExactWeighted",
                t -> t.withAliases("medianExactWeighted"),
                call -> weighted(call, Levels.one(call)))
            .add("quantilesExactWeighted", call -> weighted(call, Levels.several(call)));
    exact(family, "", ExactRule.EXACT);
    exact(family, "Low", ExactRule.LOW);
    exact(family, "High", ExactRule.HIGH);
    exact(family, "Exclusive", ExactRule.EXCLUSIVE);
    exact(family, "Inclusive", ExactRule.INCLUSIVE);
    return family.functions();
  }

  private static void exact(AggregateFamily family, String suffix, ExactRule rule) {
    String name = "Exact" + suffix;
    family.add(
        "quantile" + name,
        t -> rule.interpolates() ? t : t.withAliases("median" + name),
        call -> exact(call, rule, Levels.one(call)));
    family.add("quantiles" + name, call -> exact(call, rule, Levels.several(call)));
  }

  private static Levels refuseWholeLevel(AggregateSite call, Levels levels) {
    if (!call.parameters().isEmpty() && call.parameters().get(0).type().lane() == Lane.LONG) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Function 'quantile' should have parameter of type Float64, got 'UInt64'");
    }
    return levels;
  }

  private static BoundAggregate sampled(AggregateSite call, Levels levels) {
    Type base = numeric(call.unary(), 0);
    boolean number = base instanceof IntegerType || isFloat(base) || base instanceof BoolType;
    Type single = number ? FloatType.FLOAT64 : base;
    refuseWide(call, single);
    return States.of(
        levels.typeOf(single), memory -> new SampledQuantile(base, single, levels, memory));
  }

  private static BoundAggregate exact(AggregateSite call, ExactRule rule, Levels levels) {
    Type base = numeric(call.unary(), 0);
    if (rule.interpolates() && (base instanceof DecimalType || base instanceof DateTime64Type)) {
      throw call.illegal(0);
    }
    Type single = rule.interpolates() ? FloatType.FLOAT64 : base;
    refuseWide(call, single);
    return States.of(
        levels.typeOf(single), memory -> new ExactQuantile(rule, base, single, levels, memory));
  }

  private static BoundAggregate weighted(AggregateSite call, Levels levels) {
    Type base = numeric(call.binary(), 0);
    if (!(call.base(1) instanceof IntegerType weight) || weight.signed() || weight.bits() > 64) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Second argument (weight) for function "
              + call.name()
              + " must be unsigned integer, but it has type "
              + call.type(1).name());
    }
    refuseWide(call, base);
    return States.of(levels.typeOf(base), memory -> new WeightedQuantile(base, levels, memory));
  }

  private static void refuseWide(AggregateSite call, Type single) {
    if (single.lane() == Lane.WIDE) {
      throw call.notImplemented("results of type " + single.name());
    }
  }

  private static Type numeric(AggregateSite call, int index) {
    Type base = call.base(index);
    boolean number =
        base instanceof IntegerType
            || isFloat(base)
            || base instanceof BoolType
            || base instanceof DecimalType
            || base.equals(DateType.DATE)
            || base instanceof DateTimeType
            || base instanceof DateTime64Type;
    if (!number) {
      throw call.illegal(index);
    }
    return base;
  }

  private static boolean isFloat(Type base) {
    return base instanceof FloatType;
  }
}
