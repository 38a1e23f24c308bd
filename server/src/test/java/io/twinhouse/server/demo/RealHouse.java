// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The demo's tables in a database of the real server, over plain HTTP. */
final class RealHouse {

  private final ClickHouseHttp http;

  RealHouse(ClickHouseHttp http) {
    this.http = http.with("input_format_binary_read_json_as_string", 1);
  }

  void load(DemoOptions options) {
    for (String table : List.of("users", "events")) {
      http.query("DROP TABLE IF EXISTS " + table);
      http.query(resource("/io/twinhouse/demo/" + table + ".sql"));
    }
    http.query("DROP VIEW IF EXISTS live_users");
    http.query(resource("/io/twinhouse/demo/live_users.sql"));
    fill("events", DemoTable.EVENTS, sink -> DemoTable.events(options, sink));
    fill("users", DemoTable.USERS, sink -> DemoTable.users(options, sink));
  }

  List<List<String>> query(String sql, Map<String, String> parameters) {
    ClickHouseHttp with = http;
    for (var parameter : parameters.entrySet()) {
      with = with.withParameter(parameter.getKey(), parameter.getValue());
    }
    return with.rows(sql).rows();
  }

  private void fill(String table, Schema schema, Consumer<Consumer<Batch>> source) {
    List<Batch> batches = new ArrayList<>();
    source.accept(batches::add);
    for (Batch batch : batches) {
      http.insert(
          "INSERT INTO " + table + " (" + String.join(", ", schema.names()) + ") FORMAT RowBinary",
          bytes(schema, batch));
    }
  }

  private static byte[] bytes(Schema schema, Batch batch) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormatSettings settings =
        new FormatSettings(Map.of("output_format_binary_write_json_as_string", "1"));
    try {
      ResultWriter writer = Formats.output("RowBinary").writer(schema, settings, out);
      writer.write(batch);
      writer.end(new ResultFigures(0, 0, 0, -1));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String resource(String name) {
    try (InputStream in = RealHouse.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
