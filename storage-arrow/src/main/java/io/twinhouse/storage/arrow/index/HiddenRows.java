// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.index;

/** The rows of one part that a read skips, with how many there are in each granule. Immutable. */
public final class HiddenRows {

  /** Nothing is hidden. */
  public static final HiddenRows NONE = new HiddenRows(RowSet.EMPTY, new int[0]);

  private final RowSet rows;
  private final int[] byGranule;

  private HiddenRows(RowSet rows, int[] byGranule) {
    this.rows = rows;
    this.byGranule = byGranule;
  }

  /**
   * @param granules how many the part has
   * @param granuleRows rows of each but the last
   */
  public static HiddenRows of(RowSet rows, int granules, int granuleRows) {
    if (rows.isEmpty()) {
      return NONE;
    }
    int[] byGranule = new int[granules];
    for (int g = 0; g < granules; g++) {
      byGranule[g] = Math.toIntExact(rows.countIn(g * granuleRows, granuleRows));
    }
    return new HiddenRows(rows, byGranule);
  }

  public RowSet rows() {
    return rows;
  }

  /** How many rows of a granule are hidden. */
  public int inGranule(int granule) {
    return byGranule.length == 0 ? 0 : byGranule[granule];
  }
}
