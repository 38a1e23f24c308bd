// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What queries say that they hold against what the heap holds: both are taken when the first batch
 * is there, so that tables, runs and pages stand in full, and the heap's after a full collection.
 * States are of tens of megabytes, since a collector rounds large arrays up to regions: of states
 * of three megabytes half a megabyte on the heap is that, and nothing that the account forgot.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FootprintTest {

  /** Share of the heap's figure by which the account may differ. */
  private static final double TOLERANCE = 0.15;

  private final Twinhouse house = Twinhouse.at("arrow:memory:").threads(2).open();

  @BeforeAll
  void fill() {
    run("CREATE TABLE e (u String, d Date, p UInt32, t DateTime) ENGINE = MergeTree ORDER BY p");
    run(
        "INSERT INTO e SELECT toString(cityHash64(number) % 300000), toDate(20000 + number % 30),"
            + " toUInt32(number / 100), toDateTime(1700000000 + number) FROM numbers(1500000)");
  }

  @AfterAll
  void close() {
    house.close();
    assertThat(house.memory().reservedBytes()).isZero();
  }

  private void run(String sql) {
    try (QueryResult result = house.query(sql)) {
      while (result.next() != null) {
        continue;
      }
    }
  }

  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      least = Math.min(least, now);
    }
    return least;
  }

  /** Bytes reserved once no worker is filling the next batch any more. */
  private long settled() throws InterruptedException {
    long last = -1;
    for (int same = 0; same < 20; ) {
      long now = house.memory().reservedBytes();
      same = now == last ? same + 1 : 0;
      last = now;
      Thread.sleep(20);
    }
    return last;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT t, count() FROM e GROUP BY t",
        "SELECT t, u, count() FROM e GROUP BY t, u",
        "SELECT lower(u) AS k, t, max(p) FROM e GROUP BY k, t",
        "SELECT p, uniqExact(u) FROM e GROUP BY p",
        "SELECT p, uniqExact(t) FROM e GROUP BY p",
        "SELECT t, argMax(d, p), min(p) FROM e GROUP BY t",
        "SELECT uniqExact(concat(u, 'x')) FROM e",
        "SELECT p, t, d FROM e ORDER BY t DESC, d",
        "SELECT u, t FROM e ORDER BY concat(u, 'y'), t",
        "SELECT DISTINCT u, p FROM e",
        "SELECT a.p, b.d FROM e AS a JOIN (SELECT t, d FROM e) AS b ON a.t = b.t",
        "SELECT p, sum(p) OVER (PARTITION BY d ORDER BY t) FROM e",
        "SELECT t % 15000 AS k, groupArray(t) FROM e GROUP BY k",
      })
  void theAccountIsWhatTheHeapHolds(String sql) throws InterruptedException {
    assertAccount(sql, TOLERANCE);
  }

  /** Groups in runs of the sorting key: what the largest run held so far stays reserved. */
  @Test
  void theAccountOfRunsIsWhatTheLargestHeld() throws InterruptedException {
    assertAccount("SELECT p, d, uniqExact(u) FROM e GROUP BY p, d", 0.25);
  }

  /** The middle one of three: what else is on the heap comes and goes. */
  private void assertAccount(String sql, double above) throws InterruptedException {
    run(sql);
    List<Double> ratios = new ArrayList<>();
    StringBuilder measured = new StringBuilder(sql);
    for (int i = 0; i < 3; i++) {
      long before = used();
      long reservedBefore = house.memory().reservedBytes();
      try (QueryResult result = house.query(sql)) {
        assertThat(result.next()).isNotNull();
        long reserved = settled() - reservedBefore;
        long held = used() - before;
        measured.append(": accounted ").append(reserved).append(", on the heap ").append(held);
        ratios.add((double) reserved / held);
      }
    }
    Collections.sort(ratios);
    assertThat(ratios.get(1)).as(measured.toString()).isBetween(1 - TOLERANCE, 1 + above);
  }
}
