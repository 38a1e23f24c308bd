// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.exchange.Appender;
import io.twinhouse.engine.rollup.RangePiece.Grain;
import io.twinhouse.engine.rollup.Rollup;
import io.twinhouse.engine.rollup.RollupDefinition;
import io.twinhouse.engine.rollup.RollupFigures;
import io.twinhouse.engine.rollup.RollupRetention;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sums by hour and day answer any range as the events do, on both houses. */
@ExtendWith(Seed.class)
final class RollupTest {

  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");
  private static final String SITE = "s'1";

  private static final RollupDefinition VISITS =
      new RollupDefinition("visit_sums", "visits", "site", "id", "at", dimensions(), measures());

  private record Visit(String site, String id, Instant at, String type, String path, String from) {}

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static Map<String, String> dimensions() {
    Map<String, String> dimensions = new LinkedHashMap<>();
    dimensions.put("event", "type");
    dimensions.put("page", "if(type = 'page', path, '')");
    dimensions.put("referrer", "referrer");
    dimensions.put("campaign", "referrer || '/c'");
    dimensions.put("source", "concat('s-', type)");
    return dimensions;
  }

  private static Map<String, String> measures() {
    Map<String, String> measures = new LinkedHashMap<>();
    measures.put("count", "1");
    measures.put("page_views", "type = 'page'");
    return measures;
  }

  @Test
  void inTheEmbeddedHouse(RandomSource random) {
    for (BiConsumer<Twinhouse, RandomSource> scenario : scenarios()) {
      try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
        create(house);
        scenario.accept(house, random.split());
      }
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server, RandomSource random) {
    for (BiConsumer<Twinhouse, RandomSource> scenario : scenarios()) {
      try (ScratchHouse scratch = ScratchHouse.open(server, "rolled")) {
        create(scratch.engine());
        scenario.accept(scratch.engine(), random.split());
      }
    }
  }

  private static List<BiConsumer<Twinhouse, RandomSource>> scenarios() {
    return List.of(
        RollupTest::anyRangeIsWhatItsEventsAddUpTo,
        (house, random) -> likeEventsAreFewRows(house),
        RollupTest::whatDiffersIsNamed,
        (house, random) -> oldRowsGoWithinTheBudget(house));
  }

  private static void create(Twinhouse house) {
    house.execute(
        "CREATE TABLE visits (site String, id String, at DateTime64(3, 'UTC'), type String, path"
            + " String, referrer String) ENGINE = MergeTree ORDER BY (site, at)");
    Rollup.of(house, VISITS).create();
  }

  private static void insert(Twinhouse house, List<Visit> visits) {
    try (Appender rows = Appender.to(house, "visits")) {
      visits.forEach(v -> rows.append(v.site(), v.id(), v.at(), v.type(), v.path(), v.from()));
    }
  }

