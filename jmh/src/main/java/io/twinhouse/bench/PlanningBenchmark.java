// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.frontend.SqlFrontend;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.setting.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.ServiceLoader;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Text to plan of a dashboard's query of forty lines, before anything is read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
@Fork(0)
public class PlanningBenchmark {

  private static final String TABLE =
      "CREATE TABLE events (event_type LowCardinality(String), event_at DateTime64(3, 'UTC'),"
          + " project_id String, branch_id String, user_id Nullable(String), country"
          + " LowCardinality(Nullable(String)), is_anonymous Nullable(UInt8)) ENGINE = MergeTree"
          + " ORDER BY (project_id, branch_id, event_at)";

  /** Whether the text is one that was planned before. */
  @Param({"fresh", "repeated"})
  public String text = "";

  private final SqlFrontend frontend =
      ServiceLoader.load(SqlFrontend.class).findFirst().orElseThrow();
  private final Twinhouse house = Twinhouse.open("arrow:memory:");
  private String query = "";
  private int number;

  /** Makes the table and reads the query. */
  @Setup(Level.Trial)
  public void prepare() throws IOException {
    house.execute(TABLE);
    try (InputStream text = PlanningBenchmark.class.getResourceAsStream("dashboard.sql")) {
      query = new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Closes the house. */
  @TearDown(Level.Trial)
  public void close() {
    house.close();
  }

  /** Parses, analyses and plans, or finds the plan. */
  @Benchmark
  public Statement plan() {
    String sql = text.equals("fresh") ? "/* " + number++ + " */ " + query : query;
    BindContext bind =
        new BindContext(
            Instant.EPOCH, ZoneOffset.UTC, "default", "default", Settings.DEFAULT::text);
    Map<String, String> month = Map.of("since", "2026-05-01", "until", "2026-06-01");
    return frontend.prepare(
        sql, new PlanningContext(house.storage(), bind, month, Map.of(), Rewrites.NONE));
  }
}
