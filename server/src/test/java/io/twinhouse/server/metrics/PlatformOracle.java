// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.server.metrics.PlatformData.Event;
import io.twinhouse.server.metrics.PlatformData.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The seventeen answers by plain loops over all rows. */
final class PlatformOracle {

  private static final long SINCE = PlatformData.SINCE.toEpochMilli();
  private static final long PRIOR = PlatformData.PRIOR.toEpochMilli();
  private static final long UNTIL = PlatformData.UNTIL.toEpochMilli();

  private final PlatformData data;
  private final int sample;

  /**
   * @param sample one user in how many the split sees
   */
  PlatformOracle(PlatformData data, int sample) {
    this.data = data;
    this.sample = sample;
  }

  List<List<String>> answer(String metric) {
    return switch (metric) {
      case "dauSeries" -> dauSeries();
      case "pvSeries" -> pvSeries();
      case "signupSeries" ->
          counts(account(u -> u.at() >= SINCE && u.at() < UNTIL), u -> day(u.at()));
      case "mauProjects" -> mauProjects();
      case "userCounts" -> userCounts();
      case "country" -> country();
      case "deadClicks" -> deadClicks();
      case "split" -> split();
      case "totalsByProject" -> counts(account(u -> true), Version::project);
      case "verifiedByProject" -> counts(account(this::isVerified), Version::project);
      case "signupsByProject" -> signupsByProject();
      case "activeByProject" -> activeByProject();
      case "sparkByProject" -> sparkByProject();
      case "teamsByProject" -> counts(live(data.teams, Version::key), Version::project);
      case "oauthByProject" ->
          counts(live(data.accounts, v -> v.key() + v.flag()), Version::project);
      case "emailsByProject" -> counts(live(data.emails, Version::key), Version::project);
      case "analyticsByProject" -> analyticsByProject();
      default -> throw new IllegalArgumentException(metric);
    };
  }

  private List<Event> events(String type, long since) {
    return data.events.stream()
        .filter(e -> e.type().equals(type) && !e.project().equals("internal"))
        .filter(e -> e.at() >= since && e.at() < UNTIL)
        .toList();
  }

  private List<Event> refreshes(long since) {
    return events("$token-refresh", since).stream().filter(e -> e.user() != null).toList();
  }

  private List<List<String>> dauSeries() {
    Map<String, Set<String>> users = new TreeMap<>();
    refreshes(SINCE)
        .forEach(e -> users.computeIfAbsent(day(e.at()), d -> new HashSet<>()).add(e.user()));
    return users.entrySet().stream().map(d -> row(d.getKey(), d.getValue().size())).toList();
  }

  private List<List<String>> pvSeries() {
    Map<String, List<Event>> days = new TreeMap<>();
    events("$page-view", SINCE)
        .forEach(e -> days.computeIfAbsent(day(e.at()), d -> new ArrayList<>()).add(e));
    List<List<String>> rows = new ArrayList<>();
    days.forEach((day, views) -> rows.add(row(day, views.size(), distinct(views, Event::user))));
    return rows;
  }

  private static int distinct(List<Event> events, Function<Event, String> key) {
    Set<String> values = new HashSet<>();
    events.forEach(e -> values.add(key.apply(e)));
    values.remove(null);
    return values.size();
  }

  private List<List<String>> mauProjects() {
    List<Event> now = refreshes(SINCE);
    List<Event> before = refreshes(PRIOR).stream().filter(e -> e.at() < SINCE).toList();
    return List.of(
        row(
            distinct(now, Event::user),
            distinct(before, Event::user),
            distinct(now, Event::project),
            distinct(before, Event::project)));
  }

  private List<List<String>> userCounts() {
    Predicate<Version> old = u -> u.at() < SINCE;
    return List.of(
        row(
            account(u -> true).size(),
            account(old).size(),
            account(this::isVerified).size(),
            account(old.and(this::isVerified)).size(),
            live(data.users, Version::key).stream().filter(Version::flag).toList().size()));
  }

  private List<List<String>> country() {
    Map<String, Event> latest = new HashMap<>();
    refreshes(SINCE).stream()
        .filter(e -> e.country() != null)
        .forEach(e -> latest.merge(e.user(), e, (a, b) -> b.at() > a.at() ? b : a));
    Map<String, Integer> users = new TreeMap<>();
    latest
        .values()
        .forEach(e -> users.merge(e.country().toUpperCase(Locale.ROOT), 1, Integer::sum));
    return users.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(c -> row(c.getKey(), c.getValue()))
        .toList();
  }

  private List<List<String>> deadClicks() {
    var clicks =
        data.clicks.stream()
            .filter(c -> !c.project().equals("internal") && c.at() >= SINCE && c.at() < UNTIL)
            .toList();
    return List.of(row(clicks.size(), clicks.stream().filter(PlatformData.Click::dead).count()));
  }

