// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Functions of dates and times over columns that are full of edges: all types, zones with a
 * history, the beginnings of years and the days on which clocks are changed. {@code
 * -Dtwinhouse.calendar.calls=2000} tries so many calls.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class CalendarSweepTest {

  private static final int CALLS = Integer.getInteger("twinhouse.calendar.calls", 60);

  /** Calls over one pair of columns, before others are drawn. */
  private static final int CALLS_A_COLUMN = 20;

  private static final List<String> UNITS =
      List.of(
          "second",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "quarter",
          "year",
          "millisecond",
          "microsecond");

  @Test
  void noCallAnswersDifferently(RandomSource random, ClickHouseHttp server) throws IOException {
    List<String> calls = lines();
    TrialLog log;
    try (TwoHouses houses = new TwoHouses(server)) {
      log = new TrialLog(houses, "calendar");
      for (int done = 0; done < CALLS; done += CALLS_A_COLUMN) {
        String columns = CalendarColumns.draw(random);
        for (int i = 0; i < CALLS_A_COLUMN; i++) {
          String sql = "SELECT " + filled(random.pick(calls), random) + " FROM (" + columns + ")";
          log.count(sql, houses.theirs(sql));
        }
      }
    }
    assertThat(log.different()).as(Seed.replay()).isEmpty();
  }

  private static String filled(String call, RandomSource random) {
    return call.replace("{unit}", random.pick(UNITS).toLowerCase(Locale.ROOT))
        .replace("{n}", String.valueOf(random.pick(List.of(1, 2, 3, 7, 12, 15, 30, 90))))
        .replace("{zone}", random.pick(CalendarColumns.ZONES));
  }

  private static List<String> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            CalendarSweepTest.class.getResourceAsStream("/functions/calendar.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
