// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.frontend.ParameterScanner;
import io.twinhouse.engine.frontend.Rewrites;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A metric in the making. Not thread-safe. */
public final class MetricBuilder {

  private final String name;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Set<String> allHistory = new LinkedHashSet<>();
  private String description = "";
  private String sql = "";
  private @Nullable MetricWindow window;
  private DistinctMode distinct = DistinctMode.EXACT;
  private @Nullable MetricSample sample;
  private long memoryBudgetBytes;
  private Rewrites.Guard guard = Rewrites.Guard.REFUSE;
  private boolean shared;
  private Rewrites.Latest latest = Rewrites.Latest.FINAL;

  MetricBuilder(String name) {
    this.name = name;
  }

  MetricBuilder(Metric from) {
    name = from.name();
    description = from.description();
    sql = from.sql();
    parameters.putAll(from.parameters());
    window = from.window();
    allHistory.addAll(from.allHistory());
    distinct = from.distinct();
    sample = from.sample();
    memoryBudgetBytes = from.memoryBudgetBytes();
    guard = from.guard();
    shared = from.shared();
    latest = from.latest();
  }

  /** One sentence for the reader of a report. */
  public MetricBuilder describedAs(String text) {
    description = text;
    return this;
  }

  /** One SELECT, with {@code {name:Type}} for each parameter. */
  public MetricBuilder sql(String text) {
    sql = text;
    return this;
  }

  /** Declares a parameter with its ClickHouse type. */
  public MetricBuilder parameter(String parameter, String type) {
    parameters.put(parameter, type);
    return this;
  }

  /** Bounds every scan with {@code column} to [since, until), both names of parameters. */
  public MetricBuilder window(String column, String since, String until) {
    window = new MetricWindow(column, since, until);
    return this;
  }

  /** Takes the window away, its exceptions with it; parameters that nothing else uses go too. */
  public MetricBuilder withoutWindow() {
    MetricWindow old = window;
    window = null;
    allHistory.clear();
    if (old != null) {
      Map<String, String> used = ParameterScanner.find(sql);
      parameters
          .keySet()
          .removeIf(p -> (p.equals(old.since()) || p.equals(old.until())) && !used.containsKey(p));
    }
    return this;
  }

  /** Names scans by their alias that see all history although the metric has a window. */
  public MetricBuilder allHistory(String... aliases) {
    allHistory.addAll(Set.of(aliases));
    return this;
  }

  /** How distinct strings are counted; {@link DistinctMode#EXACT} unless said otherwise. */
  public MetricBuilder distinct(DistinctMode mode) {
    distinct = mode;
    return this;
  }

  /** Keeps one in {@code oneIn} values of {@code key} and scales the counts. */
  public MetricBuilder sampled(String key, int oneIn) {
    sample = new MetricSample(key, oneIn);
    return this;
  }

  /** The most memory that the query may take. */
  public MetricBuilder memoryBudget(long bytes) {
    memoryBudgetBytes = bytes;
    return this;
  }

  /** Per-key grouping over an unbounded scan is refused unless said otherwise. */
  public MetricBuilder guard(Rewrites.Guard wanted) {
    guard = wanted;
    return this;
  }

  /** Whether a grouping that the query joins more than once is computed once; not unless said. */
  public MetricBuilder shared(boolean wanted) {
    shared = wanted;
    return this;
  }

  /** How FINAL is read; as the house does unless said otherwise. */
  public MetricBuilder latest(Rewrites.Latest wanted) {
    latest = wanted;
    return this;
  }

  /**
   * The metric.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS for a definition that cannot
   *     be meant
   */
  public Metric build() {
    return new Metric(
        name,
        description,
        sql,
        parameters,
        window,
        allHistory,
        distinct,
        sample,
        memoryBudgetBytes,
        guard,
        shared,
        latest);
  }
}
