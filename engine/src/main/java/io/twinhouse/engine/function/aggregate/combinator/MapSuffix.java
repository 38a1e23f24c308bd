// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateTrait;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import java.util.List;

/** -Map, which over arrays is a function of its own. */
final class MapSuffix implements AggregateCombinator {

  @Override
  public String suffix() {
    return "Map";
  }

  @Override
  public boolean ownNulls() {
    return true;
  }

  /** States are one a key. */
  @Override
  public boolean has(AggregateTrait trait, boolean nested) {
    return trait == AggregateTrait.UNORDERED_STATE
        || (nested && trait != AggregateTrait.FIXED_STATE);
  }

  @Override
  public BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, BindContext context) {
    return MapValues.bind(nested, parameters, arguments, context);
  }
}
