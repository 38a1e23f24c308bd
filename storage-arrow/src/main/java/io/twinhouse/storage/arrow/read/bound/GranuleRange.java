// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read.bound;

import io.twinhouse.storage.arrow.part.PartState;
import java.util.ArrayList;
import java.util.List;

/**
 * A granule, or some rows of one, that are to be read.
 *
 * @param from first row within the granule
 * @param to behind the last row
 * @param open the conditions that its rows are to be tested for, by {@link Conjunction}
 */
public record GranuleRange(PartState part, int granule, int from, int to, long open) {

  /**
   * Fewest rows worth a source of their own: below, a second thread costs its buffers and saves
   * nothing, and whether a short window gets one would hang on where granules begin.
   */
  private static final long FEWEST_ROWS = 4 * 8192;

  public static GranuleRange whole(PartState part, int granule, long open) {
    return new GranuleRange(part, granule, 0, part.part().description().rowsOf(granule), open);
  }

  /** The row of the part that the granule begins with. */
  public int start() {
    return granule * part.part().description().granuleRows();
  }

  public int rows() {
    return to - from;
  }

  /** Rows that are shown; of a granule that is cut, those of the whole at most. */
  private int rows(boolean finalRead) {
    int hidden = finalRead ? part.hiddenByFinal().inGranule(granule) : 0;
    return Math.max(0, rows() - hidden);
  }

  /**
   * Cuts work into at most {@code most} runs of about equal rows; at least one, maybe empty.
   *
   * @param finalRead whether rows that a read with FINAL skips are no work
   */
  public static List<List<GranuleRange>> split(
      List<GranuleRange> work, int most, boolean finalRead) {
    long rows = work.stream().mapToLong(granule -> granule.rows(finalRead)).sum();
    long pieces = Math.max(1, Math.min(most, rows / FEWEST_ROWS));
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
      done += granule.rows(finalRead);
    }
    split.add(current);
    return split;
  }
}
