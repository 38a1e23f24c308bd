// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.memory.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report as one page of HTML that needs nothing else. */
public final class DemoReport {

  private final DemoResult result;

  private DemoReport(DemoResult result) {
    this.result = result;
  }

  /** The page. */
  public static String of(DemoResult result) {
    return new DemoReport(result).page();
  }

  private String page() {
    String page = template();
    for (Map.Entry<String, String> part : parts().entrySet()) {
      page = page.replace("{{" + part.getKey() + "}}", part.getValue());
    }
    return page;
  }

  private Map<String, String> parts() {
    DemoOptions options = result.options();
    boolean alone = result.houses().size() == 1;
    boolean equal = result.differences().isEmpty();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("houseCount", alone ? "one house" : "two houses");
    parts.put(
        "options",
        String.format(
            Locale.ROOT,
            "%,d users, %d events each, over %d days up to %s; seed %d",
            options.users(),
            options.eventsPerUser(),
            options.days(),
            options.now(),
            options.seed()));
    parts.put("verdictClass", equal ? "" : " bad");
    parts.put("verdict", verdict(alone, equal));
    parts.put("tiles", tiles());
    parts.put("peaks", peaks());
    parts.put("split", DemoCharts.split(answer(Question.EXACT_SPLIT)));
    parts.put("countries", DemoCharts.countries(answer("loadUsersByCountry")));
    parts.put("table", table());
    SampleError error = result.sampleError();
    parts.put(
        "sample",
        String.format(
            Locale.ROOT,
            "mean error %.2f %%, worst %.2f %%; expected &radic;(3/n) = %.2f %%",
            error.meanPercent(),
            error.maxPercent(),
            error.expectedPercent()));
    parts.put("guard", DemoCharts.escape(result.guard()));
    parts.put(
        "stable",
        result.unstablePeaks().isEmpty()
            ? "the same in both runs of every query"
            : DemoCharts.escape(String.join("; ", result.unstablePeaks())));
    return parts;
  }

  private String verdict(boolean alone, boolean equal) {
    if (alone) {
      return "Run on the embedded house alone; give a ClickHouse to compare with";
    }
    if (equal) {
      return "Both houses agree in every cell of " + result.answers().size() + " answers";
    }
    return "Different answers: " + DemoCharts.escape(String.join("; ", result.differences()));
  }

  private @Nullable Answer answer(String name) {
    return result.answer(0, name, Question.Form.BOUNDED);
  }

  private String tiles() {
    StringBuilder tiles = new StringBuilder();
    for (int house = 0; house < result.houses().size(); house++) {
      DemoResult.Totals before = result.totals(house, Question.Form.UNBOUNDED);
      DemoResult.Totals after = result.totals(house, Question.Form.BOUNDED);
      String name = result.houses().get(house);
      tile(
          tiles,
          name + ": sum of peaks",
          ByteSize.text(after.peakBytes()),
          "from "
              + ByteSize.text(before.peakBytes())
              + ", "
              + factor(before.peakBytes(), after.peakBytes()));
      tile(
          tiles,
          name + ": the page's time",
          millis(after.nanos()) + " ms",
          "from "
              + millis(before.nanos())
              + " ms, slowest "
              + millis(after.slowestNanos())
              + " ms");
    }
    return tiles.toString();
  }

  private static void tile(StringBuilder tiles, String name, String value, String note) {
    tiles
        .append("<div class=\"card\"><div class=\"tile-name\">")
        .append(DemoCharts.escape(name))
        .append("</div><div class=\"tile-value\">")
        .append(value)
        .append("</div><div class=\"tile-note\">")
        .append(note)
        .append("</div></div>\n");
  }

  private String peaks() {
    StringBuilder cards = new StringBuilder();
    for (int house = 0; house < result.houses().size(); house++) {
      cards
          .append("<section class=\"card\"><h2>Peak memory, ")
          .append(DemoCharts.escape(result.houses().get(house)))
          .append("</h2><p>What each query held at most</p><div class=\"legend\"><span>")
          .append("<i class=\"before\"></i>unbounded</span><span><i class=\"after\"></i>bounded")
          .append("</span></div>")
          .append(DemoCharts.peaks(result, house))
          .append("</section>\n");
    }
    return cards.toString();
  }

  private String table() {
    StringBuilder html = new StringBuilder("<table><thead><tr><th>metric</th><th>rows</th>");
    for (String house : result.houses()) {
      String name = DemoCharts.escape(house);
      html.append("<th>").append(name).append(" ms</th><th>peak</th><th>bounded</th>");
      html.append("<th>factor</th>");
    }
    html.append("</tr></thead><tbody>");
    for (String name : result.names()) {
      Answer any = answer(name);
      html.append("<tr><td>").append(DemoCharts.escape(name)).append("</td><td>");
      html.append(any == null ? 0 : any.rows().size()).append("</td>");
      for (int house = 0; house < result.houses().size(); house++) {
        cells(html, house, name);
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private void cells(StringBuilder html, int house, String name) {
    Answer before = result.answer(house, name, Question.Form.UNBOUNDED);
    Answer after = result.answer(house, name, Question.Form.BOUNDED);
    String times =
        (before == null ? "" : millis(before.nanos()) + " &rarr; ")
            + (after == null ? "" : millis(after.nanos()));
    html.append("<td>").append(times).append("</td><td>");
    html.append(before == null ? "" : ByteSize.text(before.peakBytes())).append("</td><td>");
    html.append(after == null ? "" : ByteSize.text(after.peakBytes())).append("</td><td>");
    html.append(
        before == null || after == null ? "" : factor(before.peakBytes(), after.peakBytes()));
    html.append("</td>");
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, nanos < 10_000_000 ? "%.1f" : "%.0f", nanos / 1e6);
  }

  private static String factor(long before, long after) {
    return after == 0 ? "-" : String.format(Locale.ROOT, "%.1f&times;", before / (double) after);
  }

  private static String template() {
    try (InputStream in = DemoReport.class.getResourceAsStream("/io/twinhouse/demo/report.html")) {
      if (in == null) {
        throw new IllegalStateException("report.html is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
