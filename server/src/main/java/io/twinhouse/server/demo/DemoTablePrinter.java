// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.memory.ByteSize;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints a result as one table for a terminal. */
public final class DemoTablePrinter {

  private final PrintStream out;

  public DemoTablePrinter(PrintStream out) {
    this.out = out;
  }

  /** Prints the table, the sums, and what else the run found. */
  public void print(DemoResult result) {
    List<List<String>> lines = new ArrayList<>();
    List<String> title = new ArrayList<>(List.of("metric", "rows"));
    List<String> units = new ArrayList<>(List.of("", ""));
    for (String house : result.houses()) {
      title.addAll(List.of(house, "", "", ""));
      units.addAll(List.of("ms", "peak before", "-> after", "factor"));
    }
    lines.add(title);
    lines.add(units);
    for (String name : result.names()) {
      lines.add(line(result, name));
    }
    print(lines);
    out.println();
    sums(result);
    notes(result);
  }

  private static List<String> line(DemoResult result, String name) {
    List<String> line = new ArrayList<>();
    line.add(name.replace("analyticsOverview:", ""));
    Answer any = result.answer(0, name, Question.Form.BOUNDED);
    line.add(any == null ? "" : Integer.toString(any.rows().size()));
    for (int house = 0; house < result.houses().size(); house++) {
      Answer before = result.answer(house, name, Question.Form.UNBOUNDED);
      Answer after = result.answer(house, name, Question.Form.BOUNDED);
      line.add(millis(before) + " -> " + millis(after));
      line.add(peak(before));
      line.add(peak(after));
      line.add(
          before == null || after == null ? "" : factor(before.peakBytes(), after.peakBytes()));
    }
    return line;
  }

  private void sums(DemoResult result) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of("the page's ten", "form", "sum of peaks", "slowest", "sum of times", "bytes read"));
    for (int house = 0; house < result.houses().size(); house++) {
      DemoResult.Totals before = result.totals(house, Question.Form.UNBOUNDED);
      DemoResult.Totals after = result.totals(house, Question.Form.BOUNDED);
      lines.add(totals(result.houses().get(house), "unbounded", before));
      lines.add(totals("", "bounded", after));
      lines.add(
          List.of(
              "",
              "factor",
              factor(before.peakBytes(), after.peakBytes()),
              factor(before.slowestNanos(), after.slowestNanos()),
              factor(before.nanos(), after.nanos()),
              factor(before.readBytes(), after.readBytes())));
    }
    print(lines);
  }

  private static List<String> totals(String house, String form, DemoResult.Totals totals) {
    return List.of(
        house,
        form,
        ByteSize.text(totals.peakBytes()),
        ms(totals.slowestNanos()) + " ms",
        ms(totals.nanos()) + " ms",
        ByteSize.text(totals.readBytes()));
  }

  private void notes(DemoResult result) {
    SampleError error = result.sampleError();
    out.printf(
        Locale.ROOT,
        "%nSplit of 1 in %d users: mean error %.2f %%, worst %.2f %%; expected sqrt(3/n) %.2f %%%n",
        Question.SAMPLE,
        error.meanPercent(),
        error.maxPercent(),
        error.expectedPercent());
    out.println("A metric without a window: " + result.guard());
    out.println(
        result.unstablePeaks().isEmpty()
            ? "Peaks of the embedded house: the same in both runs"
            : "Peaks that did not repeat: " + result.unstablePeaks());
    if (result.houses().size() > 1) {
      out.println(
          result.differences().isEmpty()
              ? "Both houses agree in every cell of " + result.answers().size() + " answers"
              : "DIFFERENT ANSWERS:");
    }
    result.differences().forEach(difference -> out.println("  " + difference));
  }

  private void print(List<List<String>> lines) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String pad = " ".repeat(widths[i] - line.get(i).length());
        text.append(i == 0 ? line.get(i) + pad : "  " + pad + line.get(i));
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private static String millis(@Nullable Answer answer) {
    return answer == null ? "-" : ms(answer.nanos());
  }

  private static String ms(long nanos) {
    double millis = nanos / 1e6;
    return String.format(Locale.ROOT, millis < 10 ? "%.1f" : "%.0f", millis);
  }

  private static String peak(@Nullable Answer answer) {
    return answer == null ? "" : ByteSize.text(answer.peakBytes());
  }

  private static String factor(long before, long after) {
    return after == 0 ? "-" : String.format(Locale.ROOT, "%.1fx", before / (double) after);
  }
}
