// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import java.util.List;

/** A combinator made of its parts. */
record Suffix(String suffix, boolean ownNulls, Binder binder) implements AggregateCombinator {

  /** The type rule of a combinator. */
  @FunctionalInterface
  interface Binder {
    BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments);
  }

  @Override
  public BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, BindContext context) {
    return binder.bind(nested, parameters, arguments);
  }
}
