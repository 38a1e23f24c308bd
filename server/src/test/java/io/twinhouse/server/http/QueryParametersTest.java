// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of {@code {p:Type}}, right and wrong ones: the answer or the code of the server. */
@RequiresClickHouse
final class QueryParametersTest {

  private final ClickHouseHttp server;

  QueryParametersTest(ClickHouseHttp server) {
    this.server = server;
  }

  /** Lines of {@code Type|text|text}, with the real character for each of our escapes. */
  static List<String> lines() throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    QueryParametersTest.class.getResourceAsStream("parameters.txt")),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void areReadAsTheServerReadsThem(String line) {
    String[] parts = line.split("\\|", -1);
    String sql = "SELECT {p:" + parts[0] + "} AS v, toTypeName(v)";
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
      for (int i = 1; i < parts.length; i++) {
        String text = parts[i].replace("<tab>", "\t").replace("<newline>", "\n");
        assertThat(answer(ours.withParameter("p", text), sql))
            .as(parts[0] + " from '" + text + "'")
            .isEqualTo(answer(server.withParameter("p", text), sql));
      }
    }
  }

  @Test
  void setKeepsThemForTheSession() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      String session = "parameters-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
      ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri()).with("session_id", session);
      ClickHouseHttp theirs = server.with("session_id", session);
      for (String sql :
          List.of(
              "SET param_x = 6, param_y = 'abc', max_threads = 2",
              "SELECT {x:UInt8}, {y:String}, getSetting('max_threads')",
              "SET param_z = [1, 2], param_t = (1, 'x'), param_x = -5, param_b = true",
              "SELECT {z:Array(UInt8)}, {t:Tuple(UInt8, String)}, {x:Int8}, {b:Bool}",
              "SELECT {x:UInt8}",
              "SET param_x = DEFAULT",
              "SELECT {x:String}",
              "SET param_ = 5",
              "SET param_n = NULL",
              "SELECT {n:String}",
              "SET param_i = 'number'",
              "SELECT {i:Identifier} FROM numbers(2)",
              "SELECT {nosuch:UInt8}")) {
        assertThat(answer(ours, sql)).as(sql).isEqualTo(answer(theirs, sql));
      }
    }
  }

  @Test
  void anIdentifierMayHaveParts() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
      String sql = "SELECT {p:Identifier} FROM numbers(2)";
      for (String name : List.of("number", "no such", "numbers.number")) {
        assertThat(answer(ours.withParameter("p", name), sql))
            .isEqualTo(answer(server.withParameter("p", name), sql));
      }
    }
  }

  private static String answer(ClickHouseHttp http, String sql) {
    try {
      return http.query(sql);
    } catch (ClickHouseRefusal refused) {
      return "refused with " + refused.code();
    } catch (UncheckedIOException broken) {
      return "no answer";
    }
  }
}
