// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.FunctionFamily;
import java.util.List;
import java.util.stream.Stream;

/** The string functions. */
public final class StringLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    return Stream.of(
            CaseFunctions.family(),
            ConcatFunctions.family(),
            LengthFunctions.family(),
            OverlayFunctions.family(),
            PadFunctions.family(),
            PatternFunctions.family(),
            PatternPositions.family(),
            ReplaceFunctions.family(),
            SearchFunctions.family(),
            SliceFunctions.family(),
            TranslateFunctions.family(),
            TrimFunctions.family(),
            ValidityFunctions.family(),
            NormalForms.family(),
            EntityFunctions.family(),
            CharsetFunctions.family())
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
