// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.part;

import io.twinhouse.storage.arrow.index.RowSet;

/**
 * A part as one state of its table sees it. Immutable.
 *
 * @param part the rows
 * @param superseded rows of which a newer version is elsewhere; only reads with FINAL skip them
 * @param tombstones newest versions that say their key is deleted; reads with FINAL skip them too
 * @param rowsFile the file that keeps both sets, empty if there is none
 */
public record PartState(Part part, RowSet superseded, RowSet tombstones, String rowsFile) {

  public static PartState plain(Part part) {
    return new PartState(part, RowSet.EMPTY, RowSet.EMPTY, "");
  }

  /** Rows that a read with FINAL skips. */
  public RowSet hiddenByFinal() {
    return superseded.union(tombstones);
  }
}
