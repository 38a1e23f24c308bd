// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.function.AggregateCombinator;
import io.twinhouse.engine.function.FunctionLibrary;
import java.util.List;

/** All suffixes. */
public final class Combinators implements FunctionLibrary {

  @Override
  public List<AggregateCombinator> combinators() {
    return List.of(
        new Suffix("If", true, true, Conditioned::bind),
        new Suffix("OrNull", false, true, (n, p, a) -> OrFill.bind(n, p, a, true)),
        new Suffix("OrDefault", false, true, (n, p, a) -> OrFill.bind(n, p, a, false)),
        new Suffix("Distinct", false, false, Distinct::bind),
        new Suffix("Array", true, false, Unnested::bind),
        new Suffix("ArgMin", false, false, (n, p, a) -> AtExtreme.bind(n, p, a, false)),
        new Suffix("ArgMax", false, false, (n, p, a) -> AtExtreme.bind(n, p, a, true)),
        new Suffix("State", true, false, Unfinished::bind),
        new Suffix("Merge", true, false, (n, p, a) -> Merged.bind(n, p, a, false)),
        new Suffix("MergeState", true, false, (n, p, a) -> Merged.bind(n, p, a, true)),
        new Suffix("ForEach", true, false, ForEach::bind),
        new Suffix("Tuple", true, true, OfTuples::bind),
        new MapSuffix(),
        new Suffix("Resample", false, false, Resampled::bind),
        new Suffix("SimpleState", true, false, SimpleState::bind));
  }
}
