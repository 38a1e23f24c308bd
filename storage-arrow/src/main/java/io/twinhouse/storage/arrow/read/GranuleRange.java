// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.storage.arrow.part.PartState;
import java.util.ArrayList;
import java.util.List;

/** A granule that is to be read. */
record GranuleRange(PartState part, int granule) {

  int rows() {
    return part.part().description().rowsOf(granule);
  }

  /** Cuts work into at most {@code pieces} runs of about equal rows; at least one, maybe empty. */
  static List<List<GranuleRange>> split(List<GranuleRange> work, int pieces) {
    long rows = work.stream().mapToLong(GranuleRange::rows).sum();
    List<List<GranuleRange>> split = new ArrayList<>();
    List<GranuleRange> current = new ArrayList<>();
    long done = 0;
    for (GranuleRange granule : work) {
      long piece = done * pieces / Math.max(1, rows);
      if (piece > split.size() && !current.isEmpty()) {
        split.add(current);
        current = new ArrayList<>();
      }
      current.add(granule);
      done += granule.rows();
    }
    split.add(current);
    return split;
  }
}
