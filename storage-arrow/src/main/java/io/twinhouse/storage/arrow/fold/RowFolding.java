// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.fold;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.Reservation;
import java.util.BitSet;
import java.util.List;

/** What a table makes of rows with one sorting key. Immutable and thread-safe. */
public interface RowFolding {

  /**
   * The columns that are needed to fold what is read.
   *
   * @param read positions of the columns that are asked for
   */
  BitSet needed(BitSet read);

  /**
   * Folds rows that are inserted or merged.
   *
   * @param keys arrays that are equal in rows of one key; none if each row is one of its own
   * @param columns the table's columns, all rows, those of {@link #needed} at least
   * @param read positions of the columns that are asked for
   * @param order the rows in order of the key, equal ones in order of age
   * @param parts the parts that rows come from
   * @param memory where states and results are reserved
   */
  FoldedRows fold(
      List<long[]> keys,
      Batch columns,
      BitSet read,
      int[] order,
      PartStarts parts,
      Reservation memory);

  /** Folds rows that are read with FINAL. */
  default FoldedRows current(
      List<long[]> keys,
      Batch columns,
      BitSet read,
      int[] order,
      PartStarts parts,
      Reservation memory) {
    return fold(keys, columns, read, order, parts, memory);
  }

  /** Whether a read with FINAL may leave out rows of a part that is alone. */
  default boolean hidesRows() {
    return false;
  }
}
