// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The metrics page once more, by brute force over the events as drawn. Rows are lists of text as
 * TSV prints it.
 */
final class MetricsOracle {

  private static final Pattern VERSION_4 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private final DemoOptions options;
  private final List<Event> events;
  private final boolean bounded;
  private final boolean includeAnonymous;

  MetricsOracle(DemoOptions options, List<Event> all, boolean bounded, boolean includeAnonymous) {
    this.options = options;
    this.bounded = bounded;
    this.includeAnonymous = includeAnonymous;
    this.events =
        all.stream()
            .filter(e -> e.actor().project().equals(Person.PROJECT))
            .filter(e -> e.actor().branch().equals(Person.BRANCH))
            .toList();
  }

  List<List<String>> answer(String metric) {
    return switch (metric) {
      case "loadUsersByCountry" -> usersByCountry();
      case "loadDailyActiveUsers" -> dailyActiveUsers();
      case "loadDailyActiveUsersSplit", "loadDailyActiveUsersSplitHashed" ->
          split(e -> e.actor().user(), this::counts);
      case "loadDailyActiveTeamsSplit" -> split(e -> e.actor().team(), e -> true);
      case "loadMonthlyActiveUsers" -> monthlyActiveUsers();
      case "analyticsOverview:dailyEvents" -> dailyEvents();
      case "analyticsOverview:totalVisitors" -> totalVisitors();
      case "analyticsOverview:topReferrers" -> topReferrers();
      case "analyticsOverview:topRegion" -> topRegion();
      case "analyticsOverview:online" -> online();
      default -> throw new IllegalArgumentException(metric);
    };
  }

  private List<Event> where(String type, Predicate<Event> condition) {
    return events.stream()
        .filter(e -> e.type().equals(type) && e.actor().user() != null)
        .filter(condition)
        .toList();
  }

  private boolean inWindow(Event event) {
    return event.atMillis() >= options.since().toEpochMilli() && beforeEnd(event);
  }

  private boolean beforeEnd(Event event) {
    return event.atMillis() < options.until().toEpochMilli();
  }

  private boolean inWindowIfBounded(Event event) {
    return bounded ? inWindow(event) : beforeEnd(event);
  }

  /** The token refresh's own flag, absent as no. */
  private boolean counts(Event event) {
    return includeAnonymous || !Boolean.TRUE.equals(event.facts().anonymous());
  }

