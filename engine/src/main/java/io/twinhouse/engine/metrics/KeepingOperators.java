// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operators of a server's own pipeline that keep rows until their input is over, and so hold
 * what a query holds. A server says in EXPLAIN PIPELINE which there are and how often each stands
 * side by side, but measures memory for the query alone.
 */
final class KeepingOperators {

  private static final Pattern LINE =
      Pattern.compile(
          "\\s*((?:Aggregating|MergingAggregated|MaterializingCTE)\\w*|FillingRightJoinSide"
              + "|DelayedJoinedBlocksTransform|MergeSortingTransform|Distinct\\w*Transform"
              + "|LimitBy\\w*Transform|WindowTransform|CreatingSetsTransform)(?: × (\\d+))?.*");

  private KeepingOperators() {}

  /**
   * Asks for the pipeline of a metric that went over its budget.
   *
   * @return such as {@code AggregatingTransform x 2}; empty when the house measures its operators
   *     itself, has none of these, or does not say
   */
  static List<String> of(Twinhouse engine, Metric metric, Map<String, String> values) {
    if (!engine.storage().capabilities().contains(Capability.SQL)) {
      return List.of();
    }
    Metric explained =
        metric.toBuilder().sql("EXPLAIN PIPELINE " + metric.sql()).memoryBudget(0).build();
    try (QueryResult result = engine.query(explained.request(values))) {
      return in(result.rows().stream().map(row -> String.valueOf(row.get(0))).toList());
    } catch (TwinhouseException silent) {
      return List.of(); // the budget is what is to be told of
    }
  }

  static List<String> in(List<String> pipeline) {
    Map<String, Integer> found = new LinkedHashMap<>();
    for (String line : pipeline) {
      Matcher operator = LINE.matcher(line);
      if (operator.matches()) {
        String times = operator.group(2);
        int each = times == null ? 1 : Integer.parseInt(times);
        found.merge(operator.group(1), each, Integer::sum);
      }
    }
    return found.entrySet().stream()
        .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " x " + entry.getValue()))
        .toList();
  }
}
