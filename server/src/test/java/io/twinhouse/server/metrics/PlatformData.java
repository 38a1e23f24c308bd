// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.testkit.RandomSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows for the platform page, drawn so that its traps are all met: versions in any order,
 * tombstones in other months, accounts that were anonymous, channels that lose their verification,
 * other branches, the platform's own project, rows without a user, moments on the edges of the
 * window. Lists are in the order of insertion.
 */
final class PlatformData {

  static final Instant UNTIL = Instant.parse("2026-06-17T00:00:00Z");
  static final Instant SINCE = UNTIL.minusSeconds(30 * 86_400);
  static final Instant PRIOR = UNTIL.minusSeconds(60 * 86_400);

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int ROWS_PER_INSERT = 97;
  private static final long DAY = 86_400_000;

  record Event(
      String type,
      long at,
      String project,
      String branch,
      @Nullable String user,
      @Nullable String country,
      @Nullable Boolean anonymous) {}

  /**
   * A version of a row of one of the synced tables; {@code facts} are its own columns' literals.
   */
  record Version(
      String project,
      String branch,
      String key,
      long at,
      boolean flag,
      String kind,
      long sequence,
      boolean deleted) {}

  record Click(String project, long at, boolean dead) {}

  private final RandomSource random;
  final List<Event> events = new ArrayList<>();
  final List<Version> users = new ArrayList<>();
  final List<Version> channels = new ArrayList<>();
  final List<Version> teams = new ArrayList<>();
  final List<Version> accounts = new ArrayList<>();
  final List<Version> emails = new ArrayList<>();
  final List<Click> clicks = new ArrayList<>();

  PlatformData(RandomSource random) {
    this.random = random;
    for (int i = random.between(200, 1_500); i > 0; i--) {
      events.add(event());
    }
    for (List<Version> table : List.of(users, channels, teams, accounts, emails)) {
      for (int i = random.between(40, 250); i > 0; i--) {
        table.add(version(table == channels, i));
      }
    }
    for (int i = random.between(0, 60); i > 0; i--) {
      clicks.add(new Click(project(), moment(), random.oneIn(3)));
    }
  }

  /** No rows yet. */
  PlatformData() {
    this.random = RandomSource.of(0);
  }

  /** The same rows but for the events of other users, and of none. */
  PlatformData eventsOf(Predicate<String> kept) {
    PlatformData some = new PlatformData();
    events.stream().filter(e -> e.user() != null && kept.test(e.user())).forEach(some.events::add);
    some.users.addAll(users);
    some.channels.addAll(channels);
    some.teams.addAll(teams);
    some.accounts.addAll(accounts);
    some.emails.addAll(emails);
    some.clicks.addAll(clicks);
    return some;
  }

  private Event event() {
    String type = random.pick(List.of("$token-refresh", "$token-refresh", "$page-view", "$click"));
    boolean refresh = type.equals("$token-refresh");
    String user = random.oneIn(12) ? null : "u" + random.between(0, 40);
    long at = moment();
    Boolean anonymous = random.oneIn(3) ? Boolean.valueOf(random.oneIn(3)) : null;
    return new Event(
        type,
        at,
        project(),
        branch(),
        user,
        refresh ? country(user, at) : null,
        refresh ? anonymous : null);
  }

  /** One for each user and moment: which of two in one millisecond is the latest is open. */
  private static @Nullable String country(@Nullable String user, long at) {
    return Arrays.asList("de", "FR", "us", "JP", null)
        .get(Math.floorMod(Objects.hash(user, at / 7), 5));
  }

  /** Versions differ: which of two equal ones in two partitions counts is not settled. */
  private Version version(boolean channel, int row) {
    String key = uuid(random.between(0, channel ? 90 : 60));
    return new Version(
        project(),
        branch(),
        key,
        moment(),
        random.oneIn(2),
        channel && random.oneIn(4) ? "PHONE" : "EMAIL",
        1000L * random.between(0, 5) + row,
        random.oneIn(6));
  }

