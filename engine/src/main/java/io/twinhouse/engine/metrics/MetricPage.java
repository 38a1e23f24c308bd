// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Metrics that a dashboard asks for together. Running the page asks them all at once of one house,
 * as one user, so that one cap holds for their sum. Immutable.
 *
 * <pre>{@code
 * PageResult page = platform.run(engine, values);
 * page.requirePeaksBelow(1L << 30);
 * page.answer("dauSeries").rows();
 * }</pre>
 *
 * @param userCapBytes what all queries of a run together may hold, or 0 for no cap of the page
 */
public record MetricPage(String name, List<Metric> metrics, long userCapBytes) {

  private static final AtomicLong RUNS = new AtomicLong();

  /**
   * Checks the page.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for a page without metrics or with two of one name
   */
  public MetricPage {
    metrics = List.copyOf(metrics);
    Set<String> names = new HashSet<>();
    for (Metric metric : metrics) {
      if (!names.add(metric.name())) {
        throw wrong(name, "two metrics are called '" + metric.name() + "'");
      }
    }
    if (metrics.isEmpty() || userCapBytes < 0) {
      throw wrong(name, "it needs at least one metric and a cap that is not negative");
    }
  }

  /** A page without a cap of its own. */
  public static MetricPage of(String name, List<Metric> metrics) {
    return new MetricPage(name, metrics, 0);
  }

  /** This page, whose queries together may hold {@code bytes}. */
  public MetricPage withUserCap(long bytes) {
    return new MetricPage(name, metrics, bytes);
  }

  /**
   * Runs all metrics at once, each under its own budget and all under the page's cap. A metric that
   * fails leaves the others alone; its answer carries the failure.
   *
   * @param values text of parameters by name; each metric takes those that it declares
   * @throws TwinhouseException BAD_ARGUMENTS for a value that no metric declares
   */
  public PageResult run(Twinhouse engine, Map<String, String> values) {
    return run(engine, values, true);
  }

  /** Runs all metrics at once without their budgets, to see what they take. */
  public PageResult measure(Twinhouse engine, Map<String, String> values) {
    return run(engine, values, false);
  }

  private PageResult run(Twinhouse engine, Map<String, String> values, boolean enforced) {
    requireDeclared(values);
    String user = "page:" + name + ":" + RUNS.incrementAndGet();
    List<Callable<MetricAnswer>> work = new ArrayList<>();
    for (Metric metric : metrics) {
      work.add(() -> ask(engine, metric, values, user, enforced));
    }
    long begun = System.nanoTime();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            metrics.size(),
            task -> {
              Thread thread = new Thread(task, "twinhouse-page-" + name);
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<MetricAnswer> answers = new ArrayList<>();
      for (Future<MetricAnswer> answer : threads.invokeAll(work)) {
        answers.add(answer.get());
      }
      return new PageResult(name, answers, System.nanoTime() - begun);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TwinhouseException(
          ErrorCode.QUERY_WAS_CANCELLED, "Page " + name + " was interrupted");
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private MetricAnswer ask(
      Twinhouse engine, Metric metric, Map<String, String> values, String user, boolean enforced) {
    Map<String, String> declared = new LinkedHashMap<>(values);
    declared.keySet().retainAll(metric.parameters().keySet());
    long begun = System.nanoTime();
    try {
      Metric asked = enforced ? metric : metric.toBuilder().memoryBudget(0).build();
      QueryRequest request = asked.request(declared).withUser(user);
      if (userCapBytes > 0) {
        request = request.withSetting("max_memory_usage_for_user", Long.toString(userCapBytes));
      }
      MetricAnswer answer;
      try (QueryResult result = engine.query(request)) {
        answer = MetricAnswer.of(metric, result, begun);
      }
      return answer.isOverBudget()
          ? answer.withKeeping(KeepingOperators.of(engine, metric, declared))
          : answer;
    } catch (TwinhouseException refused) {
      String context = "Metric " + metric.name() + " of page " + name;
      if (refused.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)) {
        context += keeping(KeepingOperators.of(engine, metric, declared));
      }
      return MetricAnswer.failed(metric, refused.withContext(context), System.nanoTime() - begun);
    }
  }

  private static String keeping(List<String> operators) {
    return operators.isEmpty() ? "" : ", which is held by " + String.join(", ", operators);
  }

  private void requireDeclared(Map<String, String> values) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    metrics.forEach(metric -> unknown.removeAll(metric.parameters().keySet()));
    if (!unknown.isEmpty()) {
      throw wrong(name, "none of its metrics declares a parameter " + unknown);
    }
  }

  private static TwinhouseException wrong(String page, String advice) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Page " + page + ": " + advice);
  }
}
