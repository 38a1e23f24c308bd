// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What reads with FINAL show after each change of a random history, on the embedded house and on
 * the real server. {@code -Dtwinhouse.histories=10000} draws more of them.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class FinalHistoriesTest {

  private static final int HISTORIES = Integer.getInteger("twinhouse.histories", 24);
  private static final int CHANGES = 9;

  @Test
  void historiesShowWhatTheServerShows(
      ClickHouseHttp server, RandomSource random, @TempDir Path place, TestReporter reporter) {
    ClickHouseHttp now = server.with("mutations_sync", 1).with("enable_lightweight_update", 1);
    List<String> different = new ArrayList<>();
    long answers = 0;
    long refused = 0;
    try (Twinhouse memory = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(memory, EndpointOptions.DEFAULT)) {
      for (int i = 0; i < HISTORIES && different.size() < 5; i++) {
        RandomSource own = random.split();
        History history = new History(now, new FinalHistory(own));
        if (i % 8 == 7) {
          history.runReopening(place.resolve("store-" + i));
        } else {
          history.run(ClickHouseHttp.at(endpoint.uri()));
        }
        answers += history.answers;
        refused += history.refused;
        different.addAll(history.different);
      }
    }
    reporter.publishEntry(
        Map.of("compared answers", Long.toString(answers), "refused", Long.toString(refused)));
    assertThat(different).isEmpty();
  }

  /** One history in both houses. */
  private static final class History {

    private final ClickHouseHttp server;
    private final FinalHistory drawn;
    private final List<String> told = new ArrayList<>();
    private final List<String> different = new ArrayList<>();
    private long answers;
    private long refused;

    History(ClickHouseHttp server, FinalHistory drawn) {
      this.server = server;
      this.drawn = drawn;
    }

    void run(ClickHouseHttp ours) {
      begin(ours);
      for (int i = 0; i < CHANGES && different.isEmpty(); i++) {
        step(ours);
      }
      end(ours);
    }

    /** On disk, and closed and opened again after each three changes. */
    void runReopening(Path store) {
      for (int from = 0; from < CHANGES; from += 3) {
        try (Twinhouse engine = Twinhouse.open("arrow:" + store);
            HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
          ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
          if (from == 0) {
            begin(ours);
          }
          for (int i = 0; i < 3 && different.isEmpty(); i++) {
            step(ours);
          }
        }
      }
      server.query("DROP TABLE t SYNC");
    }

    private void begin(ClickHouseHttp ours) {
      server.query("DROP TABLE IF EXISTS t SYNC");
      compare(ours, drawn.definition());
    }

    private void end(ClickHouseHttp ours) {
      compare(ours, FinalHistory.EVERYTHING);
      server.query("DROP TABLE t SYNC");
      ours.query("DROP TABLE t");
    }

    private void step(ClickHouseHttp ours) {
      compare(ours, drawn.change());
      compare(ours, drawn.query());
    }

    private void compare(ClickHouseHttp ours, String statement) {
      if (!statement.startsWith("SELECT")) {
        told.add(statement);
      }
      String expected = answer(server, statement);
      String found = answer(ours, statement);
      if (found.equals("error 48") && statement.contains("PREWHERE")) {
        refused++;
        return;
      }
      answers++;
      if (!found.equals(expected)) {
        different.add(
            String.join(";\n", told)
                + ";\n"
                + statement
                + "\nexpected\n"
                + expected
                + "\nbut was\n"
                + found);
      }
    }

    private static String answer(ClickHouseHttp house, String statement) {
      try {
        return house.query(statement);
      } catch (ClickHouseRefusal e) {
        return "error " + e.code();
      }
    }
  }
}
