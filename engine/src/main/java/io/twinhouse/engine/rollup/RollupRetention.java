// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.type.Quoting;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lets go of old rows, a bounded number at a time so that a run is short: events first, sums by the
 * hour with what is left of the budget; sums by the day stay.
 */
public final class RollupRetention {

  /** The most rows that one run deletes. */
  private static final int MOST = 500;

  private final Twinhouse house;
  private final RollupDefinition definition;

  private RollupRetention(Twinhouse house, RollupDefinition definition) {
    this.house = house;
    this.definition = definition;
  }

  public static RollupRetention of(Twinhouse house, RollupDefinition definition) {
    return new RollupRetention(house, definition);
  }

  /**
   * What a run deleted.
   *
   * @param more whether the budget ended before the old rows did
   */
  public record Deleted(int events, int hours, boolean more) {}

  /**
   * Deletes what is older than {@code before}.
   *
   * @param limit how many rows at most, no more than 500
   */
  public Deleted run(Instant before, int limit) {
    int budget = Math.min(limit, MOST);
    String events = Quoting.name(definition.source());
    String sums = Quoting.name(definition.name());
    String id = Quoting.name(definition.id());
    String old = " WHERE " + Quoting.name(definition.time()) + " < " + moment(before);
    List<String> gone =
        column("SELECT " + id + " FROM " + events + old + " ORDER BY 1 LIMIT " + (budget + 1));
    int deletedEvents = Math.min(gone.size(), budget);
    delete(events, id, gone.subList(0, deletedEvents));

    String row = "hex(sipHash128(owner, dimension, toString(bucket), key))";
    int left = budget - deletedEvents;
    List<String> hours =
        column(
            "SELECT DISTINCT "
                + row
                + " FROM "
                + sums
                + " WHERE grain = 'hour' AND bucket < "
                + moment(before)
                + " ORDER BY 1 LIMIT "
                + (left + 1));
    int deletedHours = Math.min(hours.size(), left);
    delete(sums, "grain = 'hour' AND " + row, hours.subList(0, deletedHours));
    return new Deleted(
        deletedEvents, deletedHours, gone.size() > deletedEvents || hours.size() > deletedHours);
  }

  private List<String> column(String query) {
    try (QueryResult result = house.query(QueryRequest.of(query))) {
      return result.rows().stream().map(row -> String.valueOf(row.get(0))).toList();
    }
  }

  private void delete(String table, String column, List<String> values) {
    if (!values.isEmpty()) {
      String list = values.stream().map(Quoting::text).collect(Collectors.joining(", "));
      QueryRequest request =
          QueryRequest.of("ALTER TABLE " + table + " DELETE WHERE " + column + " IN (" + list + ")")
              .withSetting("mutations_sync", "2");
      try (QueryResult result = house.query(request)) {
        while (result.next() != null) {
          // the deletion is over when the statement is
        }
      }
    }
  }

  private static String moment(Instant moment) {
    return "fromUnixTimestamp64Milli(toInt64(" + moment.toEpochMilli() + "), 'UTC')";
  }
}
