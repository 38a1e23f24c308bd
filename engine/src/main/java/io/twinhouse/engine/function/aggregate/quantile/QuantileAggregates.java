// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import static io.twinhouse.engine.function.AggregateTrait.CHOOSES;
import static io.twinhouse.engine.function.AggregateTrait.UNORDERED_STATE;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
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
            .addCounting("quantiles", call -> sampled(call, Levels.several(call)))
            .add(
                "quantileExactWeighted",
                t -> t.withAliases("medianExactWeighted"),
                call -> weighted(call, Levels.one(call)))
            .with(CHOOSES, UNORDERED_STATE)
            .addCounting("quantilesExactWeighted", call -> weighted(call, Levels.several(call)))
            .with(UNORDERED_STATE);
    exact(family, "", ExactRule.EXACT);
    exact(family, "Low", ExactRule.LOW);
    exact(family, "High", ExactRule.HIGH);
    exact(family, "Exclusive", ExactRule.EXCLUSIVE);
    exact(family, "Inclusive", ExactRule.INCLUSIVE);
    for (boolean weighted : new boolean[] {false, true}) {
      String suffix = weighted ? "Weighted" : "";
      leveled(family, "TDigest" + suffix, (call, levels) -> digest(call, levels, weighted));
      leveled(family, "Timing" + suffix, (call, levels) -> timing(call, levels, weighted));
      leveled(family, "BFloat16" + suffix, (call, levels) -> brain(call, levels, weighted));
    }
    leveled(family, "Deterministic", QuantileAggregates::deterministic);
    leveled(family, "InterpolatedWeighted", QuantileAggregates::interpolated);
    leveled(family, "ExactWeightedInterpolated", QuantileAggregates::exactInterpolated);
    leveled(family, "PrometheusHistogram", QuantileAggregates::buckets);
    RankAggregates.addTo(family);
    return family.functions();
  }

  /** Chooses the states for levels. */
  private interface LeveledBinder {
    BoundAggregate bind(AggregateSite call, Levels levels);
  }

  private static void leveled(AggregateFamily family, String suffix, LeveledBinder binder) {
    family.add(
        "quantile" + suffix,
        t -> t.withAliases("median" + suffix),
        call -> binder.bind(call, Levels.one(call)));
    family.addCounting("quantiles" + suffix, call -> binder.bind(call, Levels.several(call)));
  }

  /** A number of up to 64 bits, a Date or a DateTime. */
  private static Type plain(AggregateSite call, boolean weighted) {
    Type base = (weighted ? call.binary() : call.unary()).base(0);
    if (!Numbers.orDates(base) || base instanceof EnumType) {
      throw call.illegal(0);
    }
    if (weighted && (!(call.base(1) instanceof IntegerType weight) || weight.signed())) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Second argument (weight) for function "
              + call.name()
              + " must be unsigned integer, but it has type "
              + call.type(1).name());
    }
    return base;
  }

  private static boolean isTime(Type base) {
    return base instanceof DateType || base instanceof DateTimeType;
  }

  private static BoundAggregate digest(AggregateSite call, Levels levels, boolean weighted) {
    Type base = plain(call, weighted);
    Type single = isTime(base) ? base : FloatType.FLOAT32;
    if (weighted && call.base(1).lane() != Lane.LONG) {
      throw call.notImplemented("weights of type " + call.type(1).name());
    }
    return ObjectStates.of(
        levels.typeOf(single),
        call.types(),
        memory -> new TDigest(levels, single, weighted, memory));
  }

  private static BoundAggregate timing(AggregateSite call, Levels levels, boolean weighted) {
    plain(call, weighted);
    return ObjectStates.of(
        levels.typeOf(FloatType.FLOAT32),
        call.types(),
        memory -> new TimingQuantile(levels, weighted, memory));
  }

  private static BoundAggregate brain(AggregateSite call, Levels levels, boolean weighted) {
    Type base = plain(call, weighted);
    Type single = isTime(base) ? base : FloatType.FLOAT64;
    return ObjectStates.of(
        levels.typeOf(single),
        call.types(),
        memory -> new BrainQuantile(levels, single, weighted, memory));
  }

  private static BoundAggregate deterministic(AggregateSite call, Levels levels) {
    Type base = plain(call, true);
    if (call.base(1).lane() != Lane.LONG) {
      throw call.notImplemented("a second argument of type " + call.type(1).name());
    }
    Type single = isTime(base) ? base : FloatType.FLOAT64;
    int width =
        base.equals(FloatType.FLOAT64) ? 8 : base instanceof FloatType ? 4 : ValueWidth.bytes(base);
    return ObjectStates.of(
        levels.typeOf(single),
        call.types(),
        memory -> new DeterministicQuantile(levels, base, single, width, memory));
  }

  private static Type weighed(AggregateSite call) {
    if (!Numbers.orDates(numeric(call.binary(), 0))) {
      throw call.notImplemented(call.type(0).name());
    }
    Type base = plain(call, true);
    if (call.base(1).lane() != Lane.LONG) {
      throw call.notImplemented("weights of type " + call.type(1).name());
    }
    return base;
  }

  private static BoundAggregate interpolated(AggregateSite call, Levels levels) {
    Type base = weighed(call);
    int width = ValueWidth.numberBytes(base);
    return ObjectStates.of(
        levels.typeOf(base),
        call.types(),
        memory -> new InterpolatedQuantile(levels, base, width, memory));
  }

  private static BoundAggregate exactInterpolated(AggregateSite call, Levels levels) {
    Type base = weighed(call);
    int width = ValueWidth.numberBytes(base);
    return ObjectStates.of(
        levels.typeOf(isTime(base) ? base : FloatType.FLOAT64),
        call.types(),
        memory -> new ExactInterpolatedQuantile(levels, base, isTime(base), width, memory));
  }

  private static BoundAggregate buckets(AggregateSite call, Levels levels) {
    Type base = call.binary().base(0);
    if (!(base instanceof FloatType)) {
      throw call.illegal(0);
    }
    if (call.base(1) instanceof FloatType) {
      throw call.notImplemented("counts of type " + call.type(1).name());
    }
    weighed(call);
    int width = ValueWidth.numberBytes(base);
    return ObjectStates.of(
        levels.typeOf(base),
        call.types(),
        memory -> new BucketQuantile(levels, base, width, memory));
  }

  private static void exact(AggregateFamily family, String suffix, ExactRule rule) {
    String name = "Exact" + suffix;
    family.add(
        "quantile" + name,
        t -> rule.interpolates() ? t : t.withAliases("median" + name),
        call -> exact(call, rule, Levels.one(call)));
    if (!rule.interpolates()) {
      family.with(CHOOSES);
    }
    family.addCounting("quantiles" + name, call -> exact(call, rule, Levels.several(call)));
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
    boolean wide = base instanceof IntegerType && base.lane() == Lane.WIDE;
    boolean scaled = base instanceof DecimalType || base instanceof DateTime64Type;
    if (rule.interpolates() && (wide || scaled)) {
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

  static void refuseWide(AggregateSite call, Type single) {
    if (single.lane() == Lane.WIDE) {
      throw call.notImplemented("results of type " + single.name());
    }
  }

  static Type numeric(AggregateSite call, int index) {
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
