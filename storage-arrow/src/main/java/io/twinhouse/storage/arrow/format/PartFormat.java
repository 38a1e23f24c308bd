// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileView;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One version of the part format. Stateless and thread-safe. */
public interface PartFormat {

  /** Rows of a granule unless a table says otherwise. */
  int GRANULE_ROWS = 8192;

  /** Who makes the rows of a part ready to be written. */
  TwoThreads threads();

  /**
   * Writes a part file; whoever publishes the part makes it durable.
   *
   * @param memory where buffers for encoded pages are reserved
   */
  PartDescription write(Directory directory, String file, PartContent content, Reservation memory)
      throws IOException;

  /**
   * Begins a part file whose rows come bit by bit.
   *
   * @param expectedBytes how long the file will probably be; only a hint
   * @param memory where a granule of each stream is reserved, raw and encoded
   */
  PartAppender begin(
      Directory directory,
      String file,
      String partition,
      List<StreamKey> streams,
      long expectedBytes,
      Reservation memory)
      throws IOException;

  /**
   * Reads and verifies what a part file says of itself, not its pages.
   *
   * @throws io.twinhouse.storage.arrow.file.CorruptFileException when it is damaged or too new
   */
  PartDescription read(String file, FileView view) throws IOException;

  /**
   * A decoder for a stream's pages.
   *
   * @param dictionary whether the pages hold ids
   * @param buffers where packed pages are unpacked
   */
  PageCursor cursor(StreamKey stream, boolean dictionary, PageBuffers buffers);

  /**
   * The rows of a part to be written, in order.
   *
   * @param columns one column a stream, as long as the part, flat or dictionary-encoded
   * @param index the key columns of the rows in {@link #indexRows}
   */
  record PartContent(
      int rows,
      int granuleRows,
      String partition,
      List<StreamContent> columns,
      List<StreamContent> index) {

    public PartContent {
      columns = List.copyOf(columns);
      index = List.copyOf(index);
    }
  }

  /**
   * One stream to be written.
   *
   * @param column makes the rows when they are about to be written; on any thread
   * @param weight about how much work they are, to divide it
   * @param isReady whether the rows are made already, so that two threads may ask for them
   */
  record StreamContent(StreamKey key, Supplier<Column> column, long weight, boolean isReady) {

    /** Compressing a byte takes about as long as encoding three of those that are not. */
    private static final int COMPRESSED = 3;

    public static StreamContent of(StreamKey key, Column column) {
      return new StreamContent(key, () -> column, weight(column), true);
    }

    /** Rows that are made from {@code source} when they are wanted. */
    public static StreamContent of(StreamKey key, Column source, UnaryOperator<Column> made) {
      return new StreamContent(key, () -> made.apply(source), weight(source), false);
    }

    private static long weight(Column column) {
      return column instanceof BytesColumn bytes
          ? COMPRESSED * ((long) bytes.offsets()[bytes.size()] - bytes.offsets()[0])
          : 8L * column.size();
    }
  }

  /** The rows whose keys make the sparse index: the first of each granule, and the last. */
  static int[] indexRows(int rows, int granuleRows) {
    int granules = (rows + granuleRows - 1) / granuleRows;
    int[] chosen = new int[granules + 1];
    for (int g = 0; g < granules; g++) {
      chosen[g] = g * granuleRows;
    }
    chosen[granules] = rows - 1;
    return chosen;
  }
}
