// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.time.ZoneOffset;
import java.util.List;

/** What both houses say to a query: rows as text, or {@code error} and its code. */
final class Answers {

  private Answers() {}

  /** Whether the rows are the same, or the codes of the errors. */
  static boolean agree(String theirs, String ours) {
    return ours.equals(theirs)
        || (theirs.startsWith("error ") && ours.startsWith(theirs + " "))
        || (theirs.equals("error 48") && isRefusal(ours));
  }

  /** Whether we say that we can not do it. */
  static boolean isRefusal(String ours) {
    return ours.startsWith("error NOT_IMPLEMENTED");
  }

  static String of(ClickHouseHttp server, String sql) {
    try {
      return canonical(server.query(sql), sql);
    } catch (ClickHouseRefusal e) {
      return "error " + e.code();
    }
  }

  static String of(Twinhouse engine, String sql) {
    try (QueryResult result = engine.query(sql)) {
      TextOutput text = new TextOutput();
      List<ValueWriter> writers =
          result.schema().types().stream()
              .map(type -> ValueWriter.of(type, TextStyle.ESCAPED, ZoneOffset.UTC))
              .toList();
      for (Batch batch = result.next(); batch != null; batch = result.next()) {
        for (int row = 0; row < batch.rows(); row++) {
          for (int c = 0; c < writers.size(); c++) {
            writers.get(c).write(batch.column(c), row, text);
            text.put(c + 1 < writers.size() ? '\t' : '\n');
          }
        }
      }
      return canonical(text.toString(), sql);
    } catch (TwinhouseException e) {
      boolean refused = e.codeName().equals("NOT_IMPLEMENTED");
      return "error " + (refused ? e.codeName() : e.number()) + " " + e.getMessage();
    }
  }

  /** Rows without an order are compared as a bag. */
  private static String canonical(String rows, String sql) {
    boolean ordered = sql.contains(" LIMIT ") && !sql.startsWith("SELECT count()");
    List<String> lines = rows.lines().toList();
    return String.join("\n", ordered ? lines : lines.stream().sorted().toList());
  }
}
