// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import io.twinhouse.server.demo.Answer;
import io.twinhouse.server.demo.Question;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One metric in one form on one house. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(0)
public class MetricBenchmark {

  /** Name of a question of the demo; the splits are there raw, hashed and sampled. */
  @Param({
    "loadUsersByCountry",
    "loadDailyActiveUsers",
    "loadDailyActiveUsersSplit",
    "loadDailyActiveTeamsSplit",
    "loadMonthlyActiveUsers",
    "analyticsOverview:dailyEvents",
    "analyticsOverview:totalVisitors",
    "analyticsOverview:topReferrers",
    "analyticsOverview:topRegion",
    "analyticsOverview:online",
    "split, hashed",
    "split, hashed, 1 in 4"
  })
  public String metric = "";

  /** How far back the query looks. */
  @Param({"UNBOUNDED", "BOUNDED"})
  public String form = "";

  /** Where it runs. */
  @Param({LoadedHouse.EMBEDDED})
  public String house = "";

  private Question question = Question.all().get(0);

  /** Finds the question and loads the house, unless this JVM has it already. */
  @Setup(Level.Trial)
  public void prepare() {
    LoadedHouse.get(house);
    question =
        Question.all().stream()
            .filter(q -> q.name().equals(metric) && q.form().name().equals(form))
            .filter(q -> !q.includeAnonymous())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(metric + " " + form));
  }

  /** Runs the query and reads its whole answer. */
  @Benchmark
  public Answer ask() {
    Answer answer = LoadedHouse.get(house).ask(question);
    PeakRecorder.record(answer.peakBytes());
    return answer;
  }
}
