// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is merged unasked, by the sizes of parts alone. */
final class MergeChoiceTest {

  @Test
  void partsLargerThanAllOthersTogetherStayOut() {
    assertThat(MergeChoice.longestRun(new long[] {1000, 1, 1, 1, 1}, 5000)).containsExactly(1, 5);
    assertThat(MergeChoice.longestRun(new long[] {3, 1, 1, 1, 1}, 5000)).containsExactly(0, 5);
  }

  @Test
  void theBudgetIsKept() {
    long[] equal = new long[10];
    Arrays.fill(equal, 10);
    assertThat(MergeChoice.longestRun(equal, 45)).containsExactly(6, 10);
    assertThat(MergeChoice.longestRun(equal, 5)).containsExactly(0, 0);
  }

  @Test
  void rowsAreWrittenAnewFewTimes() {
    List<Long> parts = new ArrayList<>();
    long written = 0;
    int inserts = 20_000;
    int most = 0;
    for (int i = 0; i < inserts; i++) {
      parts.add(1L);
      long[] bytes = parts.stream().mapToLong(Long::longValue).toArray();
      int[] run = MergeChoice.longestRun(bytes, Long.MAX_VALUE);
      if (run[1] - run[0] >= MergeChoice.FEWEST) {
        List<Long> chosen = parts.subList(run[0], run[1]);
        long sum = chosen.stream().mapToLong(Long::longValue).sum();
        chosen.clear();
        parts.add(run[0], sum);
        written += sum;
      }
      most = Math.max(most, parts.size());
    }
    assertThat(most).as("parts").isLessThan(80);
    assertThat(written / inserts).as("times a row is written anew").isLessThan(12);
  }
}
