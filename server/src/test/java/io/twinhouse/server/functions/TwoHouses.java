// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The real server and Twinhouse over the same edge table; answers as text, errors by their code.
 */
final class TwoHouses implements AutoCloseable {

  /**
   * What one house said.
   *
   * @param code the error's number, 0 for an answer
   * @param text the rows, or the error's text
   */
  record Answer(int code, String text) {
    boolean isError() {
      return code != 0;
    }

    @Override
    public String toString() {
      return isError() ? "error " + code + " " + text : text;
    }
  }

  private final ClickHouseHttp server;
  private final Twinhouse engine;

  TwoHouses(ClickHouseHttp server) {
    this.server =
        server
            .with("max_execution_time", 10)
            .with("max_memory_usage", 500_000_000)
            .with("session_timezone", "UTC");
    this.engine = Twinhouse.open("arrow:memory:");
    for (String statement : List.of(EdgeTable.ddl(), EdgeTable.insert())) {
      server.query(statement);
      engine.execute(statement);
    }
  }

  Answer theirs(String sql) {
    try {
      return new Answer(0, new String(server.bytes(sql), StandardCharsets.ISO_8859_1));
    } catch (ClickHouseRefusal e) {
      return new Answer(e.code(), e.text());
    }
  }

  Answer ours(String sql) {
    try (QueryResult result = engine.query(QueryRequest.of(sql))) {
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
      return new Answer(0, new String(text.toBytes(), StandardCharsets.ISO_8859_1));
    } catch (TwinhouseException e) {
      return new Answer(e.number(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new Answer(-1, "internal error " + e + " at " + e.getStackTrace()[0]);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
