// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.FunctionFamily;
import java.util.List;
import java.util.stream.Stream;

/** The functions of this package. */
public final class SearchLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    return Stream.of(
            MultiSearch.family(),
            MultiMatch.family(),
            TokenSearch.family(),
            TextTokens.family(),
            GroupExtraction.family())
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
