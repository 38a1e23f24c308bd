// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.storage.arrow.part.PartState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses what to merge; a pure function of the parts. */
public final class MergeChoice {

  /** So many parts that follow each other are merged without being asked to. */
  static final int FEWEST = 16;

  private MergeChoice() {}

  /** Whether among so many parts of a table there may be enough to merge. */
  public static boolean mayBeMany(long parts) {
    return parts >= FEWEST;
  }

  /**
   * The parts to merge next without being asked to: the most that follow each other in a partition,
   * take no more than a budget together, and of which none is as large as the others together, so
   * that rows are written anew a number of times that grows with the logarithm of their number.
   *
   * @param budget bytes of the chosen files
   * @return none if there are fewer than {@link #FEWEST} such parts in any partition
   */
  public static List<PartState> next(List<PartState> parts, long budget) {
    List<PartState> best = List.of();
    for (List<PartState> group : everything(parts, FEWEST)) {
      long[] bytes = group.stream().mapToLong(part -> part.part().bytes()).toArray();
      int[] run = longestRun(bytes, budget);
      if (run[1] - run[0] > best.size()) {
        best = group.subList(run[0], run[1]);
      }
    }
    return best.size() < FEWEST ? List.of() : List.copyOf(best);
  }

  /** First and end of the longest run that fits; the newest among equals. */
  static int[] longestRun(long[] bytes, long budget) {
    int[] best = {0, 0};
    for (int from = 0; from < bytes.length; from++) {
      long sum = 0;
      long most = 0;
      for (int to = from; to < bytes.length && sum + bytes[to] <= budget; to++) {
        sum += bytes[to];
        most = Math.max(most, bytes[to]);
        if (most <= sum - most && to + 1 - from >= best[1] - best[0]) {
          best = new int[] {from, to + 1};
        }
      }
    }
    return best;
  }

  /**
   * All parts of each partition.
   *
   * @param fewest how many parts a partition must have
   */
  public static List<List<PartState>> everything(List<PartState> parts, int fewest) {
    Map<String, List<PartState>> partitions = new LinkedHashMap<>();
    for (PartState part : parts) {
      partitions.computeIfAbsent(part.part().id().partition(), p -> new ArrayList<>()).add(part);
    }
    return partitions.values().stream().filter(group -> group.size() >= fewest).toList();
  }
}
