// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lambda;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.FunctionFamily;
import java.util.List;
import java.util.stream.Stream;

/** The higher-order functions over arrays. */
public final class LambdaLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    return Stream.of(
            MappingFunctions.family(),
            ConditionFunctions.family(),
            SplittingFunctions.family(),
            SummingFunctions.family(),
            ExtremeFunctions.family(),
            RunningFunctions.family(),
            SortingFunctions.family(),
            TopElements.family(),
            PartialSorting.family())
        .map(FunctionFamily::functions)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<AggregateFunction> aggregates() {
    return List.of();
  }

  @Override
  public List<AggregateCombinator> combinators() {
    return List.of();
  }
}
