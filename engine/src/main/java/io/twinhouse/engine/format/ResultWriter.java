// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Batch;
import java.io.IOException;

/**
 * Writes one result: any number of batches, at most one row of totals, then the end. For one
 * thread.
 */
public interface ResultWriter {

  /** Writes rows; the batch may be reused by its owner afterwards. */
  void write(Batch batch) throws IOException;

  /** The row of WITH TOTALS, after the last batch. Formats that have no place for it drop it. */
  void totals(Batch row) throws IOException;

  /** The least and the greatest value of each column, two rows, after the totals. */
  default void extremes(Batch row) throws IOException {}

  /** How far the query is; before, between and after batches. Most formats do not show it. */
  default void progress(ResultFigures figures) throws IOException {}

  /** Writes what stands behind the rows. Must be called, also when there was no row. */
  void end(ResultFigures figures) throws IOException;
}
