// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inserts that end in the middle: both servers refuse them with the same code and keep no row. */
@RequiresClickHouse
final class CutRequestsTest {

  private static final Pattern ANSWER = Pattern.compile("HTTP/1.1 (\\d+).*Code: (\\d+)\\.");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp server;
  private final Twinhouse engine = Twinhouse.open("arrow:memory:");
  private final HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT);

  CutRequestsTest(ClickHouseHttp server) {
    this.server = server;
  }

  @BeforeEach
  void start() {
    engine.execute("CREATE DATABASE `" + server.database() + "`");
  }

  @AfterEach
  void stop() {
    endpoint.close();
    engine.close();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          behind a chunk,    Transfer-Encoding: chunked, '4\r\n5,a\n\r\n'
          within a chunk,    Transfer-Encoding: chunked, '9\r\n5,a\n'
          no size of a chunk,Transfer-Encoding: chunked, '4\r\n5,a\n\r\nzz\r\n'
          no end of a chunk, Transfer-Encoding: chunked, '4\r\n5,a\nXX0\r\n\r\n'
          between rows,      Content-Length: 100,        '5,a\n'
          within a row,      Content-Length: 100,        '5,a\n6'
          """)
  void aCutInsertKeepsNothing(String where, String header, String body) throws IOException {
    String head =
        "POST /?query=INSERT+INTO+%s.cut+FORMAT+CSV HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Connection: close\r\n"
            + "%s\r\n\r\n"
            + "%s";
    String request = head.formatted(server.database(), header, body);
    assertThat(refusal(endpoint.uri(), request))
        .as(where)
        .isEqualTo(refusal(server.url(), request));
  }

  @ParameterizedTest
  @CsvSource({"Content-Length: 100,'SELECT'", "Transfer-Encoding: chunked,'7\r\nSELECT \r\n'"})
  void aCutQueryIsAnswered(String header, String body) throws IOException {
    String request =
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n\r\n%s".formatted(header, body);
    assertThat(refusal(endpoint.uri(), request)).isEqualTo(refusal(server.url(), request));
  }

  /** Status and code that the request is answered with, and the rows that are left of it. */
  private String refusal(URI to, String request) throws IOException {
    String table = server.database() + ".cut";
    send(to, post("DROP TABLE IF EXISTS " + table));
    send(to, post("CREATE TABLE " + table + " (id UInt32, s String) ENGINE = Memory"));
    Matcher answer = ANSWER.matcher(send(to, request).replaceAll("\\s+", " "));
    String rows = send(to, post("SELECT 'rows', count() FROM " + table));
    return (answer.find() ? answer.group(1) + " " + answer.group(2) : "no answer")
        + " "
        + rows.replaceAll("(?s).*(rows\t\\d+).*", "$1");
  }

  private static String post(String sql) {
    return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(sql.length(), sql);
  }

  private static String send(URI to, String request) throws IOException {
    try (Socket socket = new Socket(to.getHost(), to.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
