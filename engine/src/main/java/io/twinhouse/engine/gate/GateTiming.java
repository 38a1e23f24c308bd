// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.gate;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query took, by the house's log. */
public record GateTiming(long wallMillis, long peakMemoryBytes, long readRows) {

  /** Logs are written a while after a query; all in all 9.45 seconds. */
  static final List<Integer> WAITS_MILLIS = List.of(75, 150, 300, 600, 1200, 2400, 4800);

  private static final String SQL =
      "SELECT query_duration_ms, memory_usage, read_rows FROM system.query_log"
          + " WHERE query_id = {id:String} AND type != 'QueryStart' LIMIT 1";

  static @Nullable GateTiming find(Twinhouse administrator, String queryId) {
    try (QueryResult result =
        administrator.query(QueryRequest.of(SQL).withParameter("id", queryId))) {
      List<List<@Nullable Object>> rows = result.rows();
      if (rows.isEmpty()) {
        return null;
      }
      List<@Nullable Object> row = rows.get(0);
      return new GateTiming(number(row.get(0)), number(row.get(1)), number(row.get(2)));
    }
  }

  private static long number(@Nullable Object value) {
    return Long.parseLong(String.valueOf(value));
  }
}
