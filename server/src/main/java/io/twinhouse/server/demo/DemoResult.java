// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a run of the demo found out.
 *
 * @param houses names, the embedded one first
 * @param answers by question, then in the order of the houses
 * @param differences lines that name a differing cell; empty when the houses agree
 * @param unstablePeaks questions whose peak was another in a second run of the embedded house
 * @param guard what the guard said to an unbounded metric
 */
public record DemoResult(
    DemoOptions options,
    List<String> houses,
    Map<Question, List<Answer>> answers,
    List<String> differences,
    List<String> unstablePeaks,
    SampleError sampleError,
    String guard) {

  /** The answer of a house to the metric called {@code name} without anonymous users. */
  @Nullable Answer answer(int house, String name, Question.Form form) {
    return answers.entrySet().stream()
        .filter(e -> e.getKey().name().equals(name) && e.getKey().form() == form)
        .filter(e -> !e.getKey().includeAnonymous())
        .map(e -> e.getValue().get(house))
        .findFirst()
        .orElse(null);
  }

  /** Names of the questions in order, each once. */
  List<String> names() {
    return answers.keySet().stream().map(Question::name).distinct().toList();
  }

  /** Sums over the page's ten metrics. */
  Totals totals(int house, Question.Form form) {
    long peaks = 0;
    long nanos = 0;
    long slowest = 0;
    long bytes = 0;
    for (Map.Entry<Question, List<Answer>> entry : answers.entrySet()) {
      Question question = entry.getKey();
      if (question.isOfPage() && question.form() == form && !question.includeAnonymous()) {
        Answer answer = entry.getValue().get(house);
        peaks += answer.peakBytes();
        nanos += answer.nanos();
        slowest = Math.max(slowest, answer.nanos());
        bytes += answer.readBytes();
      }
    }
    return new Totals(peaks, nanos, slowest, bytes);
  }

  /** What one load of the page costs. */
  public record Totals(long peakBytes, long nanos, long slowestNanos, long readBytes) {}
}
