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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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

  /** The server takes its time over mutations, so that histories may wait side by side. */
  private static final int WORKERS = 6;

  /** So many differences are told. */
  private static final int ENOUGH = 5;

  @Test
  void historiesShowWhatTheServerShows(
      ClickHouseHttp server, RandomSource random, @TempDir Path place, TestReporter reporter)
      throws Exception {
    compare(server, random, place, reporter, FinalHistory::new);
  }

  @Test
  void foldedHistoriesShowWhatTheServerShows(
      ClickHouseHttp server, RandomSource random, @TempDir Path place, TestReporter reporter)
      throws Exception {
    compare(server, random, place, reporter, FoldedHistory::new);
  }

  private static void compare(
      ClickHouseHttp server,
      RandomSource random,
      Path place,
      TestReporter reporter,
      BiFunction<RandomSource, String, TableHistory> draw)
      throws Exception {
    ClickHouseHttp now = server.with("mutations_sync", 1).with("enable_lightweight_update", 1);
    List<History> histories = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try (Twinhouse memory = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(memory, EndpointOptions.DEFAULT)) {
      ClickHouseHttp ours = ClickHouseHttp.at(endpoint.uri());
      AtomicInteger failures = new AtomicInteger();
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < HISTORIES; i++) {
        History history = new History(now, draw.apply(random.split(), "t" + i));
        histories.add(history);
        Path store = i % 8 == 7 ? place.resolve("store-" + i) : null;
        tasks.add(workers.submit(() -> history.run(ours, store, failures)));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } finally {
      workers.shutdownNow();
    }
    long answers = histories.stream().mapToLong(h -> h.answers).sum();
    long refused = histories.stream().mapToLong(h -> h.refused).sum();
    reporter.publishEntry(
        Map.of("compared answers", Long.toString(answers), "refused", Long.toString(refused)));
    assertThat(histories.stream().flatMap(h -> h.different.stream())).isEmpty();
  }

  /** One history in both houses. */
  private static final class History {

    private final ClickHouseHttp server;
    private final TableHistory drawn;
    private final List<String> told = new ArrayList<>();
    private final List<String> different = new ArrayList<>();
    private long answers;
    private long refused;

    History(ClickHouseHttp server, TableHistory drawn) {
      this.server = server;
      this.drawn = drawn;
    }

    /** Runs it unless too many differ already; on disk in {@code store}, else in memory. */
    void run(ClickHouseHttp inMemory, @Nullable Path store, AtomicInteger failures) {
      if (failures.get() >= ENOUGH) {
        return;
      }
      if (store == null) {
        run(inMemory);
      } else {
        runReopening(store);
      }
      failures.addAndGet(different.size());
    }

    private void run(ClickHouseHttp ours) {
      begin(ours);
      for (int i = 0; i < CHANGES && different.isEmpty(); i++) {
        step(ours);
      }
      end(ours);
    }

    /** On disk, and closed and opened again after each three changes. */
    private void runReopening(Path store) {
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
      server.query("DROP TABLE " + drawn.table() + " SYNC");
    }

    private void begin(ClickHouseHttp ours) {
      server.query("DROP TABLE IF EXISTS " + drawn.table() + " SYNC");
      compare(ours, drawn.definition());
    }

    private void end(ClickHouseHttp ours) {
      compare(ours, drawn.everything());
      server.query("DROP TABLE " + drawn.table() + " SYNC");
      ours.query("DROP TABLE " + drawn.table());
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
