// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;

/** One entry of the registry: an aggregate function by its ClickHouse name, without combinators. */
public interface AggregateFunction {

  /** ClickHouse's spelling. */
  String name();

  FunctionTraits traits();

  /**
   * Chooses the states for these argument types. Under {@code NullRule.PROPAGATE} rows with a NULL
   * argument are skipped before they reach the accumulator and argument types are not Nullable.
   *
   * @param parameters the constants of {@code f(parameters)(arguments)}, all with a value
   */
  BoundAggregate bind(List<Argument> parameters, List<Argument> arguments, BindContext context);

  /** Whether it is of this kind. */
  default boolean has(AggregateTrait trait) {
    return false;
  }
}
