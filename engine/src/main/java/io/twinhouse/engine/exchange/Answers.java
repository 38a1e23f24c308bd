// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers as JSON and in all other formats of ClickHouse, as its HTTP endpoint writes them.
 *
 * <pre>{@code
 * try (QueryResult result = engine.query("SELECT 1 AS a, ['x', 'y'] AS b")) {
 *   String json = Answers.text(result, "JSONEachRow");
 * }
 * }</pre>
 */
public final class Answers {

  private Answers() {}

  /**
   * The rows that are left, as text in a format such as {@code JSON}, {@code JSONEachRow} or {@code
   * CSVWithNames}; all of it is held.
   *
   * @throws TwinhouseException UNKNOWN_FORMAT
   */
  public static String text(QueryResult result, String format) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      write(result, format, text);
    } catch (IOException impossible) {
      throw new TwinhouseException(
          ErrorCode.LOGICAL_ERROR, "Memory refused to be written to", impossible);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes the rows that are left, a batch at a time.
   *
   * @param out flushed, not closed
   * @return how many rows
   */
  public static long write(QueryResult result, String format, OutputStream out) throws IOException {
    ResultWriter writer =
        result.writer(Formats.output(format), new FormatSettings(result.settings().changed()), out);
    long rows = 0;
    for (Batch batch = result.next(); batch != null; batch = result.next()) {
      writer.write(batch);
      rows += batch.rows();
    }
    Batch totals = result.totals();
    if (totals != null) {
      writer.totals(totals);
    }
    QueryStatistics figures = result.statistics();
    writer.end(
        new ResultFigures(
            figures.elapsedNanos(),
            figures.readRows(),
            figures.readBytes(),
            figures.rowsBeforeLimit()));
    out.flush();
    return rows;
  }
}
