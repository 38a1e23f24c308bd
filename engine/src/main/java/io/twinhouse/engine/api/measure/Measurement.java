// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api.measure;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.exec.PeakEstimate;
import io.twinhouse.engine.exec.task.OperatorFigure;
import io.twinhouse.engine.exec.task.Quantity;
import io.twinhouse.engine.exec.task.QueryContext;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.ScanCounters;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of EXPLAIN ANALYZE and EXPLAIN ESTIMATE, as plans that yield them. */
public final class Measurement {

  public static final Schema ANALYSIS = Schema.of(new Field("explain", StringType.INSTANCE));

  /** The whole query first, under the name Query, then each operator under its indented name. */
  public static final Schema ESTIMATE =
      Schema.of(
          new Field("operator", StringType.INSTANCE),
          new Field("rows", IntegerType.UINT64),
          new Field("peak_memory", IntegerType.UINT64));

  private Measurement() {}

  /** What a finished query did. */
  public static QueryPlan analysis(QueryContext query) {
    ScanCounters read = query.counters();
    List<String> lines = new ArrayList<>();
    lines.add("Query summary:");
    lines.add("  Time:        " + millis(query.elapsedNanos()));
    lines.add(
        "  Read:        "
            + Quantity.count(read.rows())
            + " rows, "
            + Quantity.bytes(read.bytes())
            + (" (" + read.granules() + " granules of " + read.parts() + " parts)"));
    lines.add("  Peak memory: " + Quantity.bytes(query.memory().peakBytes()));
    lines.add("Output: " + (query.figures().isEmpty() ? 0 : query.figures().get(0).rows()));
    long worked = query.figures().stream().mapToLong(OperatorFigure::nanos).sum();
    for (OperatorFigure figure : query.figures()) {
      lines.add("  ".repeat(figure.depth()) + figure.operator());
      lines.add("  ".repeat(figure.depth()) + "  " + text(figure, worked));
    }
    Column texts = BytesColumn.ofStrings(lines.toArray(String[]::new));
    return plan(ANALYSIS, Batch.of(lines.size(), texts));
  }

  private static String text(OperatorFigure figure, long worked) {
    return String.format(
        Locale.ROOT,
        "rows %d, peak %s, time %s (%.1f%%)",
        figure.rows(),
        Quantity.bytes(figure.peakBytes()),
        millis(figure.nanos()),
        100.0 * figure.nanos() / Math.max(1, worked));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  public static QueryPlan estimate(PeakEstimate estimate) {
    int count = 1 + estimate.operators().size();
    String[] names = new String[count];
    long[] rows = new long[count];
    long[] bytes = new long[count];
    names[0] = "Query";
    rows[0] = estimate.operators().isEmpty() ? 0 : estimate.operators().get(0).rows();
    bytes[0] = estimate.peakBytes();
    for (int i = 1; i < count; i++) {
      PeakEstimate.Part part = estimate.operators().get(i - 1);
      names[i] = "  ".repeat(part.depth() + 1) + part.operator();
      rows[i] = part.rows();
      bytes[i] = part.peakBytes();
    }
    Batch batch =
        Batch.of(
            count,
            BytesColumn.ofStrings(names),
            LongColumn.of(rows, count, null),
            LongColumn.of(bytes, count, null));
    return plan(ESTIMATE, batch);
  }

  private static QueryPlan plan(Schema schema, Batch rows) {
    return new QueryPlan(new PlanNode.Values(schema, rows), List.of());
  }
}
