// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far a sampled split is from the exact one, over the days that both have and the four counts
 * of each: |sampled - exact| / exact in percent, a count that is 0 in truth and not in the sample
 * left out.
 *
 * @param meanPercent over all counts
 * @param maxPercent of the worst count
 * @param expectedPercent sqrt(3 / n) for the mean bucket of n entities, the standard error of 1 in
 *     4
 */
public record SampleError(double meanPercent, double maxPercent, double expectedPercent) {

  static SampleError of(Answer exact, Answer sampled) {
    Map<String, List<String>> truth = new HashMap<>();
    exact.rows().forEach(row -> truth.put(row.get(0), row));
    List<Double> errors = new ArrayList<>();
    double expected = 0;
    for (List<String> row : sampled.rows()) {
      List<String> right = truth.get(row.get(0));
      for (int i = 1; right != null && i < row.size(); i++) {
        double exactly = Double.parseDouble(right.get(i));
        if (exactly > 0) {
          errors.add(Math.abs(Double.parseDouble(row.get(i)) - exactly) / exactly * 100);
          expected += 100 * Math.sqrt((Question.SAMPLE - 1) / exactly);
        }
      }
    }
    double mean = errors.stream().mapToDouble(e -> e).average().orElse(0);
    double max = errors.stream().mapToDouble(e -> e).max().orElse(0);
    return new SampleError(mean, max, errors.isEmpty() ? 0 : expected / errors.size());
  }
}
