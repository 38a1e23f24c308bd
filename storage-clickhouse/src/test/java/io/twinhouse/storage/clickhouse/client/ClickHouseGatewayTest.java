// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@RequiresClickHouse
final class ClickHouseGatewayTest {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp http;
  private final ClickHouseGateway gateway;

  ClickHouseGatewayTest(ClickHouseHttp http) {
    this.http = http;
    this.gateway = connect("max_threads=2");
  }

  private ClickHouseGateway connect(String options) {
    return ClickHouseGateway.connect(
        Endpoint.parse("clickhouse:" + http.url() + "/" + http.database() + "?" + options));
  }

  @AfterEach
  void close() {
    gateway.close();
    gateway.close();
  }

  @Test
  void answersWithANativeStream() throws IOException {
    try (Answer answer = gateway.query(Request.of("SELECT 'x' AS c"))) {
      assertThat(new String(answer.body().readAllBytes(), StandardCharsets.ISO_8859_1))
          .isEqualTo("\1\0\2\377\377\377\377\0\1\1\1c\6String\1x");
      assertThat(answer.summary().resultRows()).isEqualTo(1);
    }
  }

  @Test
  void parametersMeanTheirPlainText() {
    String awkward = "tab\t newline\n quote' backslash\\ Grüße & = % +";
    String sql = "SELECT throwIf({p:String} != unhex({h:String}), 'differs')";
    StringBuilder hex = new StringBuilder();
    for (byte b : awkward.getBytes(StandardCharsets.UTF_8)) {
      hex.append(String.format("%02X", b));
    }
    gateway.execute(Request.of(sql).withParameters(Map.of("p", awkward, "h", hex.toString())));
  }

  /** As literals of SQL, for the server takes no escapes around the quoted texts within. */
  @Test
  void parametersOfContainersKeepTheirEscapes() {
    Map<String, String> texts =
        Map.of(
            "Array(String)", "['it\\'s', 'a\\\\b', 'c\\n']",
            "Nullable(Tuple(String, UInt8))", "('it\\'s', 1)",
            "Map(String, Array(String))", "{'a\\\\b': ['it\\'s']}");
    texts.forEach(
        (type, text) -> {
          String literal = text.startsWith("{") ? "map('a\\\\b', ['it\\'s'])" : text;
          gateway.execute(
              Request.of("SELECT throwIf(NOT ({p:" + type + "} = " + literal + "), 'differs')")
                  .withParameters(Map.of("p", text)));
        });
  }

  @Test
  void theRequestsSettingsWinOverTheEndpoints() {
    gateway.execute(Request.of("SELECT throwIf(getSetting('max_threads') != 2)"));
    gateway.execute(
        Request.of("SELECT throwIf(getSetting('max_threads') != 1)")
            .withSettings(Map.of("max_threads", "1")));
  }

  @Test
  void theReportedPeakIsTheQueryLogsAndRepeats() {
    String sql = "SELECT number % 100000 AS k, count() FROM numbers(1000000) GROUP BY k";
    Request request = Request.of(sql).withSettings(Map.of("max_threads", "1"));
    long first = gateway.execute(request).peakMemoryBytes();
    Request again = Request.of(sql).withSettings(Map.of("max_threads", "1"));
    assertThat(gateway.execute(again).peakMemoryBytes()).isEqualTo(first).isGreaterThan(1 << 20);
    http.query("SYSTEM FLUSH LOGS");
    assertThat(
            http.query(
                "SELECT memory_usage FROM system.query_log WHERE type = 'QueryFinish' AND query_id"
                    + " = '"
                    + request.queryId()
                    + "'"))
        .isEqualTo(first + "\n");
  }

  @Test
  void aServersErrorKeepsItsNumberNameAndText() {
    TwinhouseException error = failure("SELECT * FROM no_such_table");
    assertThat(error.is(ErrorCode.UNKNOWN_TABLE)).isTrue();
    assertThat(error.codeName()).isEqualTo("UNKNOWN_TABLE");
    assertThat(error.getMessage())
        .isEqualTo(
            "Unknown table expression identifier 'no_such_table' in scope SELECT * FROM"
                + " no_such_table");
  }

  @Test
  void anErrorAfterTheFirstRowsKeepsItsNumberToo() {
    assertThat(
            failure("SELECT throwIf(number = 900000, 'no (A) b') FROM numbers(1000000)").number())
        .isEqualTo(395);
  }

