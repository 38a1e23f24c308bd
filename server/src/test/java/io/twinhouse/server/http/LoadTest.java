// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many connections that ask and insert at once, and many engines one after the other. */
final class LoadTest {

  private static final int CONNECTIONS = 64;
  private static final int SECONDS = Integer.getInteger("twinhouse.load.seconds", 3);
  private static final int ENGINES = Integer.getInteger("twinhouse.load.engines", 1_000);

  private static final List<String> QUERIES =
      List.of(
          "SELECT count(), sum(a) FROM t",
          "SELECT a % 10 AS k, uniqExact(s) FROM t GROUP BY k ORDER BY k",
          "SELECT * FROM t ORDER BY a DESC LIMIT 5 FORMAT JSON",
          "SELECT number, toString(number) FROM numbers(1000)",
          "SELECT quantile(0.9)(number) FROM numbers(10000)");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final AtomicLong inserted = new AtomicLong();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();

  @Test
  void nothingIsLostAndNothingFails(TestReporter reporter) throws Exception {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      engine.execute("CREATE TABLE t (a UInt32, s String) ENGINE = MergeTree ORDER BY a");
      long end = System.nanoTime() + SECONDS * 1_000_000_000L;
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int number = i;
        Thread client = new Thread(() -> client(endpoint.uri(), number, end), "client-" + i);
        client.start();
        clients.add(client);
      }
      for (Thread client : clients) {
        client.join();
      }
      assertThat(errors).isEmpty();
      assertThat(ask(endpoint.uri(), "SELECT count() FROM t")).isEqualTo(inserted + "\n");
    }
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    reporter.publishEntry("requests", Integer.toString(sorted.size()));
    reporter.publishEntry("rows inserted", inserted.toString());
    reporter.publishEntry("p50 ms", millis(sorted, 0.5));
    reporter.publishEntry("p99 ms", millis(sorted, 0.99));
  }

  private static String millis(List<Long> sorted, double part) {
    return Double.toString(sorted.get((int) ((sorted.size() - 1) * part)) / 10_000 / 100.0);
  }

  private void client(URI url, int number, long end) {
    for (int round = 0; System.nanoTime() < end; round++) {
      long begin = System.nanoTime();
      try {
        if ((number + round) % 4 == 0) {
          ask(url, "INSERT INTO t FORMAT TSV\n" + "7\tseven\n".repeat(50));
          inserted.addAndGet(50);
        } else {
          ask(url, QUERIES.get((number + round) % QUERIES.size()));
        }
        nanos.add(System.nanoTime() - begin);
      } catch (IOException failed) {
        errors.add(String.valueOf(failed));
        return;
      }
    }
  }

  /** By connections that the JDK keeps alive, one a thread. */
  private static String ask(URI url, String sql) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.resolve("/").toURL().openConnection();
    connection.setDoOutput(true);
    connection.setReadTimeout(60_000);
    connection.getOutputStream().write(sql.getBytes(StandardCharsets.UTF_8));
    try (var answer = connection.getInputStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void enginesComeAndGoWithoutATrace(TestReporter reporter) throws Exception {
    long begin = System.nanoTime();
    for (int i = 0; i < ENGINES; i++) {
      try (Twinhouse engine = Twinhouse.open("arrow:memory:");
          HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
        engine.execute("CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a");
        if (i % 50 == 0) {
          assertThat(ask(endpoint.uri(), "SELECT count() FROM t")).isEqualTo("0\n");
        }
      }
    }
    long each = (System.nanoTime() - begin) / ENGINES / 1000;
    reporter.publishEntry("microseconds an engine", Long.toString(each));
  }
}
