// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a house said to one metric of a page. Immutable.
 *
 * @param rows as {@link QueryResult#rows()}; empty when it failed
 * @param notes what the rewrites changed, such as the expected error of a sample
 * @param statistics null when it failed
 * @param failure null when it did not
 * @param keeping where a house that measures no operator keeps the rows of a metric that went over
 *     its budget; else empty
 */
public record MetricAnswer(
    Metric metric,
    @Nullable Schema schema,
    List<List<@Nullable Object>> rows,
    List<Note> notes,
    @Nullable QueryStatistics statistics,
    long elapsedNanos,
    @Nullable TwinhouseException failure,
    List<String> keeping) {

  public MetricAnswer {
    keeping = List.copyOf(keeping);
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
    notes = List.copyOf(notes);
  }

  static MetricAnswer of(Metric metric, QueryResult result, long begunNanos) {
    Schema schema = result.schema();
    List<List<@Nullable Object>> rows = result.rows();
    return new MetricAnswer(
        metric,
        schema,
        rows,
        result.notes(),
        result.statistics(),
        System.nanoTime() - begunNanos,
        null,
        List.of());
  }

  static MetricAnswer failed(Metric metric, TwinhouseException failure, long elapsedNanos) {
    return new MetricAnswer(
        metric, null, List.of(), List.of(), null, elapsedNanos, failure, List.of());
  }

  /** This answer, whose rows the house keeps in these operators. */
  MetricAnswer withKeeping(List<String> operators) {
    return new MetricAnswer(
        metric, schema, rows, notes, statistics, elapsedNanos, failure, operators);
  }

  /** Whether it was answered with more memory than the metric's own budget. */
  boolean isOverBudget() {
    return metric.memoryBudgetBytes() > 0 && peakMemoryBytes() > metric.memoryBudgetBytes();
  }

  /** Whether the figures are estimates from a sample; a page should say so beside them. */
  public boolean isApproximate() {
    MetricSample sample = metric.sample();
    return sample != null && sample.oneIn() > 1;
  }

  /** The query's own peak, 0 when it failed. */
  public long peakMemoryBytes() {
    return statistics == null ? 0 : statistics.peakMemoryBytes();
  }
}
