// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.server.metrics.PlatformMetrics;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients send is checked, made well formed, appended, and seen as sessions. */
@ExtendWith(Seed.class)
final class EventIngestTest {

  private static final String ID = "5c0f3a3e-7f2f-4c3b-9d6e-0123456789ab";
  private static final long MAY = Instant.parse("2026-05-01T00:00:00Z").toEpochMilli();
  private static final int GAP = 30 * 60_000;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse(RandomSource random) {
    try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
      ingest(house, random);
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server, RandomSource random) {
    try (ScratchHouse scratch = ScratchHouse.open(server, "ingested")) {
      ingest(scratch.engine(), random);
    }
  }

  private static void ingest(Twinhouse house, RandomSource random) {
    house.execute(PlatformMetrics.tables());
    refuses(house);
    keepsWhatCanBeKept(house);
    sessionsAreParted(house, random);
  }

  private static EventBatch batch(String user, List<ClientEvent> events) {
    return new EventBatch("p", "main", user, "token", ID, ID, events);
  }

  private static ClientEvent view(Object at) {
    return new ClientEvent("$page-view", at, Map.of("path", "/"));
  }

  private static void refuses(Twinhouse house) {
    EventIngest ingest = EventIngest.into(house);
    List<ClientEvent> one = List.of(view(MAY));
    Map<EventBatch, String> wrong =
        Map.of(
            batch("u", List.of()),
            "1 to 500 events, this one 0",
            batch("u", Collections.nCopies(501, view(MAY))),
            "this one 501",
            batch(null, one),
            "signed-in users",
            new EventBatch("p", "main", "u", null, ID, ID, one),
            "with a refresh token",
            new EventBatch("p", "main", "u", "t", "1-1-1-1-1", ID, one),
            "batch id '1-1-1-1-1'",
            new EventBatch("p", "main", "u", "t", ID, "x", one),
            "segment id 'x' is no UUID",
            batch("u", List.of(new ClientEvent("$token-refresh", MAY, Map.of()))),
            "'$token-refresh'",
            batch("u", List.of(view(MAY), view(1.5))),
            "event 1 has event_at_ms 1.5",
            batch("u", List.of(view(-1))),
            "event_at_ms -1",
            batch("u", List.of(view("17"))),
            "event_at_ms 17");
    wrong.forEach(
        (batch, reason) ->
            assertThatThrownBy(() -> ingest.append(batch))
                .matches(e -> ((TwinhouseException) e).is(ErrorCode.BAD_ARGUMENTS))
                .hasMessageContaining(reason));
    assertThat(ask(house, "SELECT count() FROM events")).isEqualTo("[[0]]");
  }

  private static void keepsWhatCanBeKept(Twinhouse house) {
    Map<String, Object> data =
        Map.of(
            "title", "a\uD83Db\uD83D\uDE00c\uDE00", "deep", List.of(Map.of("x", "\uDC00")), "n", 7);
    int taken =
        EventIngest.into(house)
            .append(batch("u", List.of(new ClientEvent("$click", 0, data), view(MAY))));
    assertThat(taken).isEqualTo(2);
    assertThat(EventIngest.into(house).append(batch("u", Collections.nCopies(500, view(1)))))
        .isEqualTo(500);
    assertThat(
            ask(
                house,
                "SELECT CAST(data.title, 'Nullable(String)'), JSONExtractString(toJSONString(data),"
                    + " 'deep', 1, 'x'), CAST(data.n, 'Nullable(Int64)'),"
                    + " toUnixTimestamp64Milli(event_at), user_id, team_id,"
                    + " session_replay_segment_id FROM events WHERE event_type = '$click'"))
        .isEqualTo("[[a\uFFFDb\uD83D\uDE00c\uFFFD, \uFFFD, 7, 0, u, null, " + ID + "]]");
  }

  private static void sessionsAreParted(Twinhouse house, RandomSource random) {
    Map<LocalDate, long[]> expected = new TreeMap<>();
    for (int user = 0; user < 20; user++) {
      List<ClientEvent> events = new ArrayList<>();
      long at = MAY + random.between(0, 86_400_000);
      long first = at;
      long views = 0;
      for (int i = 0; i < 40; i++) {
        boolean view = random.oneIn(2);
        events.add(view ? view(at) : new ClientEvent("$click", at, Map.of()));
        views += view ? 1 : 0;
        long next = at + random.pick(List.of(0, 1, 60_000, GAP - 1, GAP, GAP + 1, 9 * GAP));
        if (next - at > GAP || i == 39) {
          LocalDate day = Instant.ofEpochMilli(first).atZone(ZoneOffset.UTC).toLocalDate();
          long[] figures = expected.computeIfAbsent(day, d -> new long[3]);
          figures[0]++;
          figures[1] += views <= 1 ? 1 : 0;
          figures[2] += at - first;
          first = next;
          views = 0;
        }
        at = next;
      }
      EventIngest.into(house)
          .append(new EventBatch("s", "main", "user" + user, "token", ID, ID, events));
    }
    Map<String, String> values =
        Map.of(
            "projectId", "s",
            "branchId", "main",
            "gapMs", String.valueOf(GAP),
            "since", "2026-05-01 00:00:00",
            "until", "2026-06-01 00:00:00");
    List<String> days = new ArrayList<>();
    expected.forEach(
        (day, f) -> days.add("[" + day + ", " + f[0] + ", " + f[1] + ", " + f[2] + "]"));
    try (QueryResult result = house.query(InternalMetrics.sessionsByDay().request(values))) {
      assertThat(result.rows().stream().map(String::valueOf).toList()).isEqualTo(days);
    }
  }

  private static String ask(Twinhouse house, String sql) {
    try (QueryResult result = house.query(sql)) {
      return result.rows().toString();
    }
  }
}
