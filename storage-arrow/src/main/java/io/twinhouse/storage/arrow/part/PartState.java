// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.part;

import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.index.HiddenRows;
import io.twinhouse.storage.arrow.index.RowSet;
import org.jspecify.annotations.Nullable;

/** A part as one state of its table sees it. Immutable, thread-safe. */
public final class PartState {

  private final Part part;
  private final RowSet superseded;
  private final RowSet tombstones;
  private final String rowsFile;
  private volatile @Nullable HiddenRows hidden;

  /**
   * @param part the rows
   * @param superseded rows of which a newer version is elsewhere; only reads with FINAL skip them
   * @param tombstones newest versions that say their key is deleted; reads with FINAL skip them too
   * @param rowsFile the file that keeps both sets, empty if there is none
   */
  public PartState(Part part, RowSet superseded, RowSet tombstones, String rowsFile) {
    this.part = part;
    this.superseded = superseded;
    this.tombstones = tombstones;
    this.rowsFile = rowsFile;
  }

  public static PartState plain(Part part) {
    return new PartState(part, RowSet.EMPTY, RowSet.EMPTY, "");
  }

  public Part part() {
    return part;
  }

  public RowSet superseded() {
    return superseded;
  }

  public RowSet tombstones() {
    return tombstones;
  }

  public String rowsFile() {
    return rowsFile;
  }

  /** Rows that a read with FINAL skips; found at the first such read, since states come and go. */
  public HiddenRows hiddenByFinal() {
    HiddenRows known = hidden;
    if (known == null) {
      PartDescription description = part.description();
      known =
          HiddenRows.of(
              superseded.union(tombstones), description.granules(), description.granuleRows());
      hidden = known;
    }
    return known;
  }
}