  private static LocalDate day(Event event) {
    return Instant.ofEpochMilli(event.atMillis()).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String user(Event event) {
    return Objects.requireNonNull(event.actor().user());
  }

  private List<List<String>> usersByCountry() {
    Map<String, Event> latest = new HashMap<>();
    for (Event event :
        where(
            Event.TOKEN_REFRESH,
            e -> e.facts().country() != null && counts(e) && (!bounded || inWindow(e)))) {
      latest.merge(user(event), event, MetricsOracle::later);
    }
    Map<String, Long> users = new HashMap<>();
    latest.values().forEach(e -> users.merge(text(e.facts().country()), 1L, Long::sum));
    return byCountDescending(users);
  }

  private static Event later(Event one, Event other) {
    return other.atMillis() > one.atMillis() ? other : one;
  }

  private List<List<String>> dailyActiveUsers() {
    Map<LocalDate, Set<String>> users = new TreeMap<>();
    for (Event event : where(Event.TOKEN_REFRESH, e -> inWindow(e) && counts(e))) {
      users.computeIfAbsent(day(event), d -> new HashSet<>()).add(user(event));
    }
    List<List<String>> rows = new ArrayList<>();
    users.forEach((day, set) -> rows.add(List.of(day.toString(), "" + set.size())));
    return rows;
  }

  private List<List<String>> split(
      Function<Event, @Nullable String> entityOf, Predicate<Event> condition) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    Map<String, LocalDate> first = new HashMap<>();
    for (Event event : events) {
      String entity = entityOf.apply(event);
      if (!event.type().equals(Event.TOKEN_REFRESH) || entity == null || !condition.test(event)) {
        continue;
      }
      if (beforeEnd(event)) {
        first.merge(entity, day(event), (a, b) -> a.isBefore(b) ? a : b);
      }
      if (inWindow(event)) {
        days.computeIfAbsent(entity, x -> new HashSet<>()).add(day(event));
      }
    }
    Map<LocalDate, long[]> counts = new TreeMap<>();
    days.forEach(
        (entity, active) ->
            active.forEach(
                day -> {
                  long[] row = counts.computeIfAbsent(day, d -> new long[4]);
                  row[0]++;
                  boolean isNew = first.get(entity).equals(day);
                  row[isNew ? 1 : active.contains(day.minusDays(1)) ? 2 : 3]++;
                }));
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (day, row) ->
            rows.add(List.of(day.toString(), "" + row[0], "" + row[1], "" + row[2], "" + row[3])));
    return rows;
  }

  private List<List<String>> monthlyActiveUsers() {
    Set<String> users = new HashSet<>();
    for (Event event : where(Event.TOKEN_REFRESH, e -> inWindow(e) && counts(e))) {
      String normalised = user(event).strip().toLowerCase(Locale.ROOT);
      if (VERSION_4.matcher(normalised).matches()) {
        users.add(normalised);
      }
    }
    return single(users.size());
  }

  /** Views or clicks that count under their own flag, else the user's latest, else as no. */
  private List<Event> visits(String type) {
    Map<String, Event> latest = new HashMap<>();
    where(Event.TOKEN_REFRESH, this::inWindowIfBounded)
        .forEach(e -> latest.merge(user(e), e, MetricsOracle::later));
    return where(
        type,
        e -> {
          if (!inWindow(e)) {
            return false;
          }
          Boolean own = e.facts().anonymous();
          Event refresh = latest.get(user(e));
          Boolean users = refresh == null ? null : refresh.facts().anonymous();
          return includeAnonymous || !Boolean.TRUE.equals(own == null ? users : own);
        });
  }

  private List<List<String>> dailyEvents() {
    Map<LocalDate, long[]> counts = new TreeMap<>();
    Map<LocalDate, Set<String>> visitors = new HashMap<>();
    for (Event view : visits(Event.PAGE_VIEW)) {
      counts.computeIfAbsent(day(view), d -> new long[2])[0]++;
      visitors.computeIfAbsent(day(view), d -> new HashSet<>()).add(user(view));
    }
    visits(Event.CLICK).forEach(e -> counts.computeIfAbsent(day(e), d -> new long[2])[1]++);
    List<List<String>> rows = new ArrayList<>();
    counts.forEach(
        (day, row) ->
            rows.add(
                List.of(
                    day.toString(),
                    "" + row[0],
                    "" + row[1],
                    "" + visitors.getOrDefault(day, Set.of()).size())));
    return rows;
  }

  private List<List<String>> totalVisitors() {
    return single(visits(Event.PAGE_VIEW).stream().map(MetricsOracle::user).distinct().count());
  }

  private List<List<String>> topReferrers() {
    Map<String, Set<String>> visitors = new HashMap<>();
    for (Event view : visits(Event.PAGE_VIEW)) {
      String referrer = view.facts().referrer();
      String key = referrer == null || referrer.isEmpty() ? "\\N" : referrer;
      visitors.computeIfAbsent(key, r -> new HashSet<>()).add(user(view));
    }
    Map<String, Long> counts = new HashMap<>();
    visitors.forEach((referrer, set) -> counts.put(referrer, (long) set.size()));
    return byCountDescending(counts).stream().limit(100).toList();
  }

  private List<List<String>> topRegion() {
    Map<String, Set<String>> users = new HashMap<>();
    for (Event event : where(Event.TOKEN_REFRESH, e -> inWindow(e) && counts(e))) {
      String key = text(event.facts().country()) + "\t" + text(event.facts().region());
      users.computeIfAbsent(key, r -> new HashSet<>()).add(user(event));
    }
    Map<String, Long> counts = new HashMap<>();
    users.forEach((region, set) -> counts.put(region, (long) set.size()));
    List<String> top = byCountDescending(counts).get(0);
    String[] key = top.get(0).split("\t");
    return List.of(List.of(key[0], key[1], top.get(1)));
  }

  private List<List<String>> online() {
    long from = options.now().minusSeconds(300).toEpochMilli();
    return single(
        where(Event.TOKEN_REFRESH, e -> e.atMillis() >= from && beforeEnd(e) && counts(e)).stream()
            .map(MetricsOracle::user)
            .distinct()
            .count());
  }

  private static String text(@Nullable String value) {
    return value == null ? "\\N" : value;
  }

  private static List<List<String>> single(long value) {
    return List.of(List.of("" + value));
  }

  /** Equal counts in order of the key, NULL last. */
  private static List<List<String>> byCountDescending(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Long>>comparingLong(e -> -e.getValue())
                .thenComparing(e -> e.getKey().startsWith("\\N") ? "\uffff" : e.getKey()))
        .map(e -> List.of(e.getKey(), "" + e.getValue()))
        .toList();
  }
}
