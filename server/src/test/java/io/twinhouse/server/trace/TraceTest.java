// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each request of {@link TraceRequests} is answered as {@code trace.txt} says that the real server
 * did: a line for the connection, then one for each answer.
 *
 * <p>To record it anew: {@code -Dtwinhouse.trace.server=http://127.0.0.1:8123
 * -Dtwinhouse.trace.file=trace.txt}, with a server that may be written to.
 */
final class TraceTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static void fresh(URI server) throws IOException {
    for (String sql : TraceRequests.SET_UP) {
      WireAnswer.of(server, WireRequest.of(WireRequest.message("POST", "/", sql)));
    }
  }

  @Test
  void everyRequestIsAnsweredAsInTheRecord() throws Exception {
    List<String> record = recorded();
    List<WireRequest> requests = TraceRequests.all();
    assertThat(requests).hasSizeGreaterThan(300);
    List<String> different = new ArrayList<>();
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      fresh(endpoint.uri());
      Iterator<String> lines = record.iterator();
      for (WireRequest request : requests) {
        assertThat(lines.next()).as("record it anew").isEqualTo("> " + request.line());
        for (String seen : WireAnswer.of(endpoint.uri(), request)) {
          String expected = lines.next();
          if (!expected.equals("< " + seen)) {
            different.add("> " + request.line() + "\n" + expected + "\n= " + seen);
          }
        }
      }
    }
    assertThat(different).as(different.size() + " different").isEmpty();
  }

  private static List<String> recorded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TraceTest.class.getResourceAsStream("trace.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "twinhouse.trace.file", matches = ".+")
  void record() throws Exception {
    URI server = URI.create(System.getProperty("twinhouse.trace.server"));
    List<String> lines = new ArrayList<>();
    fresh(server);
    for (WireRequest request : TraceRequests.all()) {
      lines.add("> " + request.line());
      WireAnswer.of(server, request).forEach(answer -> lines.add("< " + answer));
    }
    Files.write(
        Path.of(System.getProperty("twinhouse.trace.file")), lines, StandardCharsets.US_ASCII);
  }
}
