// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.spi.BatchSource;

/**
 * Rows read from data, batch by batch. For one thread. Errors in the data are TwinhouseException
 * with the server's code and the row; a stream that fails is an UncheckedIOException.
 */
public interface RowReader extends BatchSource {

  /**
   * The columns that batches hold. A format with a header of names may hold fewer than were asked
   * for, or in another order; columns that are not here take their defaults.
   */
  Schema schema();

  /**
   * For each row of the last batch, whether the data left this column out, or null if no row did.
   * Such a row holds the type's default value; the table's DEFAULT expression goes before it.
   *
   * @param column position in {@link #schema()}
   */
  default boolean @org.jspecify.annotations.Nullable [] omitted(int column) {
    return null;
  }

  /** Whether what {@link #next} returned stays as it is: each batch has arrays of its own. */
  default boolean handsOver() {
    return false;
  }
}
