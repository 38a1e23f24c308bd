// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.api.QueryStatistics;

/** The value of X-ClickHouse-Summary. */
final class Summary {

  private Summary() {}

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
        + figures.resultRows()
        + "\",\"result_bytes\":\""
        + resultBytes
        + "\",\"elapsed_ns\":\""
        + figures.elapsedNanos()
        + "\",\"memory_usage\":\""
        + figures.peakMemoryBytes()
        + "\"}";
  }
}
