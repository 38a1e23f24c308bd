// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.series;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Aggregates that make points fit for a picture. */
public final class ChartAggregates implements FunctionLibrary {

  private static final long MOST_BUCKETS = 1024;

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: series of numbers")
        .add("sparkbar", t -> t.withAliases("sparkBar"), ChartAggregates::sparkbar)
        .with(AggregateTrait.UNORDERED_STATE)
        .add(
            "largestTriangleThreeBuckets",
            t -> t.withAliases("lttb"),
            ChartAggregates::triangleBuckets)
        .functions();
  }

  private static BoundAggregate sparkbar(AggregateSite call) {
    checkTypes(call.binary());
    if (!call.isIntegerParameter(0)) {
      throw call.notImplemented("a width that is no integer");
    }
    long width = call.longParameter(0);
    if (width < 2 || width > MOST_BUCKETS) {
      throw call.badArguments("Parameter width must be in range [2, 1024]");
    }
    SparkbarShape shape = ranged(call, (int) width);
    return ObjectStates.of(
        StringType.INSTANCE, call.types(), memory -> new Sparkbar(shape, memory));
  }

  private static void checkTypes(AggregateSite call) {
    int given = call.parameters().size();
    if (given != 1 && given != 3) {
      throw call.wrongCount(
          "The number of params does not match for aggregate function 'sparkbar', expected 1 or 3,"
              + " got "
              + given);
    }
    for (int i = 1; i < given; i++) {
      if (!isPlace(call.parameters().get(i).type()) || call.longParameter(i) < 0) {
        throw illegal(
            "The second and third parameters are not the same type as the first arguments for"
                + " aggregate function sparkbar");
      }
    }
    Type y = call.base(1);
    if (!(y instanceof IntegerType || y instanceof FloatType || y instanceof BoolType)) {
      throw illegal("The second argument type must be numeric for aggregate function sparkbar");
    }
    Type x = call.base(0);
    if (!isPlace(x)) {
      throw illegal(
          "The first argument type must be UInt or Date or DateTime for aggregate function"
              + " sparkbar");
    }
    if (x.lane() == Lane.WIDE || y.lane() == Lane.WIDE) {
      throw call.notImplemented(x.name() + " and " + y.name());
    }
  }

  private static SparkbarShape ranged(AggregateSite call, int width) {
    boolean ranged = call.parameters().size() == 3;
    long from = ranged ? call.longParameter(1) : 0;
    long to = ranged ? call.longParameter(2) : 0;
    SparkbarShape shape = new SparkbarShape(call.base(0), call.base(1), width, ranged, from, to);
    if (Long.compareUnsigned(Math.max(from, to), shape.largestX()) > 0) {
      throw call.notImplemented("a range beyond the type of the first argument");
    }
    if (ranged && from >= to) {
      throw call.badArguments("Parameter `min_x` must be less than `max_x`");
    }
    return shape;
  }

  private static TwinhouseException illegal(String message) {
    return new TwinhouseException(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, message);
  }

  private static boolean isPlace(Type type) {
    return (type instanceof IntegerType integer && !integer.signed())
        || type instanceof BoolType
        || type.equals(DateType.DATE)
        || type instanceof DateTimeType;
  }

  private static BoundAggregate triangleBuckets(AggregateSite call) {
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < call.binary().size(); i++) {
      Type type = call.base(i);
      boolean number =
          type instanceof IntegerType
              || type instanceof FloatType
              || type instanceof BoolType
              || type instanceof DecimalType;
      if (!number && !SeriesAggregates.isMoment(type)) {
        throw call.notImplemented(type.name());
      }
      types.add(type);
    }
    if (call.parameters().size() != 1) {
      throw call.wrongCount("Aggregate function largestTriangleThreeBuckets require one parameter");
    }
    if (!call.isIntegerParameter(0) || call.longParameter(0) < 0) {
      throw illegal(
          "Aggregate function largestTriangleThreeBuckets require first parameter to be a UInt64");
    }
    long buckets = call.longParameter(0);
    List<Type> parts = types.stream().map(ChartAggregates::part).toList();
    return ObjectStates.of(
        new ArrayType(TupleType.of(parts)),
        call.types(),
        memory -> new TriangleBuckets(types, buckets, memory));
  }

  /** Moments stay what they are, without their zone; all else is a float. */
  private static Type part(Type type) {
    if (type instanceof DateTimeType) {
      return new DateTimeType(null);
    }
    if (type instanceof DateTime64Type time) {
      return new DateTime64Type(time.precision(), null);
    }
    return SeriesAggregates.isMoment(type) ? type : FloatType.FLOAT64;
  }
}