  private List<List<String>> split() {
    List<Event> all =
        refreshes(Long.MIN_VALUE).stream()
            .filter(e -> e.anonymous() == null || !e.anonymous())
            .filter(e -> keeps(e.user()))
            .toList();
    Map<String, TreeSet<LocalDate>> active = new LinkedHashMap<>();
    Map<String, LocalDate> first = new HashMap<>();
    for (Event event : all) {
      LocalDate day = date(event.at());
      first.merge(event.user(), day, (a, b) -> a.isBefore(b) ? a : b);
      if (event.at() >= SINCE) {
        active.computeIfAbsent(event.user(), u -> new TreeSet<>()).add(day);
      }
    }
    Map<LocalDate, int[]> days = new TreeMap<>();
    active.forEach(
        (user, dates) ->
            dates.forEach(
                day -> {
                  int[] counts = days.computeIfAbsent(day, d -> new int[4]);
                  counts[0]++;
                  boolean isNew = first.get(user).equals(day);
                  counts[isNew ? 1 : dates.contains(day.minusDays(1)) ? 2 : 3]++;
                }));
    List<List<String>> rows = new ArrayList<>();
    days.forEach(
        (day, c) -> rows.add(row(day, c[0] * sample, c[1] * sample, c[2] * sample, c[3] * sample)));
    return rows;
  }

  private boolean keeps(String user) {
    return isKept(user, sample);
  }

  /** Whether a user is in the sample of one in {@code oneIn}. */
  static boolean isKept(String user, int oneIn) {
    byte[] text = user.getBytes(StandardCharsets.UTF_8);
    return Long.remainderUnsigned(CityHash102.hash64(text, 0, text.length), oneIn) == 0;
  }

  private List<List<String>> signupsByProject() {
    return twoPeriods(
        account(u -> u.at() >= PRIOR && u.at() < UNTIL), Version::project, Version::at, v -> v);
  }

  private List<List<String>> activeByProject() {
    return twoPeriods(refreshes(PRIOR), Event::project, Event::at, Event::user);
  }

  private static <R> List<List<String>> twoPeriods(
      List<R> rows, Function<R, String> project, Function<R, Long> at, Function<R, Object> key) {
    Map<String, List<Set<Object>>> projects = new TreeMap<>();
    for (R row : rows) {
      projects
          .computeIfAbsent(project.apply(row), p -> List.of(new HashSet<>(), new HashSet<>()))
          .get(at.apply(row) >= SINCE ? 0 : 1)
          .add(key.apply(row));
    }
    return projects.entrySet().stream()
        .map(p -> row(p.getKey(), p.getValue().get(0).size(), p.getValue().get(1).size()))
        .toList();
  }

  private List<List<String>> sparkByProject() {
    Map<List<String>, Set<String>> users =
        new TreeMap<>(
            Comparator.comparing((List<String> k) -> k.get(0)).thenComparing(k -> k.get(1)));
    refreshes(SINCE)
        .forEach(
            e ->
                users
                    .computeIfAbsent(List.of(e.project(), day(e.at())), k -> new HashSet<>())
                    .add(e.user()));
    return users.entrySet().stream()
        .map(u -> row(u.getKey().get(0), u.getKey().get(1), u.getValue().size()))
        .toList();
  }

  private List<List<String>> analyticsByProject() {
    Map<String, Integer> views = new TreeMap<>();
    data.events.stream()
        .filter(e -> e.type().equals("$page-view") && e.branch().equals("main"))
        .filter(e -> !e.project().equals("internal"))
        .forEach(e -> views.merge(e.project(), 1, Integer::sum));
    return views.entrySet().stream().map(v -> row(v.getKey(), v.getValue())).toList();
  }

  /** Newest versions that are no tombstones, of the main branch of customers' projects. */
  private static List<Version> live(List<Version> rows, Function<Version, String> key) {
    Map<List<String>, Version> newest = new LinkedHashMap<>();
    for (Version row : rows) {
      newest.merge(
          List.of(row.project(), row.branch(), key.apply(row)),
          row,
          (a, b) -> b.sequence() >= a.sequence() ? b : a);
    }
    return newest.values().stream()
        .filter(v -> !v.deleted() && v.branch().equals("main"))
        .filter(v -> !v.project().equals("internal"))
        .toList();
  }

  private List<Version> account(Predicate<Version> which) {
    return live(data.users, Version::key).stream().filter(u -> !u.flag()).filter(which).toList();
  }

  private boolean isVerified(Version user) {
    return live(data.channels, Version::key).stream()
        .anyMatch(
            c ->
                c.flag()
                    && c.kind().equals("EMAIL")
                    && c.project().equals(user.project())
                    && PlatformData.userOf(c.key()).equals(user.key()));
  }

  private static List<List<String>> counts(List<Version> rows, Function<Version, String> key) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(key.apply(row), 1, Integer::sum));
    return counts.entrySet().stream().map(c -> row(c.getKey(), c.getValue())).toList();
  }

  private static LocalDate date(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String day(long millis) {
    return date(millis).toString();
  }

  private static List<String> row(Object... values) {
    return List.of(values).stream().map(Object::toString).toList();
  }
}
