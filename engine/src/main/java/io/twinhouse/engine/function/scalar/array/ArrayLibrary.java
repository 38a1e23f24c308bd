// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.NothingType;
import java.util.List;
import java.util.stream.Stream;

/** The array functions without lambdas. */
public final class ArrayLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    return Stream.of(
            ArrayConstruction.family(),
            ArraySubscript.family(),
            ArrayMembership.family(),
            ArrayJoining.family(),
            ArrayCutting.family(),
            ArraySets.family(),
            RankedNumbers.family(),
            ArrayEdits.family(),
            ArrayZips.family(),
            ArrayUnions.family(),
            ArrayRatings.family(),
            WeightedEdits.family(),
            ArrayChances.family(),
            SeriesFunctions.family(),
            TimeGrids.family())
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

  /** Whether the first argument is the literal NULL, which is no array. */
  static boolean isNothing(CallSite call) {
    return call.type(0).isNullable() && call.base(0) instanceof NothingType;
  }

  /** NULL of that argument's type. */
  static BoundFunction nothing(CallSite call) {
    return Bound.constant(call.type(0), DefaultValues.of(call.type(0)));
  }

  /** The traits of functions that see NULLs in their arguments themselves. */
  static FunctionTraits own(FunctionTraits traits) {
    return traits.ownNulls().dropLowCardinality();
  }
}
