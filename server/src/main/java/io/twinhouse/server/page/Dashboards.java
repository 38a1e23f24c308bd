// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.page;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricAnswer;
import io.twinhouse.engine.metrics.MetricPage;
import io.twinhouse.engine.metrics.PageResult;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.server.metrics.PlatformMetrics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The example pages of metrics, run on an engine and told as JSON. Thread-safe. */
public final class Dashboards {

  private static final String PATH = "/page/dashboards/";
  private static final int DAYS = 30;

  private final Twinhouse engine;

  public Dashboards(Twinhouse engine) {
    this.engine = engine;
  }

  /**
   * The answers of the page at a path, {@code /page/dashboards/internal} or {@code .../platform}.
   *
   * @param parameters projectId, branchId, includeAnonymous and today (a date), as far as wanted
   * @throws TwinhouseException BAD_ARGUMENTS for a day that is none
   */
  public Optional<PageFile> find(String path, Map<String, String> parameters) {
    if (!path.startsWith(PATH)) {
      return Optional.empty();
    }
    return switch (path.substring(PATH.length())) {
      case "internal" ->
          Optional.of(run(MetricPage.of("internal", InternalMetrics.page(engine)), parameters, 1));
      case "platform" -> Optional.of(run(PlatformMetrics.page(engine), parameters, 0));
      default -> Optional.empty();
    };
  }

  /** The moment that live users are counted at: now, or the end of a day that is over. */
  private String now(LocalDate today) {
    String sql = "SELECT toString(now64(3, 'UTC'))";
    try (QueryResult result = engine.query(sql)) {
      String now = String.valueOf(result.rows().get(0).get(0));
      return now.startsWith(today.toString()) ? now : today + " 23:59:59.999";
    }
  }

  /**
   * @param earlier days before the thirtieth that the window begins
   */
  private PageFile run(MetricPage page, Map<String, String> parameters, int earlier) {
    LocalDate today = day(parameters.getOrDefault("today", ""));
    Map<String, String> values = new LinkedHashMap<>();
    values.put("projectId", parameters.getOrDefault("projectId", ""));
    values.put("branchId", parameters.getOrDefault("branchId", "main"));
    values.put("includeAnonymous", parameters.getOrDefault("includeAnonymous", "0"));
    LocalDate since = today.minusDays(DAYS - 1 + earlier);
    values.put("since", since + " 00:00:00");
    values.put("priorSince", since.minusDays(DAYS) + " 00:00:00");
    values.put("until", today.plusDays(1) + " 00:00:00");
    values.put("now", now(today));
    values
        .keySet()
        .removeIf(key -> page.metrics().stream().noneMatch(m -> m.parameters().containsKey(key)));
    PageResult result = page.run(engine, values);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("page", result.page());
    document.put("since", since.toString());
    document.put("today", today.toString());
    document.put("elapsedMillis", result.elapsedNanos() / 1e6);
    document.put("sumOfPeaks", result.sumOfPeaks());
    document.put("maxPeak", result.maxPeak());
    document.put("metrics", result.answers().stream().map(Dashboards::metric).toList());
    byte[] json = Json.of(document).getBytes(StandardCharsets.UTF_8);
    return new PageFile("application/json; charset=UTF-8", json);
  }

  private static LocalDate day(String text) {
    try {
      return text.isEmpty() ? LocalDate.now(java.time.ZoneOffset.UTC) : LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "today is '" + text + "'; write a date as 2026-01-31");
    }
  }

  private static Map<String, Object> metric(MetricAnswer answer) {
    Metric metric = answer.metric();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", metric.name());
    told.put("about", metric.description());
    told.put("approximate", answer.isApproximate());
    told.put("peak", answer.peakMemoryBytes());
    told.put("millis", answer.elapsedNanos() / 1e6);
    told.put("notes", answer.notes().stream().map(Note::text).toList());
    Schema schema = answer.schema();
    told.put("columns", schema == null ? List.of() : schema.names());
    told.put("rows", answer.rows());
    TwinhouseException failure = answer.failure();
    if (failure != null) {
      told.put("error", failure.toClickHouseText());
    }
    return told;
  }
}
