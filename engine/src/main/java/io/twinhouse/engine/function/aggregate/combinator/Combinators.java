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
        new Suffix("If", true, Conditioned::bind),
        new Suffix("OrNull", false, (n, p, a) -> OrFill.bind(n, p, a, true)),
        new Suffix("OrDefault", false, (n, p, a) -> OrFill.bind(n, p, a, false)),
        new Suffix("Distinct", false, Distinct::bind),
        new Suffix("Array", true, Unnested::bind),
        new Suffix("ArgMin", false, (n, p, a) -> AtExtreme.bind(n, p, a, false)),
        new Suffix("ArgMax", false, (n, p, a) -> AtExtreme.bind(n, p, a, true)),
        new Suffix("State", true, Unfinished::bind),
        new Suffix("Merge", true, (n, p, a) -> Merged.bind(n, p, a, false)),
        new Suffix("MergeState", true, (n, p, a) -> Merged.bind(n, p, a, true)),
        new Suffix("ForEach", true, ForEach::bind),
        new MapSuffix(),
        new Suffix("Resample", false, Resampled::bind),
        new Suffix("SimpleState", true, SimpleState::bind));
  }
}
