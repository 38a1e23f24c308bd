// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Projects by how many users they have; those with the same number by who was active, by name. */
public final class Leaderboard {

  /** More are not shown. */
  public static final int LIMIT = 500;

  /**
   * A project's line.
   *
   * @param sparkline active users a day, exactly as many points as the page has days
   */
  public record Entry(String project, long users, long active, List<Long> sparkline) {
    public Entry {
      sparkline = List.copyOf(sparkline);
    }
  }

  private Leaderboard() {}

  /**
   * The best projects, best first.
   *
   * @param users of each project
   * @param active users of each project in the period; none if it has no entry
   * @param sparks active users by project and day
   */
  public static List<Entry> of(
      Map<String, Long> users,
      Map<String, Long> active,
      Map<String, Map<LocalDate, Long>> sparks,
      DailySeries days) {
    List<Entry> entries = new ArrayList<>();
    users.forEach(
        (project, count) ->
            entries.add(
                new Entry(
                    project,
                    count,
                    active.getOrDefault(project, 0L),
                    days.fill(sparks.getOrDefault(project, Map.of())).stream()
                        .map(DailySeries.Point::value)
                        .toList())));
    entries.sort(
        Comparator.comparingLong(Entry::users)
            .thenComparingLong(Entry::active)
            .reversed()
            .thenComparing(Entry::project));
    return entries.subList(0, Math.min(LIMIT, entries.size()));
  }
}
