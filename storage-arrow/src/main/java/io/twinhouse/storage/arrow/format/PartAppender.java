// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.column.Column;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A part file that is written from front to back, holding no more than one granule at a time. One
 * thread.
 */
public interface PartAppender extends Closeable {

  /**
   * Adds rows.
   *
   * @param columns those of all streams, flat. A stream is dictionary-encoded in all rows or in
   *     none
   */
  void append(int rows, Map<StreamKey, Supplier<Column>> columns) throws IOException;

  /** Rows so far. */
  int rows();

  /**
   * Ends the file; whoever publishes the part makes it durable.
   *
   * @param index the key columns of the rows in {@link PartFormat#indexRows}
   */
  PartDescription finish(List<StreamContent> index) throws IOException;

  /** Frees what it holds; the file is of no use unless it was finished. */
  @Override
  void close() throws IOException;
}
