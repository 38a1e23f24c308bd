// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the registry says of aggregate functions with suffixes. */
final class AggregateTraitTest {

  @ParameterizedTest
  @CsvSource({
    "uniq, UNORDERED_STATE, true",
    "uniqIfOrNull, UNORDERED_STATE, true",
    "uniqCombined, UNORDERED_STATE, false",
    "sumMap, UNORDERED_STATE, true",
    "sumMappedArrays, UNORDERED_STATE, true",
    "quantilesExactWeighted, UNORDERED_STATE, true",
    "quantilesTDigestWeighted, UNORDERED_STATE, false",
    "COUNTIf, FIXED_STATE, true",
    "sumOrNull, FIXED_STATE, true",
    "sumMap, FIXED_STATE, false",
    "sumForEach, FIXED_STATE, false",
    "groupArray, FIXED_STATE, false",
    "COUNTIf, ZERO_OF_NULL, true",
    "uniqHLL12, ZERO_OF_NULL, true",
    "uniqCombined, ZERO_OF_NULL, false",
    "quantiles, ZERO_OF_NULL, false",
    "quantiles, DEFAULT_OVER_NULLS, true",
    "medianExactLow, CHOOSES, true",
    "quantileExactInclusive, CHOOSES, false",
    "nothingOfTheKind, CHOOSES, false"
  })
  void suffixesPassOnWhatTheyKeep(String name, AggregateTrait trait, boolean has) {
    assertThat(FunctionRegistry.standard().has(name, trait)).isEqualTo(has);
  }
}
