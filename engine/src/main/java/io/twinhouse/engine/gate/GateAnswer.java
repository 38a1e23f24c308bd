// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.gate;

import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.column.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows, or why there are none. Immutable.
 *
 * @param queryId begins with the tenant, see {@link QueryGate#timing}
 * @param rows as {@link io.twinhouse.engine.api.QueryResult#rows()}; empty when it failed
 * @param schema null when it failed
 * @param statistics null when it failed
 * @param failure null when it did not
 */
public record GateAnswer(
    String queryId,
    @Nullable Schema schema,
    List<List<@Nullable Object>> rows,
    @Nullable QueryStatistics statistics,
    @Nullable GateFailure failure) {

  public GateAnswer {
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }

  static GateAnswer failed(String queryId, GateFailure failure) {
    return new GateAnswer(queryId, null, List.of(), null, failure);
  }
}
