// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.api.QueryStatistics;
import java.util.List;

/** The value of X-ClickHouse-Summary. */
final class Summary {

  /** Of a request that ran no query. */
  static final String NOTHING =
      of(new QueryStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, false, 0, -1, List.of()), false);

  private Summary() {}

  /**
   * The server counts what an INSERT wrote as its result, too.
   *
   * @param complete whether the answer waited for the query's end: what is begun before tells of no
   *     result
   */
  static String of(QueryStatistics figures, boolean complete) {
    long resultRows = complete ? figures.resultRows() : 0;
    long resultBytes = complete ? figures.resultBytes() : 0;
    boolean wrote = figures.writtenRows() > 0;
    return "{\"read_rows\":\""
        + figures.readRows()
        + "\",\"read_bytes\":\""
        + figures.readBytes()
        + "\",\"written_rows\":\""
        + figures.writtenRows()
        + "\",\"written_bytes\":\""
        + figures.writtenBytes()
        + "\",\"total_rows_to_read\":\""
        + figures.rowsToRead()
        + "\",\"result_rows\":\""
        + (wrote ? figures.writtenRows() : resultRows)
        + "\",\"result_bytes\":\""
        + (wrote ? figures.writtenBytes() : resultBytes)
        + "\",\"elapsed_ns\":\""
        + figures.elapsedNanos()
        + "\",\"memory_usage\":\""
        + figures.peakMemoryBytes()
        + "\"}";
  }

  /** The value of X-ClickHouse-Progress. */
  static String progress(QueryStatistics figures) {
    return "{\"read_rows\":\""
        + figures.readRows()
        + "\",\"read_bytes\":\""
        + figures.readBytes()
        + "\",\"total_rows_to_read\":\""
        + figures.readRows()
        + "\",\"elapsed_ns\":\""
        + figures.elapsedNanos()
        + "\",\"memory_usage\":\""
        + figures.peakMemoryBytes()
        + "\"}";
  }
}
