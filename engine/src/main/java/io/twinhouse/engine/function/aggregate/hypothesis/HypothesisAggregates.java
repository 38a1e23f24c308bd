// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.hypothesis;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.hypothesis.Distance.Method;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** Aggregates that test hypotheses. */
public final class HypothesisAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: statistics")
        .add("rankCorr", HypothesisAggregates::rankCorrelation)
        .add("kolmogorovSmirnovTest", HypothesisAggregates::distance)
        .add("studentTTest", call -> means(call, true))
        .add("welchTTest", call -> means(call, false))
        .add("studentTTestOneSample", HypothesisAggregates::singleMean)
        .add("analysisOfVariance", t -> t.withAliases("anova"), HypothesisAggregates::variances)
        .functions();
  }

  private static Type outcome(String... names) {
    Type number = FloatType.FLOAT64;
    return new TupleType(List.of(names), Collections.nCopies(names.length, number));
  }

  private static AggregateSite numbers(AggregateSite call, ErrorCode code) {
    for (Type type : call.binary().types()) {
      Type base = type.base();
      boolean number =
          base instanceof IntegerType
              || base instanceof FloatType
              || base instanceof BoolType
              || base instanceof DecimalType;
      if (!number) {
        throw new TwinhouseException(
            code, "Aggregate function " + call.name() + " only supports numerical types");
      }
    }
    return call;
  }

  private static AggregateSite samples(AggregateSite call, ErrorCode code) {
    Type index = numbers(call, code).base(1);
    if (index.lane() != Lane.LONG || index instanceof DecimalType) {
      throw call.notImplemented("a sample index of type " + call.type(1).name());
    }
    return call;
  }

  private static String text(AggregateSite call, int index, String place) {
    Column constant = call.parameters().get(index).constant();
    if (constant == null || !(constant.flatten() instanceof BytesColumn text)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Aggregate function " + call.name() + " require " + place + " parameter to be a String");
    }
    return new String(text.bytes(0), StandardCharsets.UTF_8);
  }

  private static void checkParameters(AggregateSite call) {
    if (call.parameters().size() > 2) {
      throw call.wrongCount("Aggregate function " + call.name() + " require two parameter or less");
    }
  }

  private static Alternative alternative(AggregateSite call) {
    checkParameters(call);
    return call.parameters().isEmpty()
        ? Alternative.TWO_SIDED
        : Alternative.of(call, text(call, 0, "first"));
  }

  private static BoundAggregate rankCorrelation(AggregateSite call) {
    numbers(call.plain(), ErrorCode.NOT_IMPLEMENTED);
    return ObjectStates.of(FloatType.FLOAT64, call.types(), RankCorrelation::new);
  }

  private static BoundAggregate distance(AggregateSite call) {
    samples(call, ErrorCode.NOT_IMPLEMENTED);
    Alternative alternative = alternative(call);
    Method method = call.parameters().size() == 2 ? method(call) : Method.AUTO;
    return ObjectStates.of(
        outcome("d_statistic", "p_value"),
        call.types(),
        memory -> new Distance(alternative, method, memory));
  }

  private static Method method(AggregateSite call) {
    return switch (text(call, 1, "second")) {
      case "auto" -> Method.AUTO;
      case "exact" -> Method.EXACT;
      case "asymp", "asymptotic" -> Method.ASYMPTOTIC;
      default ->
          throw call.badArguments(
              "Unknown method in aggregate function kolmogorovSmirnovTest. It must be one of:"
                  + " 'auto', 'exact', 'asymp' (or 'asymptotic')");
    };
  }

  private static BoundAggregate means(AggregateSite call, boolean pooled) {
    samples(call, ErrorCode.BAD_ARGUMENTS);
    if (call.parameters().size() > 1) {
      String message = "Aggregate function " + call.name() + " requires zero or one parameter.";
      throw pooled
          ? call.wrongCount(message)
          : new TwinhouseException(ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION, message);
    }
    refuseConfidence(call);
    return ObjectStates.of(
        outcome("t_statistic", "p_value"), call.types(), memory -> new MeanTest(pooled));
  }

  private static BoundAggregate singleMean(AggregateSite call) {
    if (call.size() == 1) {
      throw call.badArguments(
          "Aggregate function studentTTestOneSample requires two arguments: sample_data and"
              + " population_mean.");
    }
    numbers(call, ErrorCode.BAD_ARGUMENTS);
    if (call.parameters().size() > 1) {
      throw call.wrongCount(
          "Aggregate function studentTTestOneSample allows at most one parameter (confidence"
              + " level).");
    }
    refuseConfidence(call);
    return ObjectStates.of(
        outcome("t_statistic", "p_value"), call.types(), memory -> new SingleMeanTest());
  }

  /** The bounds of the server's intervals are off by some of their last digits. */
  private static void refuseConfidence(AggregateSite call) {
    if (!call.parameters().isEmpty()) {
      throw call.notImplemented("a confidence level; without it there are statistic and p-value");
    }
  }

  private static BoundAggregate variances(AggregateSite call) {
    samples(call.plain(), ErrorCode.BAD_ARGUMENTS);
    if (call.base(1) instanceof IntegerType index && index.signed()) {
      throw call.notImplemented("a signed sample index");
    }
    return ObjectStates.of(outcome("f_statistic", "p_value"), call.types(), Variances::new);
  }
}
