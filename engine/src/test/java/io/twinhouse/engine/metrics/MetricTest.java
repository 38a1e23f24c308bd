// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricTest {

  private static MetricBuilder active() {
    return Metric.named("active")
        .sql(
            "SELECT uniqExact(user_id) FROM events AS e, events AS first"
                + " WHERE project_id = {project:String} -- {comment:Nonsense}")
        .parameter("project", "String")
        .parameter("since", "DateTime64(3, 'UTC')")
        .parameter("until", "DateTime64(3,'UTC')")
        .window("event_at", "since", "until");
  }

  @Test
  void turnsIntoARequestWithItsRewrites() {
    Metric metric =
        active()
            .allHistory("first")
            .distinct(DistinctMode.HASHED)
            .sampled("user_id", 4)
            .memoryBudget(1 << 20)
            .build();
    QueryRequest request =
        metric.request(Map.of("project", "p", "since", "2026-01-01", "until", "2026-02-01"));
    assertThat(request.settings()).containsEntry("max_memory_usage", "1048576");
    Rewrites rewrites = request.rewrites();
    assertThat(rewrites.window())
        .isEqualTo(
            new Rewrites.Window(
                "event_at", "{since:DateTime64(3, 'UTC')}", "{until:DateTime64(3,'UTC')}"));
    assertThat(rewrites.allHistory()).containsExactly("first");
    assertThat(rewrites.hashedDistinct()).isTrue();
    assertThat(rewrites.sample()).isEqualTo(new Rewrites.Sample("user_id", 4));
    assertThat(rewrites.guard()).isEqualTo(Rewrites.Guard.REFUSE);
  }

  @Test
  void oneInOneIsExact() {
    Metric metric = active().sampled("user_id", 1).build();
    QueryRequest request = metric.request(Map.of("project", "p", "since", "a", "until", "b"));
    assertThat(request.rewrites().sample()).isNull();
  }

  @Test
  void theUnboundedFormNeedsNoBounds() {
    Metric unbounded = active().allHistory("first").build().unbounded();
    assertThat(unbounded.parameters()).containsOnlyKeys("project");
    assertThat(unbounded.request(Map.of("project", "p")).rewrites()).isEqualTo(Rewrites.NONE);
  }

  @Test
  void refusesWhatCannotBeMeant() {
    refused(Metric.named("x y").sql("SELECT 1"), "is no name");
    refused(Metric.named("x"), "it has no query");
    refused(Metric.named("x").sql("SELECT {a:UInt8}"), "declare parameter(\"a\", \"UInt8\")");
    refused(active().parameter("project", "UInt8"), "declared UInt8 but used as String");
    refused(active().parameter("idle", "UInt8"), "nothing uses parameter [idle]");
    refused(active().parameter("since", "String"), "window bound since is String");
    refused(active().window("event_at", "from", "until"), "needs parameter(\"from\"");
    refused(active().allHistory("second"), "names no scan");
    refused(Metric.named("x").sql("SELECT 1 AS e").allHistory("e"), "there is no window");
    refused(active().sampled("user_id", 0), "oneIn >= 1");
  }

  @Test
  void refusesMissingAndUnknownValues() {
    Metric metric = active().build();
    assertThatThrownBy(() -> metric.request(Map.of("project", "p")))
        .isInstanceOf(TwinhouseException.class)
        .hasMessage(
            "Metric active: no value for [since, until]; it declares [project, since, until]");
    assertThatThrownBy(
            () ->
                metric.request(
                    Map.of("project", "p", "since", "a", "until", "b", "unti", "typing error")))
        .hasMessageContaining("declares no parameter [unti]");
  }

  @Test
  void expectsTheErrorOfASample() {
    assertThat(new MetricSample("user_id", 4).expectedError(300)).isEqualTo(0.1);
    assertThat(new MetricSample("user_id", 1).expectedError(300)).isZero();
  }

  private static void refused(MetricBuilder builder, String advice) {
    assertThatThrownBy(builder::build)
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining(advice);
  }
}
