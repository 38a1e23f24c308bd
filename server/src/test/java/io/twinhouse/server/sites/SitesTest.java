// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Events of sites come in once, are kept through failures and read back exactly, on both houses.
 */
final class SitesTest {

  private static final Instant NOW = Instant.parse("2026-06-10T12:30:20Z");
  private static final SiteRange WEEK = SiteRange.last(Duration.ofDays(7), NOW);
  private static final Site SHOP =
      new Site(
          "shop",
          Set.of("https://shop.example"),
          true,
          SiteDoor.hash("write"),
          SiteDoor.hash("read"),
          SiteDoor.hash("admin"));

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse() {
    for (Consumer<Twinhouse> scenario : scenarios()) {
      try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
        SiteTables.create(house);
        scenario.accept(house);
      }
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    for (Consumer<Twinhouse> scenario : scenarios()) {
      try (ScratchHouse scratch = ScratchHouse.open(server, "sites")) {
        SiteTables.create(scratch.engine());
        scenario.accept(scratch.engine());
      }
    }
  }

  private static List<Consumer<Twinhouse>> scenarios() {
    return List.of(
        SitesTest::aBatchIsTakenOnce,
        SitesTest::keysOpenWhatTheyAreFor,
        SitesTest::whatTheHouseDidNotTakeIsTriedThreeTimes,
        SitesTest::pagesGoOnWhileEventsArrive,
        SitesTest::valuesOfAPropertyKeepTheirTypes,
        SitesTest::figuresAreThoseOfTheEvents);
  }

  private static SiteEvent event(String id, String visitor, Instant at) {
    return new SiteEvent(
        id, visitor, "session", at, SiteEvent.PAGE, "view", "/", "", Map.of("plan", "free"));
  }

  private static SiteEvent with(String id, Map<String, Object> properties) {
    return new SiteEvent(id, "v", "s", NOW, "custom", "bought", "", "", properties);
  }

