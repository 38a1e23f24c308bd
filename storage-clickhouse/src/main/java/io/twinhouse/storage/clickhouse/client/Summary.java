// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server's figures for one finished statement, from the header {@code X-ClickHouse-Summary}.
 *
 * @param peakMemoryBytes the most memory the query held at once on the server ({@code
 *     memory_usage}), the same figure that {@code system.query_log} keeps; repeatable when {@code
 *     max_untracked_memory} is 0 and the thread count is fixed
 */
public record Summary(
    long readRows,
    long readBytes,
    long writtenRows,
    long writtenBytes,
    long resultRows,
    long resultBytes,
    long elapsedNanos,
    long peakMemoryBytes) {

  static final String HEADER = "X-ClickHouse-Summary";

  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"?(\\d+)\"?");

  /**
   * Reads the header, whose values are numbers in quotes; what is not there is 0. Null when it is
   * not a whole one: a line that broke within the headers can look like an answer without rows.
   */
  static @Nullable Summary parse(@Nullable String header) {
    if (header == null || !header.endsWith("}")) {
      return null;
    }
    Matcher fields = FIELD.matcher(header);
    Map<String, Long> values = new HashMap<>();
    while (fields.find()) {
      values.put(fields.group(1), Long.parseUnsignedLong(fields.group(2)));
    }
    if (!values.containsKey("result_rows")) {
      return null;
    }
    return new Summary(
        values.getOrDefault("read_rows", 0L),
        values.getOrDefault("read_bytes", 0L),
        values.getOrDefault("written_rows", 0L),
        values.getOrDefault("written_bytes", 0L),
        values.getOrDefault("result_rows", 0L),
        values.getOrDefault("result_bytes", 0L),
        values.getOrDefault("elapsed_ns", 0L),
        values.getOrDefault("memory_usage", 0L));
  }
}
