// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Some hundred requests over routes, methods, parameters, settings, formats, errors, credentials,
 * encodings and sessions, sent to both servers one after the other: the answers are alike.
 */
@RequiresClickHouse
final class RequestReplayTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp server;

  RequestReplayTest(ClickHouseHttp server) {
    this.server = server;
  }

  @Test
  void everyRequestIsAnsweredAlike() throws Exception {
    List<String> different = new ArrayList<>();
    String session = "replay-" + server.database() + "-";
    URI url = server.url();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE DATABASE `" + server.database() + "`");
      for (String line : lines()) {
        RecordedRequest request = RecordedRequest.parse(line).in(server.database(), session);
        List<String> expected = request.seenAt(url);
        List<String> seen = request.seenAt(endpoint.uri());
        if (!seen.equals(expected)) {
          different.add(line + "\n  server: " + expected + "\n  ours:   " + seen);
        }
      }
    }
    assertThat(different).isEmpty();
  }

  private static List<String> lines() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(RequestReplayTest.class.getResourceAsStream("requests.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
