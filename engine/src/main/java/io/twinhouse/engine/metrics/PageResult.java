// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The answers of a page, in its order. Immutable.
 *
 * @param elapsedNanos from the first question to the last answer
 */
public record PageResult(String page, List<MetricAnswer> answers, long elapsedNanos) {

  private static final int NAMED_OPERATORS = 3;

  public PageResult {
    answers = List.copyOf(answers);
  }

  /**
   * The answer of one metric.
   *
   * @throws TwinhouseException its failure, or BAD_ARGUMENTS if the page has no such metric
   */
  public MetricAnswer answer(String metric) {
    for (MetricAnswer answer : answers) {
      if (answer.metric().name().equals(metric)) {
        TwinhouseException failure = answer.failure();
        if (failure != null) {
          throw failure;
        }
        return answer;
      }
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Page " + page + " has no metric '" + metric + "'");
  }

  /**
   * The one number of a metric that must not take the page down with it: 0 when it failed.
   *
   * @param captured told of the failure
   */
  public long countOrZero(String metric, Consumer<TwinhouseException> captured) {
    for (MetricAnswer answer : failures()) {
      if (answer.metric().name().equals(metric)) {
        captured.accept(failure(answer));
        return 0;
      }
    }
    return Long.parseLong(String.valueOf(answer(metric).rows().get(0).get(0)));
  }

  /** What the page would hold if every query were at its peak at once: what a cap must allow. */
  public long sumOfPeaks() {
    return answers.stream().mapToLong(MetricAnswer::peakMemoryBytes).sum();
  }

  public long maxPeak() {
    return answers.stream().mapToLong(MetricAnswer::peakMemoryBytes).max().orElse(0);
  }

  /** Those that failed. */
  public List<MetricAnswer> failures() {
    return answers.stream().filter(answer -> answer.failure() != null).toList();
  }

  /**
   * Holds the page to its budgets: every metric answered, none above its own budget, and the sum of
   * the peaks not above {@code pageBytes}.
   *
   * @return this
   * @throws TwinhouseException MEMORY_LIMIT_EXCEEDED that names each metric, its budget, its peak
   *     and the operators that held most; or the first failure
   */
  public PageResult requirePeaksBelow(long pageBytes) {
    for (MetricAnswer failed : failures()) {
      throw failure(failed);
    }
    List<String> problems = new ArrayList<>();
    for (MetricAnswer answer : answers) {
      if (answer.isOverBudget()) {
        problems.add(
            "metric "
                + answer.metric().name()
                + " peaked at "
                + answer.peakMemoryBytes()
                + " bytes, its budget is "
                + answer.metric().memoryBudgetBytes()
                + "; "
                + holders(answer));
      }
    }
    if (sumOfPeaks() > pageBytes) {
      MetricAnswer largest =
          answers.stream().max(Comparator.comparing(MetricAnswer::peakMemoryBytes)).orElseThrow();
      problems.add(
          "the peaks add up to "
              + sumOfPeaks()
              + " bytes, the page's budget is "
              + pageBytes
              + "; the largest is metric "
              + largest.metric().name()
              + " with "
              + largest.peakMemoryBytes());
    }
    if (!problems.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.MEMORY_LIMIT_EXCEEDED, "Page " + page + ": " + String.join("\n", problems));
    }
    return this;
  }

  private static TwinhouseException failure(MetricAnswer answer) {
    TwinhouseException failure = answer.failure();
    if (failure == null) {
      throw new IllegalStateException("no failure");
    }
    return failure;
  }

  private static String holders(MetricAnswer answer) {
    QueryStatistics statistics = answer.statistics();
    if (statistics != null && !statistics.operators().isEmpty()) {
      return statistics.operators().stream()
          .sorted(
              Comparator.comparingLong(QueryStatistics.OperatorFigures::peakMemoryBytes).reversed())
          .limit(NAMED_OPERATORS)
          .map(operator -> operator.operator() + " held " + operator.peakMemoryBytes())
          .collect(Collectors.joining(", "));
    }
    return answer.keeping().isEmpty()
        ? "the house does not tell which operators held it"
        : "held by " + String.join(", ", answer.keeping()) + ", of which the house tells no bytes";
  }
}