  @Test
  void aQueryThatRanOutOfMemoryIsNotSentAgain() {
    Request request =
        Request.of("SELECT groupArray(number) FROM numbers(10000000)")
            .withSettings(Map.of("max_memory_usage", "5000000"));
    TwinhouseException error =
        catchThrowableOfType(TwinhouseException.class, () -> gateway.execute(request));
    assertThat(error.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)).isTrue();
    http.query("SYSTEM FLUSH LOGS");
    assertThat(
            http.query(
                "SELECT count() FROM system.query_log WHERE type != 'QueryStart' AND query_id = '"
                    + request.queryId()
                    + "'"))
        .isEqualTo("1\n");
  }

  @Test
  void sendsRowsToQuotedNames() {
    http.query("CREATE TABLE `in sert` (`a b` String, n UInt8 DEFAULT 7) ENGINE = Memory");
    byte[] block = "\1\1\3a b\6String\1x".getBytes(StandardCharsets.ISO_8859_1);
    Summary summary =
        gateway.insert(
            "`in sert`",
            List.of("`a b`"),
            Request.of(""),
            Repetition.UNSAFE,
            out -> out.write(block));
    assertThat(summary.writtenRows()).isEqualTo(1);
    assertThat(http.query("SELECT * FROM `in sert`")).isEqualTo("x\t7\n");
  }

  @Test
  void aFailureOfTheBodyAbandonsTheInsert() {
    http.query("CREATE TABLE abandoned (s String) ENGINE = Memory");
    TwinhouseException own = new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "a value is wrong");
    TwinhouseException error =
        catchThrowableOfType(
            TwinhouseException.class,
            () ->
                gateway.insert(
                    "abandoned",
                    List.of(),
                    Request.of(""),
                    Repetition.UNSAFE,
                    out -> {
                      throw own;
                    }));
    assertThat(error).isSameAs(own);
    assertThat(http.query("SELECT count() FROM abandoned")).isEqualTo("0\n");
  }

  @Test
  void cancelsARunningQuery() throws Exception {
    String id = UUID.randomUUID().toString();
    String sql = "SELECT sum(sleepEachRow(0.05)) FROM numbers(1000) SETTINGS max_block_size = 1";
    var running =
        java.util.concurrent.CompletableFuture.supplyAsync(
            () ->
                catchThrowableOfType(
                    TwinhouseException.class,
                    () -> gateway.execute(new Request(sql, "", Map.of(), Map.of(), id))));
    while (http.query("SELECT 1 FROM system.processes WHERE query_id = '" + id + "'").isEmpty()) {
      Thread.sleep(20);
    }
    gateway.cancel(id);
    assertThat(running.get().is(ErrorCode.QUERY_WAS_CANCELLED)).isTrue();
  }

  @Test
  void tellsASilentServerFromOneThatIsNotThere() throws IOException {
    try (ServerSocket silent = new ServerSocket(0);
        ClickHouseGateway line =
            ClickHouseGateway.connect(
                Endpoint.parse(
                    "clickhouse:http://127.0.0.1:"
                        + silent.getLocalPort()
                        + "?socket_timeout=1"))) {
      TwinhouseException error =
          catchThrowableOfType(
              TwinhouseException.class, () -> line.execute(Request.of("SELECT 1")));
      assertThat(error.is(ErrorCode.SOCKET_TIMEOUT)).as(error.toString()).isTrue();
    }
    int closedPort;
    try (ServerSocket free = new ServerSocket(0)) {
      closedPort = free.getLocalPort();
    }
    try (ClickHouseGateway line =
        ClickHouseGateway.connect(Endpoint.parse("clickhouse:http://127.0.0.1:" + closedPort))) {
      TwinhouseException error =
          catchThrowableOfType(
              TwinhouseException.class, () -> line.execute(Request.of("SELECT 1")));
      assertThat(error.is(ErrorCode.NETWORK_ERROR)).isTrue();
      assertThat(error.getMessage()).contains("127.0.0.1:" + closedPort);
    }
  }

  @Test
  void aWrongPasswordIsTheServersError() {
    try (ClickHouseGateway line = connect("user=nobody&password=wrong")) {
      TwinhouseException error =
          catchThrowableOfType(
              TwinhouseException.class, () -> line.execute(Request.of("SELECT 1")));
      assertThat(error.is(ErrorCode.AUTHENTICATION_FAILED)).as(error.toString()).isTrue();
    }
  }

  private TwinhouseException failure(String sql) {
    return catchThrowableOfType(TwinhouseException.class, () -> gateway.execute(Request.of(sql)));
  }
}
