// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricAnswer;
import io.twinhouse.engine.metrics.MetricPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ways to write one metric beside each other. Only one whose rows are those of the original may be
 * chosen, however little memory another takes.
 */
public final class VariantChoice {

  /**
   * What one way took.
   *
   * @param equal whether it gave the original's rows, in whatever order
   * @param reduction of the peak in percent of the original's; negative if it took more
   */
  public record Measured(Metric metric, long peakBytes, boolean equal, double reduction) {}

  private VariantChoice() {}

  /**
   * Runs all ways, the original first, each {@code runs} times for its least peak.
   *
   * @param values of the original's parameters and of those of the others
   */
  public static List<Measured> measure(
      Twinhouse engine,
      Metric original,
      List<Metric> others,
      Map<String, String> values,
      int runs) {
    List<Measured> measured = new ArrayList<>();
    List<Metric> all = new ArrayList<>();
    all.add(original);
    all.addAll(others);
    List<String> truth = List.of();
    for (Metric metric : all) {
      MetricAnswer least = null;
      for (int run = 0; run < runs; run++) {
        MetricAnswer answer = answer(engine, metric, values);
        if (least == null || answer.peakMemoryBytes() < least.peakMemoryBytes()) {
          least = answer;
        }
      }
      List<String> rows = canonical(Objects.requireNonNull(least));
      boolean first = measured.isEmpty();
      truth = first ? rows : truth;
      long base = first ? least.peakMemoryBytes() : measured.get(0).peakBytes();
      double reduction = base == 0 ? 0 : 100.0 - 100.0 * least.peakMemoryBytes() / base;
      measured.add(new Measured(metric, least.peakMemoryBytes(), rows.equals(truth), reduction));
    }
    return measured;
  }

  /** The one with the least peak of those that are equal. */
  public static Measured best(List<Measured> measured) {
    return measured.stream()
        .filter(Measured::equal)
        .min(Comparator.comparingLong(Measured::peakBytes))
        .orElseThrow();
  }

  private static MetricAnswer answer(Twinhouse engine, Metric metric, Map<String, String> values) {
    Map<String, String> own = new HashMap<>(values);
    own.keySet().retainAll(metric.parameters().keySet());
    return MetricPage.of(metric.name(), List.of(metric)).measure(engine, own).answer(metric.name());
  }

  private static List<String> canonical(MetricAnswer answer) {
    return answer.rows().stream().map(String::valueOf).sorted().toList();
  }
}
