// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * AggregateFunction(f(params), T...) and SimpleAggregateFunction(f, T): the former holds a state as
 * bytes, the latter travels as its value type.
 */
public record AggregateFunctionType(
    boolean simple, String function, List<String> parameters, List<Type> arguments)
    implements Type {

  public AggregateFunctionType {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
  }

  @Override
  public String name() {
    String call = parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")";
    String types = arguments.stream().map(t -> ", " + t.name()).collect(Collectors.joining());
    return (simple ? "SimpleAggregateFunction(" : "AggregateFunction(")
        + function
        + call
        + types
        + ")";
  }

  @Override
  public Lane lane() {
    return simple ? arguments.get(0).lane() : Lane.BYTES;
  }

  /** What a SimpleAggregateFunction holds is a plain value. */
  @Override
  public Type base() {
    return simple ? arguments.get(0).base() : this;
  }

  @Override
  public boolean isNullable() {
    return simple && arguments.get(0).isNullable();
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }
}
