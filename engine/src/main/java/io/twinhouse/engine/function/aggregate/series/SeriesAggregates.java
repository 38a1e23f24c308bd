// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.Fourfold;
import io.twinhouse.engine.function.aggregate.object.Numbers;
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
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Aggregates over series of numbers. */
public final class SeriesAggregates implements FunctionLibrary {

  private static final int MOST_BINS = 250;

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: series of numbers")
        .addCounting("deltaSum", t -> t, SeriesAggregates::deltaSum)
        .addCounting("deltaSumTimestamp", t -> t, SeriesAggregates::timedDeltaSum)
        .add("boundingRatio", SeriesAggregates::boundingRatio)
        .add("simpleLinearRegression", SeriesAggregates::line)
        .addCounting("intervalLengthSum", t -> t, SeriesAggregates::intervalUnion)
        .add("maxIntersections", call -> intersections(call, false))
        .add("maxIntersectionsPosition", call -> intersections(call, true))
        .add("histogram", SeriesAggregates::histogram)
        .add("exponentialMovingAverage", SeriesAggregates::movingAverage)
        .functions();
  }

  private static BoundAggregate deltaSum(AggregateSite call) {
    Type type = call.plain().unary().base(0);
    if (type instanceof IntegerType integer && integer.bits() > 64) {
      throw call.notImplemented(type.name());
    }
    if (!(Numbers.are(type)) || type instanceof EnumType) {
      throw call.illegal(0);
    }
    Numbers numbers = new Numbers(type);
    Type result = type instanceof BoolType ? IntegerType.UINT8 : type;
    BoundAggregate sum = ObjectStates.of(result, call.types(), memory -> new DeltaSum(numbers));
    return Fourfold.isSmall(type) ? new Fourfold(sum) : sum;
  }

  private static BoundAggregate timedDeltaSum(AggregateSite call) {
    Type type = call.plain().binary().base(0);
    if (!Numbers.are(type) || type instanceof EnumType) {
      throw call.illegal(0);
    }
    if (!isTime(call.base(1))) {
      throw call.illegal(1);
    }
    Numbers numbers = new Numbers(type);
    Numbers times = new Numbers(call.base(1));
    return ObjectStates.of(
        plainNumber(type), call.types(), memory -> new TimedDeltaSum(numbers, times));
  }

  private static boolean isTime(Type type) {
    return (type instanceof IntegerType integer && (integer.bits() == 32 || integer.bits() == 64))
        || type instanceof FloatType
        || type.equals(DateType.DATE)
        || type instanceof DateTimeType;
  }

  /** Results are bare numbers, whatever the argument means. */
  private static Type plainNumber(Type type) {
    if (type instanceof BoolType) {
      return IntegerType.UINT8;
    }
    if (type.equals(DateType.DATE)) {
      return IntegerType.UINT16;
    }
    return type instanceof DateTimeType ? IntegerType.UINT32 : type;
  }

  private static BoundAggregate boundingRatio(AggregateSite call) {
    for (Type type : call.plain().binary().types()) {
      if (!isNumber(type)) {
        throw call.badArguments(
            "Illegal types of arguments of aggregate function boundingRatio, must have number"
                + " representation.");
      }
    }
    return ObjectStates.of(FloatType.FLOAT64, call.types(), memory -> new BoundingRatio());
  }

  /** Whether values of a type are dates or times. */
  static boolean isMoment(Type type) {
    return type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type;
  }

  private static boolean isNumber(Type type) {
    return Numbers.orDates(type)
        || type instanceof IntegerType
        || type instanceof DecimalType
        || type.equals(DateType.DATE32);
  }

  private static BoundAggregate line(AggregateSite call) {
    for (int i = 0; i < call.plain().binary().size(); i++) {
      Type type = call.base(i);
      boolean number = Numbers.are(type) || type instanceof IntegerType;
      if (!(number || type instanceof DecimalType) || type instanceof EnumType) {
        throw call.illegal(i);
      }
    }
    Type result = new TupleType(List.of("k", "b"), List.of(FloatType.FLOAT64, FloatType.FLOAT64));
    return ObjectStates.of(result, call.types(), memory -> new LineFit());
  }

  private static BoundAggregate intervalUnion(AggregateSite call) {
    Type type = same(call.binary());
    Numbers numbers = new Numbers(type);
    Type result = numbers.isFloating() ? FloatType.FLOAT64 : IntegerType.UINT64;
    return ObjectStates.of(result, call.types(), memory -> new IntervalUnion(numbers, memory));
  }

  private static Type same(AggregateSite call) {
    for (int i = 0; i < call.plain().size(); i++) {
      if (!Numbers.orDates(call.base(i)) || call.base(i) instanceof EnumType) {
        throw call.illegal(i);
      }
    }
    if (!call.base(0).equals(call.base(1))) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal types "
              + call.type(0).name()
              + " and "
              + call.type(1).name()
              + " of arguments of aggregate function "
              + call.name()
              + ", both arguments should have same data type");
    }
    return call.base(0);
  }

  private static BoundAggregate intersections(AggregateSite call, boolean position) {
    Type type = same(call.binary());
    if (!Numbers.are(type)) {
      throw call.illegal(0);
    }
    Numbers numbers = new Numbers(type);
    Type result = position ? plainNumber(type) : IntegerType.UINT64;
    return ObjectStates.of(
        result, call.types(), memory -> new Intersections(numbers, position, memory));
  }

  private static BoundAggregate movingAverage(AggregateSite call) {
    if (call.parameters().size() != 1) {
      throw call.wrongCount(
          "Aggregate function exponentialMovingAverage requires exactly one parameter: half decay"
              + " time.");
    }
    for (Type type : call.binary().types()) {
      if (!(type instanceof IntegerType || type instanceof FloatType || type instanceof BoolType)) {
        throw type instanceof DecimalType
            ? call.notImplemented(type.name())
            : new TwinhouseException(
                ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
                "Both arguments for aggregate function exponentialMovingAverage must have numeric"
                    + " type, got "
                    + type.name());
      }
    }
    double halfLife = call.doubleParameter(0);
    return new Fourfold(
        ObjectStates.of(FloatType.FLOAT64, call.types(), memory -> new MovingAverage(halfLife)));
  }

  private static BoundAggregate histogram(AggregateSite call) {
    if (call.parameters().size() != 1) {
      throw call.wrongCount("Function histogram requires single parameter: bins count");
    }
    if (!call.isIntegerParameter(0) || call.longParameter(0) <= 0) {
      throw call.badArguments("Bin count should be positive");
    }
    long bins = call.longParameter(0);
    if (bins > MOST_BINS) {
      throw new TwinhouseException(
          ErrorCode.PARAMETER_OUT_OF_BOUND,
          "Unsupported bins count. Should not be greater than " + MOST_BINS);
    }
    Type base = call.unary().base(0);
    if (!Numbers.are(base) && !(base instanceof IntegerType)) {
      throw call.illegal(0);
    }
    Type number = FloatType.FLOAT64;
    Type result = new ArrayType(TupleType.of(List.of(number, number, number)));
    return ObjectStates.of(result, call.types(), memory -> new Histogram((int) bins, memory));
  }
}