  private static List<Visit> visits(RandomSource random, int count, int days) {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long second = random.between(0, days * 86_400);
      // many at the very edges of hours and days
      long millis =
          random.oneIn(3) ? second / 3600 * 3_600_000 - random.between(0, 2) : second * 1000;
      visits.add(
          new Visit(
              random.oneIn(5) ? "other" : SITE,
              "v" + i,
              DAY.plusMillis(Math.max(0, millis)),
              random.oneIn(3) ? "click" : "page",
              "/p" + random.between(0, 4),
              random.oneIn(2) ? "" : "r" + random.between(0, 3)));
    }
    return visits;
  }

  private static void anyRangeIsWhatItsEventsAddUpTo(Twinhouse house, RandomSource random) {
    List<Visit> visits = visits(random, 12_001, 4);
    for (int from = 0; from < visits.size(); from += 2000) {
      insert(house, visits.subList(from, Math.min(visits.size(), from + 2000)));
    }
    Rollup rollup = Rollup.of(house, VISITS);
    Instant end = DAY.plus(5, ChronoUnit.DAYS);
    assertThat(rollup.check(SITE, DAY, end)).isEmpty();
    assertThat(rollup.overview(SITE, DAY, end)).isEqualTo(sums(of(visits, DAY, end)));
    for (int i = 0; i < 12; i++) {
      if (i == 6) {
        long before = rows(house, "visit_sums");
        rollup.compact();
        assertThat(rows(house, "visit_sums")).isLessThan(before);
      }
      Instant from = DAY.plusMillis(random.between(0, 4 * 86_400_000));
      Instant to =
          random.oneIn(3)
              ? from.plusMillis(random.between(-5, 5_000_000))
              : from.plusMillis(random.between(0, 3 * 86_400_000)).truncatedTo(ChronoUnit.HOURS);
      List<Visit> within = of(visits, from, to);
      String range = from + " to " + to;
      assertThat(rollup.overview(SITE, from, to)).as(range).isEqualTo(sums(within));
      assertThat(rollup.top(SITE, "page", from, to, 3))
          .as(range)
          .isEqualTo(top(within, v -> v.type().equals("page") ? v.path() : "", 3));
      assertThat(rollup.top(SITE, "referrer", from, to, 10))
          .as(range)
          .isEqualTo(top(within, Visit::from, 10));
      for (Grain grain : List.of(Grain.HOUR, Grain.DAY)) {
        assertThat(rollup.series(SITE, from, to, grain))
            .as(range + grain)
            .isEqualTo(series(within, from, to, grain));
      }
    }
    assertThatThrownBy(() -> rollup.top(SITE, "browser", DAY, end, 3))
        .hasMessageContaining("has no dimension browser; it has [event, page, referrer");
    Rollup later = rollup.withEventsSince(DAY.plus(1, ChronoUnit.DAYS));
    assertThatThrownBy(() -> later.overview(SITE, DAY.plusSeconds(1), end))
        .hasMessageContaining("begin and end at whole hours");
    assertThat(later.overview(SITE, DAY, end)).isEqualTo(sums(of(visits, DAY, end)));
  }

  /** Twelve sums for a thousand events: two grains by overview and five dimensions. */
  private static void likeEventsAreFewRows(Twinhouse house) {
    List<Visit> like = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      like.add(new Visit(SITE, "v" + i, DAY.plusSeconds(i), "page", "/", "r"));
    }
    insert(house, like);
    assertThat(rows(house, "visit_sums")).isEqualTo(12);
    Instant hour = DAY.plus(1, ChronoUnit.HOURS);
    assertThat(Rollup.of(house, VISITS).overview(SITE, DAY, hour)).isEqualTo(List.of(1000L, 1000L));
  }

  private static void whatDiffersIsNamed(Twinhouse house, RandomSource random) {
    insert(house, visits(random, 500, 2));
    house.execute(
        "INSERT INTO visits VALUES ('s\\'1', 'lost', '2026-03-01 05:30:00', 'page', '/lost', '')");
    Rollup rollup = Rollup.of(house, VISITS);
    Instant end = DAY.plus(3, ChronoUnit.DAYS);
    assertThat(rollup.check(SITE, DAY, end)).isEmpty();
    house.execute(
        "INSERT INTO visit_sums VALUES ('s\\'1', 'day', '2026-03-02 00:00:00', 'event', 'ghost', 3,"
            + " 0)");
    assertThat(rollup.check(SITE, DAY, end))
        .extracting(Object::toString)
        .containsExactly(
            "day 2026-03-02T00:00:00Z, event 'ghost': the events add up to [], kept is [3, 0]");
    house.execute("ALTER TABLE visits DELETE WHERE id = 'lost' SETTINGS mutations_sync = 2");
    assertThat(rollup.check(SITE, DAY, end))
        .hasSize(1 + 2 * 5)
        .extracting(Object::toString)
        .contains(
            "hour 2026-03-01T05:00:00Z, page '/lost': the events add up to [], kept is [1, 1]");
    assertThat(rollup.check("other", DAY, end)).isEmpty();
  }

  private static void oldRowsGoWithinTheBudget(Twinhouse house) {
    List<Visit> old = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      old.add(new Visit(SITE, "v" + i, DAY.plusSeconds(i * 60L), "page", "/" + i % 9, ""));
    }
    old.add(new Visit(SITE, "young", DAY.plus(9, ChronoUnit.DAYS), "page", "/", ""));
    insert(house, old);
    long days = rows(house, "visit_sums WHERE grain = 'day'");
    RollupRetention retention = RollupRetention.of(house, VISITS);
    Instant before = DAY.plus(5, ChronoUnit.DAYS);
    assertThat(retention.run(before, 100)).isEqualTo(new RollupRetention.Deleted(100, 0, true));
    assertThat(retention.run(before, 100)).isEqualTo(new RollupRetention.Deleted(100, 0, true));
    RollupRetention.Deleted last = retention.run(before, 60);
    assertThat(last.events()).isEqualTo(50);
    assertThat(last.hours()).isEqualTo(10);
    assertThat(last.more()).isTrue();
    assertThat(retention.run(before, 10_000).more()).isFalse();
    assertThat(retention.run(before, 100)).isEqualTo(new RollupRetention.Deleted(0, 0, false));
    assertThat(rows(house, "visits")).isEqualTo(1);
    assertThat(rows(house, "visit_sums WHERE grain = 'day'")).isEqualTo(days);
    assertThat(Rollup.of(house, VISITS).overview(SITE, DAY, before)).isEqualTo(List.of(250L, 250L));
  }

  private static long rows(Twinhouse house, String from) {
    try (QueryResult result = house.query("SELECT count() FROM " + from)) {
      return Long.parseLong(String.valueOf(result.rows().get(0).get(0)));
    }
  }

  private static List<Visit> of(List<Visit> visits, Instant from, Instant to) {
    return visits.stream()
        .filter(v -> v.site().equals(SITE) && !v.at().isBefore(from) && v.at().isBefore(to))
        .toList();
  }

  private static List<Long> sums(List<Visit> visits) {
    long pages = visits.stream().filter(v -> v.type().equals("page")).count();
    return List.of((long) visits.size(), pages);
  }

  private static List<RollupFigures> top(
      List<Visit> visits, Function<Visit, String> key, int limit) {
    Map<String, List<Visit>> byKey = new TreeMap<>();
    for (Visit visit : visits) {
      byKey.computeIfAbsent(key.apply(visit), k -> new ArrayList<>()).add(visit);
    }
    byKey.remove("");
    return byKey.entrySet().stream()
        .map(e -> new RollupFigures(e.getKey(), sums(e.getValue())))
        .sorted(
            Comparator.comparing((RollupFigures f) -> -f.measures().get(0))
                .thenComparing(RollupFigures::point))
        .limit(limit)
        .toList();
  }

  private static List<RollupFigures> series(
      List<Visit> visits, Instant from, Instant to, Grain grain) {
    Duration step = grain == Grain.DAY ? Duration.ofDays(1) : Duration.ofHours(1);
    List<RollupFigures> series = new ArrayList<>();
    Instant first = from.truncatedTo(grain == Grain.DAY ? ChronoUnit.DAYS : ChronoUnit.HOURS);
    for (Instant at = first; at.isBefore(to); at = at.plus(step)) {
      series.add(new RollupFigures(at.toString(), sums(of(visits, at, at.plus(step)))));
    }
    return series;
  }
}
