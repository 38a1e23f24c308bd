// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.moment;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Aggregates that are statistics of one or two numbers. */
public final class MomentAggregates implements FunctionLibrary {

  /** Of a matrix: its pairs take a few kilobytes a group then. */
  private static final int MOST_COLUMNS = 64;

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: statistics")
        .add("varPop", alias("VAR_POP"), call -> power(call, PowerSums.VAR_POP))
        .add("varSamp", alias("VAR_SAMP"), call -> power(call, PowerSums.VAR_SAMP))
        .add("stddevPop", alias("STDDEV_POP", "STD"), call -> power(call, PowerSums.STDDEV_POP))
        .add(
            "stddevSamp",
            alias("STDDEV_SAMP", "STDDEV"),
            call -> power(call, PowerSums.STDDEV_SAMP))
        .add("skewPop", call -> power(call, PowerSums.SKEW_POP))
        .add("skewSamp", call -> power(call, PowerSums.SKEW_SAMP))
        .add("kurtPop", call -> power(call, PowerSums.KURT_POP))
        .add("kurtSamp", call -> power(call, PowerSums.KURT_SAMP))
        .add("covarPop", alias("COVAR_POP"), call -> pair(call, PairSums.COVAR_POP))
        .add("covarSamp", alias("COVAR_SAMP"), call -> pair(call, PairSums.COVAR_SAMP))
        .add("corr", FunctionTraits::anyCase, call -> pair(call, PairSums.CORR))
        .add("varPopStable", call -> stable(call, StableMoments.Statistic.VAR_POP))
        .add("varSampStable", call -> stable(call, StableMoments.Statistic.VAR_SAMP))
        .add("stddevPopStable", call -> stable(call, StableMoments.Statistic.STDDEV_POP))
        .add("stddevSampStable", call -> stable(call, StableMoments.Statistic.STDDEV_SAMP))
        .add("covarPopStable", call -> stablePair(call, StableMoments.Statistic.COVAR_POP))
        .add("covarSampStable", call -> stablePair(call, StableMoments.Statistic.COVAR_SAMP))
        .add("corrStable", call -> stablePair(call, StableMoments.Statistic.CORR))
        .add("covarPopMatrix", call -> matrix(call, PairSums.COVAR_POP))
        .add("covarSampMatrix", call -> matrix(call, PairSums.COVAR_SAMP))
        .add("corrMatrix", call -> matrix(call, PairSums.CORR))
        .functions();
  }

  private static UnaryOperator<FunctionTraits> alias(String... names) {
    String[] all = new String[names.length * 2];
    for (int i = 0; i < names.length; i++) {
      all[2 * i] = names[i];
      all[2 * i + 1] = names[i].toLowerCase(Locale.ROOT);
    }
    return traits -> traits.withAliases(all);
  }

  private static BoundAggregate power(AggregateSite call, PowerSums statistic) {
    Type base = call.plain().unary().base(0);
    if (!(isNumber(base) || base instanceof EnumType || base instanceof DecimalType)) {
      throw call.illegal(0);
    }
    refuseSingle(call, base);
    return States.of(FloatType.FLOAT64, memory -> new Moments(statistic, base, memory));
  }

  private static BoundAggregate stable(AggregateSite call, StableMoments.Statistic statistic) {
    Type base = call.plain().unary().base(0);
    if (base instanceof DateTime64Type || base instanceof Time64Type) {
      throw call.notImplemented(base.name() + "; use toDecimal64");
    }
    if (!isNumber(base) && !isCounted(base)) {
      throw call.illegal(0);
    }
    return ObjectStates.of(FloatType.FLOAT64, call.types(), memory -> new StableMoments(statistic));
  }

  /** What lies before the server as a number, scaled where it has decimal places. */
  private static boolean isCounted(Type base) {
    return base instanceof DecimalType
        || base instanceof EnumType
        || base instanceof DateType
        || base instanceof DateTimeType
        || base instanceof IntervalType
        || base instanceof TimeType;
  }

  private static BoundAggregate stablePair(AggregateSite call, StableMoments.Statistic statistic) {
    for (int i = 0; i < call.plain().binary().size(); i++) {
      if (call.base(i) instanceof DateTime64Type || call.base(i) instanceof Time64Type) {
        throw call.notImplemented(call.base(i).name() + "; use toDecimal64");
      }
      if (!isNumber(call.base(i)) && !isCounted(call.base(i))) {
        throw call.illegal(i);
      }
    }
    return ObjectStates.of(FloatType.FLOAT64, call.types(), memory -> new StableMoments(statistic));
  }

  private static BoundAggregate pair(AggregateSite call, PairSums statistic) {
    Type first = call.plain().binary().base(0);
    Type second = call.base(1);
    boolean wide = first.lane() == Lane.WIDE || second.lane() == Lane.WIDE;
    if (wide || !isNumber(first) || !isNumber(second)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal types "
              + call.type(0).name()
              + " and "
              + call.type(1).name()
              + " of arguments for aggregate function "
              + call.name());
    }
    if (first.equals(second)) {
      refuseSingle(call, first);
    }
    return States.of(
        FloatType.FLOAT64, memory -> new PairMoments(statistic, List.of(first, second), memory));
  }

  private static BoundAggregate matrix(AggregateSite call, PairSums statistic) {
    int size = call.plain().size();
    if (size > MOST_COLUMNS) {
      throw call.notImplemented("more than " + MOST_COLUMNS + " arguments");
    }
    for (int i = 0; i < size; i++) {
      if (!isNumber(call.base(i)) || call.base(i).lane() == Lane.WIDE) {
        throw call.illegal(i);
      }
    }
    Type row = new ArrayType(FloatType.FLOAT64);
    return ObjectStates.of(
        new ArrayType(row), call.types(), memory -> new MomentMatrix(statistic, size, memory));
  }

  /** The server reckons in Float32 there, down to the last step. */
  private static void refuseSingle(AggregateSite call, Type base) {
    if (base.equals(FloatType.FLOAT32)) {
      throw call.notImplemented("Float32; use toFloat64");
    }
  }

  private static boolean isNumber(Type base) {
    return base instanceof IntegerType || base instanceof FloatType || base instanceof BoolType;
  }
}