  private static Map<String, Object> properties(int count) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      properties.put("p" + i, i);
    }
    return properties;
  }

  private static void aBatchIsTakenOnce(Twinhouse house) {
    SiteIngest ingest = SiteIngest.into(house);
    refused(
        ErrorCode.BAD_ARGUMENTS,
        "1 to 50 events, this one 51",
        () -> ingest.append("shop", Collections.nCopies(51, event(null, "v", NOW)), NOW));
    refused(
        ErrorCode.BAD_ARGUMENTS,
        "1 to 50 events, this one 0",
        () -> ingest.append("shop", List.of(), NOW));
    refused(
        ErrorCode.BAD_ARGUMENTS,
        "event 1 has 33 properties, the most is 32",
        () -> ingest.append("shop", List.of(event("a", "v", NOW), with("b", properties(33))), NOW));
    assertThat(rows(house)).isZero();

    SiteEvent named = event("it's 1", "v", NOW);
    SiteEvent nameless = event(null, "v", NOW);
    SiteEvent later = event(null, "v", NOW.plusMillis(1));
    List<SiteEvent> batch = List.of(named, named, nameless, nameless, later);
    assertThat(ingest.append("shop", batch, NOW)).isEqualTo(3);
    assertThat(ingest.append("shop", batch, NOW.plusSeconds(86_399))).isZero();
    assertThat(ingest.append("other", batch, NOW)).isEqualTo(3);
    assertThat(ingest.append("shop", List.of(with("c", properties(32))), NOW)).isEqualTo(1);

    // a day later it is a new event, and so are no repeats of that
    Instant nextDay = NOW.plus(Duration.ofDays(1));
    assertThat(ingest.append("shop", List.of(named), nextDay)).isEqualTo(1);
    assertThat(ingest.append("shop", List.of(named), nextDay.plusSeconds(60))).isZero();
    assertThat(rows(house)).isEqualTo(8);
  }

  private static void keysOpenWhatTheyAreFor(Twinhouse house) {
    Site closed =
        new Site(
            "closed",
            Set.of(),
            false,
            SiteDoor.hash("w2"),
            SiteDoor.hash("r2"),
            SiteDoor.hash("a2"));
    SiteDoor door = SiteDoor.of(house, List.of(SHOP, closed), 1);
    List<SiteEvent> one = List.of(event("a", "v", NOW));
    assertThat(door.append("write", "https://shop.example", one, NOW)).isEqualTo(1);
    refused(ErrorCode.AUTHENTICATION_FAILED, "No site has", () -> door.append("x", "", one, NOW));
    refused(
        ErrorCode.ACCESS_DENIED,
        "takes no events from 'https://evil.example'",
        () -> door.append("write", "https://evil.example", one, NOW));
    refused(ErrorCode.ACCESS_DENIED, "takes no events now", () -> door.append("w2", "", one, NOW));
    refused(
        ErrorCode.ACCESS_DENIED,
        "is for READ, not for WRITE",
        () -> door.append("read", "https://shop.example", one, NOW));
    refused(ErrorCode.ACCESS_DENIED, "is for READ, not for ADMIN", () -> door.admin("read"));
    refused(ErrorCode.ACCESS_DENIED, "is for WRITE, not for READ", () -> door.reads("write"));
    refused(ErrorCode.AUTHENTICATION_FAILED, "No site has", () -> door.admin(""));
    assertThat(door.reads("read").overview(WEEK).events()).isEqualTo(1);
    assertThat(door.reads("admin").overview(WEEK).events()).isEqualTo(1);
    assertThat(door.reads("r2").overview(WEEK).events()).isZero();
    door.admin("admin").compact();
    assertThat(door.admin("admin").forget(NOW.minusSeconds(1), 100).events()).isZero();
    assertThat(rows(house)).isEqualTo(1);
  }

  private static void whatTheHouseDidNotTakeIsTriedThreeTimes(Twinhouse house) {
    SiteDoor door = SiteDoor.of(house, List.of(SHOP), 120);
    house.execute("RENAME TABLE site_events TO away");
    String origin = "https://shop.example";
    for (int i = 0; i < 120; i++) {
      assertThat(door.append("write", origin, List.of(event("e" + i, "v", NOW)), NOW)).isZero();
    }
    refused(
        ErrorCode.UNKNOWN_TABLE,
        "site_events",
        () -> door.append("write", origin, List.of(event("no more", "v", NOW)), NOW));
    assertThat(door.retry(NOW.plusSeconds(4))).isZero(); // too early to count
    assertThat(door.retry(NOW.plusSeconds(5))).isZero();
    assertThat(door.retry(NOW.plusSeconds(10))).isZero();
    house.execute("RENAME TABLE away TO site_events");
    assertThat(door.retry(NOW.plusSeconds(100))).isZero(); // three times are enough
    assertThat(door.admin("admin").retryFailed(20, NOW)).isEqualTo(20);
    assertThat(door.retry(NOW)).isEqualTo(20);
    assertThat(door.admin("admin").retryFailed(500, NOW)).isEqualTo(100);
    assertThat(door.retry(NOW)).isEqualTo(100); // all at once
    assertThat(door.admin("admin").retryFailed(500, NOW)).isZero();
    assertThat(rows(house)).isEqualTo(120);
    assertThat(door.reads("read").overview(WEEK)).isEqualTo(new SiteReads.Overview(120, 120, 1));
  }

  private static void pagesGoOnWhileEventsArrive(Twinhouse house) {
    SiteIngest ingest = SiteIngest.into(house);
    for (int i = 0; i < 3; i++) {
      List<SiteEvent> batch = new ArrayList<>();
      for (int e = 0; e < 50; e++) { // many of one moment
        batch.add(event("e%03d".formatted(50 * i + e), "v", NOW.plusMillis(e / 20)));
      }
      ingest.append("shop", batch, NOW);
    }
    SiteReads reads = new SiteReads(house, "shop");
    List<String> seen = new ArrayList<>();
    EventCursor next = null;
    do {
      EventPage page = reads.events(next, 40);
      page.rows().forEach(row -> seen.add(row.at().toEpochMilli() + row.id()));
      ingest.append("shop", List.of(event("new" + seen.size(), "v", NOW.plusSeconds(9))), NOW);
      next = page.next() == null ? null : EventCursor.parse(page.next().toString());
    } while (next != null);
    assertThat(seen)
        .hasSize(150)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(reads.events(null, 1).rows().get(0).id()).startsWith("new");
    assertThatThrownBy(() -> EventCursor.parse("x")).hasMessageContaining("is no cursor");
  }

  private static void valuesOfAPropertyKeepTheirTypes(Twinhouse house) {
    List<Object> values = Arrays.asList("1", 1, 1, true, 1.5, null, "pro", "pro", "pro", "\"");
    List<SiteEvent> events = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("a.b'", values.get(i));
      events.add(with("e" + i, properties));
    }
    events.add(with("none", Map.of()));
    SiteDoor door = SiteDoor.of(house, List.of(SHOP), 1);
    door.append("write", "https://shop.example", events, NOW);
    SiteAdmin admin = door.admin("admin");
    assertThat(admin.properties("bought", "a.b'", WEEK, 100))
        .extracting(share -> share.type() + " " + share.value() + " " + share.events())
        .containsExactly(
            "String \"pro\" 3",
            "Int64 1 2",
            "Bool true 1",
            "Double 1.5 1",
            "Null null 1",
            "String \"1\" 1",
            "String \"\\\"\" 1");
    assertThat(admin.properties("bought", "a.b'", WEEK, 1)).hasSize(1);
    assertThat(admin.properties("sold", "a.b'", WEEK, 100)).isEmpty();
  }

  private static void figuresAreThoseOfTheEvents(Twinhouse house) {
    SiteIngest ingest = SiteIngest.into(house);
    List<SiteEvent> batch = new ArrayList<>();
    for (int i = 0; i < 50; i++) { // one session's name used by two visitors
      Instant at = NOW.minus(Duration.ofHours(i));
      Map<String, Object> properties = i % 5 == 0 ? Map.of("utm_source", "mail") : Map.of();
      batch.add(
          new SiteEvent(null, "v" + i % 2, "s", at, "page", "view", "/" + i % 3, "", properties));
    }
    ingest.append("shop", batch, NOW);
    SiteReads reads = new SiteReads(house, "shop");
    SiteRange day = SiteRange.last(Duration.ofDays(1), NOW);
    assertThat(day).isEqualTo(SiteRange.last(Duration.ofDays(1), NOW.plusSeconds(39)));
    assertThat(day).isNotEqualTo(SiteRange.last(Duration.ofDays(1), NOW.plusSeconds(40)));
    assertThat(day.to()).isEqualTo(Instant.parse("2026-06-10T12:31:00Z"));
    assertThat(reads.overview(day)).isEqualTo(new SiteReads.Overview(24, 24, 2));
    assertThat(reads.overview(WEEK)).isEqualTo(new SiteReads.Overview(50, 50, 2));
    assertThat(reads.series(day))
        .hasSize(25)
        .extracting(p -> p.measures().get(0))
        .containsOnly(0L, 1L);
    assertThat(reads.series(WEEK)).hasSize(8);
    assertThat(reads.top("page", WEEK, 2).toString())
        .contains("/0", "17", "/1")
        .doesNotContain("/2");
    assertThat(reads.top("source", WEEK, 5)).hasSize(1);
    assertThat(reads.top("medium", WEEK, 5)).isEmpty();
  }

  private static long rows(Twinhouse house) {
    try (QueryResult result = house.query("SELECT count() FROM site_events")) {
      return Long.parseLong(String.valueOf(result.rows().get(0).get(0)));
    }
  }

  private static void refused(ErrorCode code, String reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .matches(e -> ((TwinhouseException) e).is(code))
        .hasMessageContaining(reason);
  }
}
