// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricSample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the figures of an estimate are from the exact ones, in percent.
 *
 * @param mean over all figures whose exact value is not 0
 * @param max of them
 * @param meanByFigure mean of each figure, by its position; an estimate of something where there is
 *     nothing counts here, as 100
 */
public record EstimateError(double mean, double max, Map<Integer, Double> meanByFigure) {

  private static final double ALL = 100;

  public EstimateError {
    meanByFigure = Map.copyOf(meanByFigure);
  }

  /**
   * Asks a sampled metric as it is and with all its keys, and compares. Rows are told apart by
   * their first column, all others are figures.
   *
   * @param values of the metric's parameters
   */
  public static EstimateError measure(
      Twinhouse engine, Metric sampled, Map<String, String> values) {
    MetricSample sample = sampled.sample();
    Metric exact = sample == null ? sampled : sampled.toBuilder().sampled(sample.key(), 1).build();
    return of(figures(engine, exact, values), figures(engine, sampled, values));
  }

  private static Map<String, List<Long>> figures(
      Twinhouse engine, Metric metric, Map<String, String> values) {
    Map<String, List<Long>> figures = new TreeMap<>();
    try (QueryResult result = engine.query(metric.request(values))) {
      for (List<@Nullable Object> row : result.rows()) {
        figures.put(
            String.valueOf(row.get(0)),
            row.stream().skip(1).map(value -> Long.valueOf(String.valueOf(value))).toList());
      }
    }
    return figures;
  }

  /**
   * Compares the days that both have.
   *
   * @param exact figures by day, each day with as many
   */
  public static EstimateError of(Map<String, List<Long>> exact, Map<String, List<Long>> estimate) {
    Map<Integer, double[]> sums = new TreeMap<>();
    double sum = 0;
    double max = 0;
    int count = 0;
    for (Map.Entry<String, List<Long>> day : exact.entrySet()) {
      List<Long> guesses = estimate.get(day.getKey());
      for (int i = 0; guesses != null && i < day.getValue().size(); i++) {
        long truth = day.getValue().get(i);
        long guess = guesses.get(i);
        if (truth == 0 && guess == 0) {
          continue;
        }
        double error = truth == 0 ? ALL : Math.abs(guess - truth) * ALL / truth;
        double[] of = sums.computeIfAbsent(i, figure -> new double[2]);
        of[0] += error;
        of[1]++;
        if (truth != 0) {
          sum += error;
          max = Math.max(max, error);
          count++;
        }
      }
    }
    Map<Integer, Double> means = new TreeMap<>();
    sums.forEach((figure, of) -> means.put(figure, of[0] / of[1]));
    return new EstimateError(count == 0 ? 0 : sum / count, max, means);
  }
}
