// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.mirror.ColumnForm;
import io.twinhouse.engine.mirror.Mirror;
import io.twinhouse.engine.mirror.MirrorBackoff;
import io.twinhouse.engine.mirror.MirrorDifference;
import io.twinhouse.engine.mirror.MirrorMapping;
import io.twinhouse.engine.mirror.MirrorProgress;
import io.twinhouse.engine.mirror.MirrorVerifier;
import io.twinhouse.engine.mirror.Tenancy;
import io.twinhouse.server.metrics.SyncedTables;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.clickhouse.ScratchHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A row store's changes reach a house once, in any order of mishaps, and what differs is named. */
final class MirrorTest {

  private static final Tenancy ONE = new Tenancy(new UUID(1, 1), "p1", "main");
  private static final Tenancy TWO = new Tenancy(new UUID(2, 2), "p2", "main");
  private static final Map<String, MirrorMapping> TABLES = new LinkedHashMap<>();

  static {
    SyncedTables.mappings().forEach(mapping -> TABLES.put(mapping.name(), mapping));
  }

  private static final MirrorMapping USERS = TABLES.get("users");
  private static final MirrorMapping TOKENS = TABLES.get("refresh_tokens");
  private static final MirrorMapping PREFERENCES = TABLES.get("notification_preferences");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void inTheEmbeddedHouse() {
    for (Consumer<Twinhouse> scenario : scenarios()) {
      try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
        prepare(house, "default");
        scenario.accept(house);
      }
    }
  }

  @Test
  @RequiresClickHouse
  void onClickHouse(RealClickHouse server) {
    for (Consumer<Twinhouse> scenario : scenarios()) {
      try (ScratchHouse scratch = ScratchHouse.open(server, "mirrored")) {
        prepare(scratch.engine(), "mirrored");
        scenario.accept(scratch.engine());
        scratch.engine().execute("DROP DATABASE mirrored_views");
      }
    }
  }

  private static List<Consumer<Twinhouse>> scenarios() {
    return List.of(
        MirrorTest::everyTableIsMirroredAndFoundRight,
        MirrorTest::pagesGoOnFromTheCursor,
        MirrorTest::whatIsToComeIsCounted,
        MirrorTest::whatStopsBetweenRowsAndCursorIsDoneAgain,
        MirrorTest::changesOverrideEachOtherInOrder,
        MirrorTest::seededRowsGiveWay,
        MirrorTest::oneBrokenMappingStopsNoOther,
        MirrorTest::everyDifferenceIsNamed);
  }

  private static void prepare(Twinhouse house, String tables) {
    house.execute("DROP DATABASE IF EXISTS mirrored_views; CREATE DATABASE mirrored_views");
    house.execute(SyncedTables.create(tables, "mirrored_views"));
    house.execute(SyncedTables.create(tables, "mirrored_views")); // as often as one likes
  }

  private static Mirror mirror(Twinhouse house, RowStore store) {
    Mirror mirror = Mirror.of(house, store, SyncedTables.mappings());
    mirror.create();
    return mirror;
  }

  private static UUID id(long number) {
    return new UUID(7, number);
  }

  private static Map<String, Object> user(long number, Object... more) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", id(number));
    values.put("signed_up_at", Instant.parse("2026-05-01T00:00:00.123Z"));
    for (int i = 0; i < more.length; i += 2) {
      values.put((String) more[i], more[i + 1]);
    }
    return values;
  }

  private static long live(Twinhouse house, String table) {
    try (QueryResult result = house.query("SELECT count() FROM mirrored_views." + table)) {
      return Long.parseLong(String.valueOf(result.rows().get(0).get(0)));
    }
  }

  private static MirrorProgress of(List<MirrorProgress> run, MirrorMapping mapping) {
    return run.stream()
        .filter(p -> p.mapping().equals(mapping) && p.tenancy().equals(ONE))
        .findFirst()
        .orElseThrow();
  }

  private static void everyTableIsMirroredAndFoundRight(Twinhouse house) {
    assertThat(TABLES).hasSize(12);
    RowStore store = new RowStore();
    for (MirrorMapping mapping : TABLES.values()) {
      for (Tenancy tenancy : List.of(ONE, TWO)) {
        for (long i = 0; i < 3; i++) {
          Map<String, Object> key = new LinkedHashMap<>();
          for (String column : mapping.key()) {
            boolean uuid = column.endsWith("id") && isUuid(mapping, column);
            key.put(column, uuid ? id(i) : "k" + i);
          }
          store.put(mapping, tenancy, key);
          if (i == 2) {
            store.delete(mapping, tenancy, key);
          }
        }
      }
    }
    List<MirrorProgress> run = mirror(house, store).run(List.of(ONE, TWO));
    assertThat(run).hasSize(24).allMatch(p -> p.failure() == null && p.complete());
    for (MirrorMapping mapping : TABLES.values()) {
      assertThat(live(house, mapping.table())).as(mapping.name()).isEqualTo(4);
      assertThat(MirrorVerifier.of(house, store).verify(mapping, ONE)).isEmpty();
      assertThat(MirrorVerifier.of(house, store).verify(mapping, TWO)).isEmpty();
    }
  }

  private static boolean isUuid(MirrorMapping mapping, String column) {
    return mapping.columns().stream()
        .anyMatch(c -> c.name().equals(column) && c.type().name().equals("UUID"));
  }

  private static void pagesGoOnFromTheCursor(Twinhouse house) {
    RowStore store = new RowStore();
    Mirror mirror = mirror(house, store);
    int pages = 0;
    for (int rows : new int[] {999, 1000, 1001, 2001}) {
      for (long i = pages; i < pages + rows; i++) {
        store.put(TOKENS, ONE, Map.of("id", id(i), "user_id", id(1)));
      }
      pages += rows;
      MirrorProgress done = of(mirror.run(List.of(ONE)), TOKENS);
      assertThat(done.rows()).isEqualTo(rows);
      assertThat(done.pages()).isEqualTo((rows + 999) / 1000);
      assertThat(done.cursor()).isEqualTo(11L * (pages - 1) + 1);
    }
    assertThat(live(house, "refresh_tokens")).isEqualTo(pages);
    assertThat(of(mirror.run(List.of(ONE)), TOKENS).rows()).isZero();

    for (long i = 0; i < 2500; i++) {
      store.put(TOKENS, ONE, Map.of("id", id(i), "user_id", id(2)));
    }
    Mirror bounded = mirror.withPagesAtOnce(2);
    MirrorProgress part = of(bounded.run(List.of(ONE)), TOKENS);
    assertThat(part.complete()).isFalse();
    assertThat(part.rows()).isEqualTo(2000);
    assertThat(of(bounded.run(List.of(ONE)), TOKENS).complete()).isTrue();
    assertThat(MirrorVerifier.of(house, store).verify(TOKENS, ONE)).isEmpty();
  }

  private static void whatIsToComeIsCounted(Twinhouse house) {
    RowStore store = new RowStore();
    Mirror mirror = mirror(house, store);
    for (long i = 0; i < 1000; i++) {
      store.put(TOKENS, ONE, Map.of("id", id(i), "user_id", id(1)));
    }
    store.put(USERS, ONE, user(1));
    store.put(USERS, TWO, user(1));
    Map<String, Long> pending = mirror.pending(List.of(ONE, TWO));
    assertThat(pending).hasSize(12).containsEntry("refresh_tokens", 1000L);
    assertThat(pending).containsEntry("users", 2L).containsEntry("teams", 0L);
    mirror.run(List.of(ONE));
    store.delete(USERS, ONE, user(1));
    assertThat(mirror.pending(List.of(ONE))).containsEntry("users", 1L);
    assertThat(mirror.pending(List.of(TWO))).containsEntry("users", 1L);
    assertThat(mirror.pending(List.of(ONE))).containsEntry("refresh_tokens", 0L);
  }

  private static void whatStopsBetweenRowsAndCursorIsDoneAgain(Twinhouse house) {
    RowStore store = new RowStore();
    Mirror mirror = mirror(house, store);
    for (long i = 0; i < 1500; i++) {
      store.put(TOKENS, ONE, Map.of("id", id(i), "user_id", id(1)));
    }
    house.execute("DROP TABLE _stack_sync_metadata");
    house.execute(
        "CREATE VIEW _stack_sync_metadata AS SELECT toUUID('"
            + ONE.id()
            + "') AS tenancy_id, 'refresh_tokens' AS mapping_name, toInt64(-1) AS"
            + " last_synced_sequence_id"); // reads as nothing done, takes no cursor
    MirrorProgress stopped = of(mirror.run(List.of(ONE)), TOKENS);
    assertThat(stopped.failure()).isNotNull();
    assertThat(live(house, "refresh_tokens")).isEqualTo(1000);
    house.execute("DROP VIEW _stack_sync_metadata");
    mirror.create();
    assertThat(of(mirror.run(List.of(ONE)), TOKENS).rows()).isEqualTo(1500);
    assertThat(live(house, "refresh_tokens")).isEqualTo(1500);
    assertThat(MirrorVerifier.of(house, store).verify(TOKENS, ONE)).isEmpty();
  }

  private static void changesOverrideEachOtherInOrder(Twinhouse house) {
    RowStore store = new RowStore();
    Mirror mirror = mirror(house, store);
    store.put(USERS, ONE, user(1, "display_name", "first"));
    store.put(USERS, ONE, user(2));
    store.delete(USERS, ONE, user(9)); // deleted before the first run
    mirror.run(List.of(ONE));
    store.put(USERS, ONE, user(1, "display_name", "second"));
    store.delete(USERS, ONE, user(1)); // changed and deleted
    store.delete(USERS, ONE, user(2));
    mirror.run(List.of(ONE));
    // the tombstones lie in June, the rows in May
    assertThat(live(house, "users")).isZero();
    store.put(USERS, ONE, user(2, "primary_email", "b@c")); // made again under its key
    mirror.run(List.of(ONE));
    assertThat(live(house, "users")).isEqualTo(1);
    assertThat(MirrorVerifier.of(house, store).verify(USERS, ONE)).isEmpty();
  }

  /** Rows that were there before the first sequence have version 0, however often they are put. */
  private static void seededRowsGiveWay(Twinhouse house) {
    for (int times = 0; times < 2; times++) {
      for (long i = 1; i <= 3; i++) {
        house.execute(
            "INSERT INTO users (project_id, branch_id, id, display_name, signed_up_at,"
                + " sync_sequence_id, sync_is_deleted) VALUES ('p1', 'main', '"
                + id(i)
                + "', 'seed "
                + times
                + "', '2026-04-01 00:00:00', 0, 0)");
      }
      assertThat(live(house, "users")).isEqualTo(3);
    }
    assertThat(names(house)).isEqualTo("[[seed 1], [seed 1], [seed 1]]");
    RowStore store = new RowStore();
    store.put(USERS, ONE, user(1, "display_name", "real"));
    store.delete(USERS, ONE, user(2));
    mirror(house, store).run(List.of(ONE));
    assertThat(names(house)).isEqualTo("[[real], [seed 1]]");
  }

  private static String names(Twinhouse house) {
    try (QueryResult result =
        house.query("SELECT display_name FROM mirrored_views.users ORDER BY id")) {
      return result.rows().toString();
    }
  }

  private static void oneBrokenMappingStopsNoOther(Twinhouse house) {
    RowStore store = new RowStore();
    Mirror mirror = mirror(house, store);
    store.put(USERS, ONE, user(1));
    store.put(USERS, TWO, user(1));
    store.put(PREFERENCES, ONE, Map.of("user_id", id(1), "notification_category_id", "c"));
    store.broken = "notification_preferences";
    List<MirrorProgress> run = mirror.run(List.of(ONE, TWO));
    assertThat(run).filteredOn(p -> p.failure() != null).hasSize(2);
    assertThat(live(house, "users")).isEqualTo(2);
    MirrorBackoff wait = MirrorBackoff.of(Duration.ofSeconds(1), Duration.ofSeconds(30));
    for (int seconds : new int[] {2, 4, 8, 16, 30, 30}) {
      wait = wait.after(run);
      assertThat(wait.delay()).isEqualTo(Duration.ofSeconds(seconds));
    }
    store.broken = "";
    run = mirror.run(List.of(ONE, TWO));
    assertThat(wait.after(run).delay()).isEqualTo(Duration.ofSeconds(1));
    assertThat(live(house, "notification_preferences")).isEqualTo(1);
  }

  private static void everyDifferenceIsNamed(Twinhouse house) {
    RowStore store = new RowStore();
    Mirror mirror = mirror(house, store);
    store.put(USERS, ONE, user(1, "client_metadata", "{\"b\": 1, \"a\": [true, null]}"));
    store.put(USERS, ONE, user(2, "server_metadata", "{\"gone\": null}", "is_anonymous", true));
    store.put(USERS, ONE, user(3, "display_name", "2026-01-01T00:00:00Z"));
    mirror.run(List.of(ONE));
    MirrorVerifier verifier = MirrorVerifier.of(house, store);
    // the same, otherwise written
    store.spoil(USERS, ONE, 1, "client_metadata", "{\"a\":[true,null],\"b\":1}");
    store.spoil(USERS, ONE, 12, "server_metadata", "null");
    store.spoil(USERS, ONE, 12, "is_anonymous", "1");
    store.spoil(USERS, ONE, 1, "signed_up_at", "2026-05-01 00:00:00.123");
    assertThat(verifier.verify(USERS, ONE)).isEmpty();
    // not the same
    store.spoil(USERS, ONE, 1, "client_metadata", "{\"a\":[true],\"b\":1}");
    store.spoil(USERS, ONE, 23, "display_name", "2026-01-01 00:00:00");
    store.forget(USERS, ONE, 12);
    store.put(USERS, ONE, user(4));
    assertThat(verifier.verify(USERS, ONE))
        .extracting(MirrorDifference::toString)
        .containsExactly(
            "users id="
                + id(1)
                + ": client_metadata is {\"a\":[true],\"b\":1} in the row store,"
                + " {\"a\":[true,null],\"b\":1} in the house",
            "users id=" + id(2) + " is only in the house",
            "users id="
                + id(3)
                + ": display_name is 2026-01-01 00:00:00 in the row store, 2026-01-01T00:00:00Z in"
                + " the house",
            "users id=" + id(4) + " is only in the row store");
  }

  @Test
  void aPageOfAnotherShapeIsRefused() {
    try (Twinhouse house = Twinhouse.open("arrow:memory:")) {
      prepare(house, "default");
      Map<String, Consumer<Map<String, Object>>> spoilt = new LinkedHashMap<>();
      spoilt.put("its columns are", row -> row.remove("display_name"));
      spoilt.put(
          "its columns are [branch_id", row -> row.put("project_id", row.remove("project_id")));
      spoilt.put("it is of tenancy", row -> row.put(MirrorMapping.TENANCY, TWO.id()));
      spoilt.put("it has no tenancyId", row -> row.remove(MirrorMapping.TENANCY));
      spoilt.put("no whole number", row -> row.put(MirrorMapping.SEQUENCE, "NaN"));
      spoilt.put("does not come after -1", row -> row.put(MirrorMapping.SEQUENCE, -1));
      spoilt.put("none of true, false, 1 and 0", row -> row.put("is_anonymous", "yes"));
      spoilt.put("Column sync_is_deleted is", row -> row.put(MirrorMapping.DELETED, "2"));
      spoilt.put("which is no truth value", row -> row.put("is_anonymous", null));
      spoilt.put("its signed_up_at is NULL", row -> row.put("signed_up_at", null));
      spoilt.forEach(
          (reason, change) -> {
            RowStore store = new RowStore();
            change.accept(store.put(USERS, ONE, user(1)));
            MirrorProgress refused = of(mirror(house, store).run(List.of(ONE)), USERS);
            assertThat(refused.failure()).as(reason).hasMessageContaining(reason);
            assertThat(refused.rows()).isZero();
          });
      assertThat(live(house, "users")).isZero();
    }
  }

  @Test
  void aMappingWhoseRowsCannotBeToldApartIsRefused() {
    assertWrong("its key [] must name", "id UUID", List.of());
    assertWrong("its key [nobody] must name", "id UUID", List.of("nobody"));
    assertWrong("two of its columns have one name", "id UUID, id String", List.of("id"));
    assertThatThrownBy(
            () ->
                MirrorMapping.of(
                    "m", "id UUID", List.of("id"), Map.of("rendered", ColumnForm.BOOLEAN)))
        .hasMessageContaining("there are no columns [rendered]");
    assertThatThrownBy(() -> new MirrorMapping("m", " ", USERS.columns(), List.of("id")))
        .hasMessageContaining("needs a name and a table");
    assertThatThrownBy(() -> USERS.tombstone(ONE, Map.of(), 1, RowStore.DELETED_AT))
        .hasMessageContaining("the row to bury has no id");
  }

  private static void assertWrong(String reason, String columns, List<String> key) {
    assertThatThrownBy(() -> MirrorMapping.of("m", columns, key, Map.of()))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void tombstonesTakeWhatTheirColumnsTake() {
    Map<String, Object> invitation =
        TABLES.get("team_invitations").tombstone(ONE, Map.of("id", id(5)), 12, RowStore.DELETED_AT);
    assertThat(invitation)
        .containsEntry("id", id(5))
        .containsEntry("team_id", new UUID(0, 0))
        .containsEntry("recipient_email", "")
        .containsEntry("expires_at_millis", 0)
        .containsEntry("created_at", RowStore.DELETED_AT);
    Map<String, Object> email =
        TABLES.get("email_outboxes").tombstone(ONE, Map.of("id", id(5)), 12, RowStore.DELETED_AT);
    assertThat(email).containsEntry("subject", null).containsEntry("is_transactional", null);
    assertThat(email).containsEntry("status", "").containsEntry("is_paused", 0);
  }
}
