// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A named query with declared parameters, the window it looks at, how it counts distinct keys and
 * how much memory it may take. Immutable, checked when built; the same metric runs in every house.
 *
 * <pre>{@code
 * Metric active =
 *     Metric.named("dailyActiveUsers")
 *         .sql(
 *             "SELECT toDate(event_at) AS day, uniqExact(user_id) AS users FROM events"
 *                 + " WHERE project_id = {project:String} GROUP BY day ORDER BY day")
 *         .parameter("project", "String")
 *         .parameter("since", "DateTime64(3, 'UTC')")
 *         .parameter("until", "DateTime64(3, 'UTC')")
 *         .window("event_at", "since", "until")
 *         .distinct(DistinctMode.HASHED)
 *         .memoryBudget(50 << 20)
 *         .build();
 * engine.query(active.request(Map.of("project", "p", "since", "2026-01-01", "until", "2026-02-01")));
 * }</pre>
 *
 * @param parameters type by name
 * @param window null for a metric that sees whatever its SQL says
 * @param allHistory aliases of scans that the window must not bound, such as first-seen dates
 * @param sample null for all keys
 * @param memoryBudgetBytes the query's cap, or 0 for none of its own
 * @param guard what happens to a per-key grouping over a scan with no lower time bound
 * @param shared whether a grouping that is joined more than once is computed once
 * @param latest how FINAL is read
 */
public record Metric(
    String name,
    String description,
    String sql,
    Map<String, String> parameters,
    @Nullable MetricWindow window,
    Set<String> allHistory,
    DistinctMode distinct,
    @Nullable MetricSample sample,
    long memoryBudgetBytes,
    Rewrites.Guard guard,
    boolean shared,
    Rewrites.Latest latest) {

  /**
   * Checks what can be known without a house.
   *
   * @throws TwinhouseException BAD_ARGUMENTS, with what is wrong and what to write instead
   */
  public Metric {
    parameters = Map.copyOf(parameters);
    allHistory = Set.copyOf(allHistory);
    MetricCheck.check(name, sql, parameters, window, allHistory, sample, memoryBudgetBytes);
  }

  /** Begins a definition. */
  public static MetricBuilder named(String name) {
    return new MetricBuilder(name);
  }

  /** This metric's definition, to change a copy of it. */
  public MetricBuilder toBuilder() {
    return new MetricBuilder(this);
  }

  /**
   * The same query without its window, over all history; nothing guards it, since that is what was
   * asked for.
   */
  public Metric unbounded() {
    return toBuilder().withoutWindow().guard(Rewrites.Guard.OFF).build();
  }

  /**
   * The query to run.
   *
   * @param values text of every declared parameter
   * @throws TwinhouseException BAD_ARGUMENTS when one is missing or was not declared
   */
  public QueryRequest request(Map<String, String> values) {
    Set<String> missing = new TreeSet<>(parameters.keySet());
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_QUERY_PARAMETER,
          "Metric " + name + ": no value for " + missing + "; it declares " + declared());
    }
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(parameters.keySet());
    if (!unknown.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Metric " + name + ": declares no parameter " + unknown + "; it declares " + declared());
    }
    Map<String, String> settings = new LinkedHashMap<>();
    if (memoryBudgetBytes > 0) {
      settings.put("max_memory_usage", Long.toString(memoryBudgetBytes));
    }
    return QueryRequest.of(sql)
        .withParameters(values)
        .withSettings(settings)
        .withRewrites(rewrites());
  }

  private Set<String> declared() {
    return new TreeSet<>(parameters.keySet());
  }

  private Rewrites rewrites() {
    return new Rewrites(
        window == null
            ? null
            : new Rewrites.Window(
                window.column(), reference(window.since()), reference(window.until())),
        allHistory,
        distinct == DistinctMode.HASHED,
        sample == null || sample.oneIn() == 1
            ? null
            : new Rewrites.Sample(sample.key(), sample.oneIn()),
        guard,
        shared,
        latest);
  }

  private String reference(String parameter) {
    return "{" + parameter + ":" + parameters.get(parameter) + "}";
  }
}
