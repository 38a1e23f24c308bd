// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.metrics.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks every question in every house and compares the answers. */
public final class DemoRun {

  private final DemoOptions options;
  private final List<DemoHouse> houses;
  private final Consumer<String> progress;

  /**
   * @param houses loaded with the same options, the embedded one first
   * @param progress told what is done next
   */
  public DemoRun(DemoOptions options, List<DemoHouse> houses, Consumer<String> progress) {
    this.options = options;
    this.houses = List.copyOf(houses);
    this.progress = progress;
  }

  /** Runs; the second of two runs tells whether the embedded peaks repeat. */
  public DemoResult run() {
    List<Question> questions = Question.all();
    Map<Question, List<Answer>> answers = new LinkedHashMap<>();
    List<String> differences = new ArrayList<>();
    List<String> unstable = new ArrayList<>();
    for (Question question : questions) {
      progress.accept(question.toString());
      List<Answer> all = new ArrayList<>();
      for (DemoHouse house : houses) {
        Answer first = house.ask(question);
        Answer second = house.ask(question);
        if (all.isEmpty() && first.peakBytes() != second.peakBytes()) {
          unstable.add(question + ": " + first.peakBytes() + " and " + second.peakBytes());
        }
        all.add(first.quicker(second));
      }
      for (int i = 1; i < all.size(); i++) {
        for (String difference :
            Comparison.differences(
                houses.get(0).name(), all.get(0), houses.get(i).name(), all.get(i))) {
          differences.add(question + ": " + difference);
        }
      }
      answers.put(question, all);
    }
    return new DemoResult(
        options,
        houses.stream().map(DemoHouse::name).toList(),
        answers,
        differences,
        unstable,
        sampleError(answers),
        guard());
  }

  private static SampleError sampleError(Map<Question, List<Answer>> answers) {
    Answer exact = bounded(answers, Question.EXACT_SPLIT);
    return SampleError.of(exact, bounded(answers, Question.SAMPLED_SPLIT));
  }

  private static Answer bounded(Map<Question, List<Answer>> answers, String name) {
    return answers.entrySet().stream()
        .filter(e -> e.getKey().name().equals(name) && !e.getKey().includeAnonymous())
        .filter(e -> e.getKey().form() == Question.Form.BOUNDED)
        .map(e -> e.getValue().get(0))
        .findFirst()
        .orElseThrow();
  }

  /** What happens to a metric whose author forgot the window. */
  private String guard() {
    Metric forgetful =
        Question.all().get(0).metric().toBuilder().guard(Rewrites.Guard.REFUSE).build();
    try {
      houses.get(0).ask(new Question("a metric", Question.Form.UNBOUNDED, false, forgetful));
      return "nothing";
    } catch (TwinhouseException refused) {
      return refused.toClickHouseText();
    }
  }
}
