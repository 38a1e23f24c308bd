// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.storage.arrow.part.PartState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses what to merge; a pure function of the parts. */
public final class MergeChoice {

  private MergeChoice() {}

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
