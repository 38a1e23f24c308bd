// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.state.CellHash;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Aggregates that collect values. */
public final class CollectAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    AggregateFamily family = new AggregateFamily("Aggregates: arrays of values");
    ArrayAggregates.addTo(family);
    return family
        .add(
            "groupArray",
            t -> t.withAliases("array_agg", "ARRAY_AGG"),
            call -> {
              long most = most(call);
              Type type = value(call);
              return States.of(new ArrayType(type), memory -> new GroupArray(type, most, memory));
            })
        .add("groupUniqArray", CollectAggregates::groupUniqArray)
        .functions();
  }

  private static BoundAggregate groupUniqArray(AggregateSite call) {
    long most = most(call);
    Type type = value(call);
    if (!CellHash.isKnownFor(type)) {
      throw call.notImplemented(type.name() + ", whose order in a set is not known");
    }
    // The server keeps times of 32 bits as such, without their zone.
    Type element = type instanceof DateTimeType ? new DateTimeType(null) : type;
    return new UniqueValues(new ArrayType(element), type, most);
  }

  private static Type value(AggregateSite call) {
    Type type = call.unary().type(0);
    if (type.base() instanceof AggregateFunctionType) {
      throw call.notImplemented(type.name());
    }
    return type;
  }

  /** The parameter that limits the number of values. */
  private static long most(AggregateSite call) {
    int given = call.parameters().size();
    if (given == 0) {
      return Long.MAX_VALUE;
    }
    if (given > 1) {
      throw call.wrongCount(
          "Incorrect number of parameters for aggregate function "
              + call.name()
              + ", should be 0 or 1");
    }
    if (!call.isIntegerParameter(0) || call.longParameter(0) <= 0) {
      throw call.badArguments(
          "Parameter for aggregate function " + call.name() + " should be positive number");
    }
    return call.longParameter(0);
  }
}
