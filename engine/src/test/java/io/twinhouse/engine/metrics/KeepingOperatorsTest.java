// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KeepingOperatorsTest {

  @Test
  void areThoseThatWaitForTheEndOfTheirInput() {
    List<String> pipeline =
        List.of(
            "(Limit)",
            "Limit",
            "  (Sorting)",
            "  MergingSortedTransform 2 → 1",
            "    MergeSortingTransform × 2",
            "      PartialSortingTransform × 2",
            "        (Aggregating)",
            "        Resize 2 → 2",
            "          AggregatingTransform × 2",
            "            (Join)",
            "            FillingRightJoinSide",
            "              JoiningTransform 2 → 1",
            "                (Aggregating)",
            "                AggregatingTransform");
    assertThat(KeepingOperators.in(pipeline))
        .containsExactly(
            "MergeSortingTransform x 2", "AggregatingTransform x 3", "FillingRightJoinSide");
    assertThat(KeepingOperators.in(List.of("(ReadFromStorage)", "One 0 → 1"))).isEmpty();
  }
}
