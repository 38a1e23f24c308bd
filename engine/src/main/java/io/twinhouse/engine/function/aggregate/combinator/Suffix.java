// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import java.util.List;

/**
 * A combinator made of its parts.
 *
 * @param keepsSize whether a state is no larger for more rows if the nested one is not
 */
record Suffix(String suffix, boolean ownNulls, boolean keepsSize, Binder binder)
    implements AggregateCombinator {

  /** The type rule of a combinator. */
  @FunctionalInterface
  interface Binder {
    BoundAggregate bind(Nested nested, List<Argument> parameters, List<Argument> arguments);
  }

  @Override
  public boolean has(AggregateTrait trait, boolean nested) {
    return nested && (trait != AggregateTrait.FIXED_STATE || keepsSize);
  }

  @Override
  public BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, BindContext context) {
    return binder.bind(nested, parameters, arguments);
  }
}
