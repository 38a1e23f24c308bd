// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import io.twinhouse.engine.memory.ByteSize;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Prints results of the benchmarks, one line each. */
final class BenchTable {

  private static final String LINE = "%-34s %-10s %-11s %12s %14s%n";

  private final PrintStream out;

  BenchTable(PrintStream out) {
    this.out = out;
  }

  void print(Collection<RunResult> results) {
    out.printf(Locale.ROOT, LINE, "metric", "form", "house", "time", "peak");
    for (RunResult result : results) {
      var params = result.getParams();
      Result<?> time = result.getPrimaryResult();
      Result<?> peak = result.getSecondaryResults().get(PeakMemoryProfiler.RESULT);
      out.printf(
          Locale.ROOT,
          LINE,
          params.getParam("metric"),
          params.getParam("form").toLowerCase(Locale.ROOT),
          params.getParam("house"),
          String.format(Locale.ROOT, "%.2f ms", time.getScore()),
          peak == null ? "-" : ByteSize.text(Math.round(peak.getScore())));
    }
  }
}