  private String project() {
    return random.pick(List.of("internal", "alpha", "beta", "beta", "gamma"));
  }

  private String branch() {
    return random.oneIn(8) ? "dev" : "main";
  }

  /** Within 100 days before the end and a little beyond; often on an edge of the window. */
  private long moment() {
    long end = UNTIL.toEpochMilli();
    return switch (random.between(0, 12)) {
      case 0 -> end;
      case 1 -> end - 1;
      case 2 -> SINCE.toEpochMilli();
      case 3 -> SINCE.toEpochMilli() - 1;
      case 4 -> PRIOR.toEpochMilli();
      default -> end + DAY - (long) (random.unit() * 100 * DAY);
    };
  }

  /** The user that a channel belongs to: three channels for two users. */
  static String userOf(String channelKey) {
    return uuid(Integer.parseInt(channelKey.substring(32), 16) * 2 / 3);
  }

  static String uuid(int number) {
    return "00000000-0000-4000-8000-" + String.format(Locale.ROOT, "%012x", number);
  }

  static String text(long millis) {
    return MILLIS.format(Instant.ofEpochMilli(millis));
  }

  /** INSERT statements for every row, in order. */
  List<String> inserts() {
    List<String> statements = new ArrayList<>();
    String synced = "project_id, branch_id, sync_sequence_id, sync_is_deleted, ";
    insert(
        statements,
        "events (event_type, event_at, project_id, branch_id, user_id, data)",
        events,
        PlatformData::values);
    insert(
        statements,
        "users (" + synced + "signed_up_at, is_anonymous, id)",
        users,
        v -> values(v, v.flag() ? 1 : 0, v.key()));
    insert(
        statements,
        "contact_channels (" + synced + "created_at, is_verified, id, user_id, type)",
        channels,
        v -> values(v, v.flag() ? 1 : 0, v.key(), userOf(v.key()), v.kind()));
    insert(statements, "teams (" + synced + "created_at, id)", teams, v -> values(v, v.key()));
    insert(
        statements,
        "connected_accounts (" + synced + "created_at, user_id, provider)",
        accounts,
        v -> values(v, v.key(), v.flag() ? "google" : "github"));
    insert(
        statements,
        "email_outboxes (" + synced + "created_at, id)",
        emails,
        v -> values(v, v.key()));
    insert(
        statements,
        "clickmap_events (project_id, event_at, is_dead)",
        clicks,
        c -> literals(c.project(), text(c.at()), c.dead() ? 1 : 0));
    return statements;
  }

  private static <R> void insert(
      List<String> statements, String target, List<R> rows, Function<R, String> values) {
    for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
      List<R> some = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT));
      statements.add(
          "INSERT INTO "
              + target
              + " VALUES "
              + String.join(", ", some.stream().map(values).toList()));
    }
  }

  private static String values(Event event) {
    List<String> facts = new ArrayList<>();
    if (event.anonymous() != null) {
      facts.add("\"is_anonymous\": " + event.anonymous());
    }
    if (event.country() != null) {
      facts.add("\"ip_info\": {\"country_code\": \"" + event.country() + "\"}");
    }
    return literals(
        event.type(),
        text(event.at()),
        event.project(),
        event.branch(),
        event.user(),
        "{" + String.join(", ", facts) + "}");
  }

  private static String values(Version version, Object... own) {
    List<@Nullable Object> all = new ArrayList<>();
    all.addAll(List.of(version.project(), version.branch(), version.sequence()));
    all.addAll(List.of(version.deleted() ? 1 : 0, text(version.at())));
    all.addAll(List.of(own));
    return literals(all.toArray());
  }

  private static String literals(@Nullable Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(
          value == null ? "NULL" : value instanceof String s ? "'" + s + "'" : value.toString());
    }
    return "(" + String.join(", ", texts) + ")";
  }
}
