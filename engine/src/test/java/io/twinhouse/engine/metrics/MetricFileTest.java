// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MetricFileTest {

  private static final String GOOD =
      """
      -- metric: dailyUsers
      -- about: Users of a day.
      -- parameter: since DateTime64(3, 'UTC')
      -- parameter: until DateTime64(3, 'UTC')
      -- window: event_at since until
      -- distinct: hashed
      -- sample: user_id 4
      -- guard: warn
      -- memory budget: 1000000
      SELECT uniqExact(user_id)
      FROM events
      """;

  @Test
  void readsEveryHeader() {
    Metric metric = MetricFile.parse("dailyUsers.sql", GOOD);
    assertThat(metric.name()).isEqualTo("dailyUsers");
    assertThat(metric.description()).isEqualTo("Users of a day.");
    assertThat(metric.parameters()).containsOnlyKeys("since", "until");
    assertThat(metric.window()).isEqualTo(new MetricWindow("event_at", "since", "until"));
    assertThat(metric.distinct()).isEqualTo(DistinctMode.HASHED);
    assertThat(metric.sample()).isEqualTo(new MetricSample("user_id", 4));
    assertThat(metric.guard()).isEqualTo(Rewrites.Guard.WARN);
    assertThat(metric.memoryBudgetBytes()).isEqualTo(1_000_000);
    assertThat(metric.sql()).isEqualTo("SELECT uniqExact(user_id)\nFROM events");
  }

  @Test
  void readsTheSwitchesOfRewrites() {
    assertThat(MetricFile.parse("f.sql", GOOD).shared()).isFalse();
    assertThat(MetricFile.parse("f.sql", GOOD).latest()).isEqualTo(Rewrites.Latest.FINAL);
    String switched = "-- guard: warn\n-- shared: on\n-- latest: arg_max\n";
    Metric metric = MetricFile.parse("f.sql", GOOD.replace("-- guard: warn\n", switched));
    assertThat(metric.shared()).isTrue();
    assertThat(metric.latest()).isEqualTo(Rewrites.Latest.ARG_MAX);
  }

  @Test
  void saysAllProblemsAtOnceWithFileAndLine() {
    String bad =
        GOOD.replace("since until\n", "since\n")
            .replace("hashed", "guessed")
            .replace("user_id 4", "user_id four")
            .replace("guard:", "guards:");
    assertThatThrownBy(() -> MetricFile.parse("bad.sql", bad))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("bad.sql:5: expected column, since and until, found 2 words")
        .hasMessageContaining("bad.sql:6: 'guessed' is none of exact, hashed")
        .hasMessageContaining("bad.sql:7: 'four' is no number")
        .hasMessageContaining("bad.sql:8: there is no header 'guards'")
        .hasMessageContaining(
            "bad.sql:10: Metric dailyUsers: nothing uses parameter [since, until]");
  }

  @Test
  void aFileMustBeginWithItsName() {
    assertThatThrownBy(() -> MetricFile.parse("nameless.sql", "SELECT 1"))
        .hasMessage("nameless.sql:1: 'SELECT 1' must be '-- metric: name'");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> MetricFile.load(MetricFileTest.class, "/none/", List.of("x")))
        .hasMessage("There is no metric file /none/x.sql on the class path");
  }

  @Test
  void aPageNeedsMetricsOfDifferentNames() {
    Metric metric = MetricFile.parse("dailyUsers.sql", GOOD);
    assertThatThrownBy(() -> MetricPage.of("p", List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> MetricPage.of("p", List.of(metric, metric)))
        .hasMessage("Page p: two metrics are called 'dailyUsers'");
  }
}
