// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.memory.ByteSize;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws the report's charts as HTML and SVG that take their colours from the page. */
final class DemoCharts {

  private static final int HEIGHT = 190;
  private static final int PLOT = 160;
  private static final int WIDTH = 640;
  private static final String[] LAYERS = {"new", "kept", "back"};

  private DemoCharts() {}

  /** Two bars for each metric of the page: unbounded and bounded. */
  static String peaks(DemoResult result, int house) {
    StringBuilder html = new StringBuilder("<div class=\"bars\">");
    long most = 1;
    for (String name : result.names()) {
      most = Math.max(most, peak(result.answer(house, name, Question.Form.UNBOUNDED)));
      most = Math.max(most, peak(result.answer(house, name, Question.Form.BOUNDED)));
    }
    for (String name : result.names()) {
      Answer before = result.answer(house, name, Question.Form.UNBOUNDED);
      Answer after = result.answer(house, name, Question.Form.BOUNDED);
      if (before == null || after == null) {
        continue;
      }
      html.append("<div><div class=\"bar-name\"><span>")
          .append(escape(name.replace("analyticsOverview:", "")))
          .append("</span><b>")
          .append(ByteSize.text(before.peakBytes()))
          .append(" &rarr; ")
          .append(ByteSize.text(after.peakBytes()))
          .append("</b></div>");
      bar(html, "before", before.peakBytes(), most);
      bar(html, "after", after.peakBytes(), most);
      html.append("</div>");
    }
    return html.append("</div>").toString();
  }

  private static long peak(@Nullable Answer answer) {
    return answer == null ? 0 : answer.peakBytes();
  }

  private static void bar(StringBuilder html, String kind, long value, long most) {
    html.append("<div class=\"bar ").append(kind).append("\" style=\"width:");
    html.append(String.format(Locale.ROOT, "%.2f", 100.0 * value / most)).append("%\"></div>");
  }

  /** Stacked columns, one a day: new, retained, reactivated. */
  static String split(@Nullable Answer answer) {
    if (answer == null || answer.rows().isEmpty()) {
      return "<p>No rows</p>";
    }
    List<List<String>> days = answer.rows();
    double most = days.stream().mapToDouble(day -> Double.parseDouble(day.get(1))).max().orElse(1);
    double step = WIDTH / (double) days.size();
    StringBuilder svg = new StringBuilder();
    svg.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT);
    svg.append("\" role=\"img\" aria-label=\"Users a day\">");
    line(svg, PLOT);
    for (int i = 0; i < days.size(); i++) {
      column(svg, days.get(i), i * step, step * 0.78, most);
    }
    label(svg, 0, "start", days.get(0).get(0));
    label(svg, WIDTH, "end", days.get(days.size() - 1).get(0));
    svg.append("<text x=\"0\" y=\"11\">").append(String.format(Locale.ROOT, "%,.0f", most));
    return svg.append("</text></svg>").toString();
  }

  private static void column(
      StringBuilder svg, List<String> day, double x, double width, double most) {
    double top = PLOT;
    svg.append("<g><title>").append(escape(day.get(0))).append(": ").append(escape(day.get(1)));
    svg.append(" users</title>");
    for (int layer = 0; layer < LAYERS.length; layer++) {
      double height = Double.parseDouble(day.get(2 + layer)) / most * (PLOT - 16);
      top -= height;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              LAYERS[layer],
              x,
              top,
              width,
              height));
    }
    svg.append("</g>");
  }

  private static void line(StringBuilder svg, int y) {
    svg.append("<line class=\"axis\" x1=\"0\" x2=\"").append(WIDTH).append("\" y1=\"").append(y);
    svg.append("\" y2=\"").append(y).append("\"/>");
  }

  private static void label(StringBuilder svg, int x, String anchor, String text) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(HEIGHT - 12);
    svg.append("\" text-anchor=\"").append(anchor).append("\">").append(escape(text));
    svg.append("</text>");
  }

  /** One bar a country. */
  static String countries(@Nullable Answer answer) {
    if (answer == null || answer.rows().isEmpty()) {
      return "<p>No rows</p>";
    }
    StringBuilder html = new StringBuilder("<div class=\"bars\">");
    long most = Long.parseLong(answer.rows().get(0).get(1));
    for (List<String> row : answer.rows()) {
      long users = Long.parseLong(row.get(1));
      html.append("<div><div class=\"bar-name\"><span>").append(escape(row.get(0)));
      html.append("</span><b>").append(String.format(Locale.ROOT, "%,d", users));
      html.append("</b></div>");
      bar(html, "after", users, most);
      html.append("</div>");
    }
    return html.append("</div>").toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
