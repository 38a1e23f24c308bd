// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.api.QueryStatistics;
import java.util.List;

/** The value of X-ClickHouse-Summary. */
final class Summary {

  /** Of a request that ran no query. */
  static final String NOTHING =
      of(new QueryStatistics(0, 0, 0, 0, 0, 0, false, 0, -1, List.of()), 0);

  private Summary() {}

  /** The server counts rows that an INSERT wrote as its result, too. */
  static String of(QueryStatistics figures, long resultBytes) {
    return "{\"read_rows\":\""
        + figures.readRows()
        + "\",\"read_bytes\":\""
        + figures.readBytes()
        + "\",\"written_rows\":\""
        + figures.writtenRows()
        + "\",\"written_bytes\":\"0\",\"total_rows_to_read\":\""
        + figures.readRows()
        + "\",\"result_rows\":\""
        + Math.max(figures.resultRows(), figures.writtenRows())
        + "\",\"result_bytes\":\""
        + resultBytes
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
