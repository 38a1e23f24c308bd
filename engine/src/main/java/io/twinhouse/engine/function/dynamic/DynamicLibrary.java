// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.ScalarFunction;
import java.util.List;
import java.util.stream.Stream;

/** The functions over values that carry their own type. */
public final class DynamicLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    return Stream.of(DynamicFunctions.family(), PathFunctions.family(), VariantFunctions.family())
        .flatMap(family -> family.functions().stream())
        .toList();
  }

  @Override
  public List<AggregateFunction> aggregates() {
    return DynamicAggregates.functions();
  }

  @Override
  public List<AggregateCombinator> combinators() {
    return List.of();
  }
}
