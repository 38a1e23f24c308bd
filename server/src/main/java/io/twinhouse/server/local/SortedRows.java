// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a result as texts, one after the other; the first column is the key. */
final class SortedRows {

  private final QueryResult result;
  private String[] lines = new String[0];
  private int at = -1;
  private long count;

  SortedRows(QueryResult result) {
    this.result = result;
  }

  /** Goes to the next row; returns whether there is one. */
  boolean next() throws IOException {
    at++;
    while (at >= lines.length) {
      Batch batch = result.next();
      if (batch == null) {
        return false;
      }
      lines = texts(batch);
      at = 0;
    }
    count++;
    return true;
  }

  private String[] texts(Batch batch) throws IOException {
    if (batch.rows() == 0) {
      return new String[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultWriter writer =
        Formats.output("TSV").writer(result.schema(), FormatSettings.DEFAULT, out);
    writer.write(batch);
    writer.end(new ResultFigures(0, 0, 0, -1));
    return out.toString(StandardCharsets.UTF_8).split("\n");
  }

  String key() {
    int end = lines[at].indexOf('\t');
    return end < 0 ? lines[at] : lines[at].substring(0, end);
  }

  /** The cells behind the key. */
  List<String> cells() {
    List<String> cells = List.of(lines[at].split("\t", -1));
    return cells.subList(1, cells.size());
  }

  boolean hasSameCells(SortedRows other) {
    return lines[at].equals(other.lines[other.at]);
  }

  /** Rows seen. */
  long count() {
    return count;
  }
}
