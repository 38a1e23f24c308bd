// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.server.metrics.InternalMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One metric in one form.
 *
 * @param name of the metric, with what is special about it
 * @param metric the unbounded or the bounded one
 */
public record Question(String name, Form form, boolean includeAnonymous, Metric metric) {

  static final int SAMPLE = 4;
  static final String EXACT_SPLIT = "loadDailyActiveUsersSplit";
  static final String SAMPLED_SPLIT = "split, hashed, 1 in " + SAMPLE;

  /** How far back the query looks. */
  public enum Form {
    UNBOUNDED,
    BOUNDED
  }

  /** Every question of the demo, anonymous users left out first. */
  public static List<Question> all() {
    List<Question> questions = new ArrayList<>();
    for (boolean includeAnonymous : new boolean[] {false, true}) {
      for (Metric metric : InternalMetrics.page()) {
        boolean asks = metric.parameters().containsKey("includeAnonymous");
        if (asks || !includeAnonymous) {
          both(questions, metric.name(), includeAnonymous, metric);
        }
      }
      Metric hashed = InternalMetrics.hashedSplit();
      both(questions, "split, hashed", includeAnonymous, hashed);
      Metric sampled = hashed.toBuilder().sampled("user_id", SAMPLE).build();
      both(questions, SAMPLED_SPLIT, includeAnonymous, sampled);
    }
    Metric users = InternalMetrics.liveUserCounts();
    questions.add(new Question("users, FINAL", Form.BOUNDED, false, users));
    return questions;
  }

  private static void both(
      List<Question> questions, String name, boolean includeAnonymous, Metric metric) {
    questions.add(new Question(name, Form.UNBOUNDED, includeAnonymous, metric.unbounded()));
    questions.add(new Question(name, Form.BOUNDED, includeAnonymous, metric));
  }

  /** Whether it is one of the page's ten, whose figures are added up. */
  boolean isOfPage() {
    return !name.contains(",");
  }

  @Override
  public String toString() {
    String users = includeAnonymous ? ", with anonymous users" : "";
    return name + " (" + form.name().toLowerCase(Locale.ROOT) + users + ")";
  }
}
