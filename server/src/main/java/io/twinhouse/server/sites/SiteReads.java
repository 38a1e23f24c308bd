// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.rollup.Rollup;
import io.twinhouse.engine.rollup.RollupFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be read of one site. Thread-safe. */
public final class SiteReads {

  private static final int MOST_ROWS = 256;

  private final Twinhouse house;
  private final String site;
  private final Rollup sums;

  SiteReads(Twinhouse house, String site) {
    this.house = house;
    this.site = site;
    this.sums = Rollup.of(house, SiteTables.SUMS);
  }

  /**
   * The figures at the top.
   *
   * @param visitors distinct ones; counted of the events themselves, so that none is lost
   */
  public record Overview(long events, long pageViews, long visitors) {}

  public Overview overview(SiteRange range) {
    List<Long> totals = sums.overview(site, range.from(), range.to());
    String visitors = "SELECT uniqExact(visitor) FROM " + SiteTables.EVENTS + within();
    try (QueryResult result = house.query(request(visitors, range, Map.of()))) {
      long distinct = Long.parseLong(String.valueOf(result.rows().get(0).get(0)));
      return new Overview(totals.get(0), totals.get(1), distinct);
    }
  }

  /** Events and views of pages, a point an hour or a day. */
  public List<RollupFigures> series(SiteRange range) {
    return sums.series(site, range.from(), range.to(), range.grain());
  }

  /**
   * The most frequent keys of a dimension.
   *
   * @param dimension event, page, referrer, source, medium or campaign
   * @param limit at most 100
   */
  public List<RollupFigures> top(String dimension, SiteRange range, int limit) {
    return sums.top(site, dimension, range.from(), range.to(), limit);
  }

  /**
   * A page of events, the newest first.
   *
   * @param after of the page before, null for the first
   * @param limit at most 256
   */
  public EventPage events(@Nullable EventCursor after, int limit) {
    int size = Math.max(1, Math.min(limit, MOST_ROWS));
    EventCursor from = after == null ? new EventCursor(Long.MAX_VALUE, "") : after;
    String sql =
        "SELECT id, toUnixTimestamp64Milli(at) AS ms, type, name, visitor FROM "
            + SiteTables.EVENTS
            + " WHERE site = {site:String} AND (ms < {ms:Int64} OR ms = {ms:Int64} AND id <"
            + " {id:String}) ORDER BY at DESC, id DESC LIMIT "
            + (size + 1);
    Map<String, String> values =
        Map.of("site", site, "ms", Long.toString(from.at()), "id", from.id());
    List<EventPage.Row> rows = new ArrayList<>();
    try (QueryResult result = house.query(QueryRequest.of(sql).withParameters(values))) {
      for (List<@Nullable Object> row : result.rows()) {
        List<String> texts = row.stream().map(String::valueOf).toList();
        Instant at = Instant.ofEpochMilli(Long.parseLong(texts.get(1)));
        rows.add(new EventPage.Row(texts.get(0), at, texts.get(2), texts.get(3), texts.get(4)));
      }
    }
    if (rows.size() <= size) {
      return new EventPage(rows, null);
    }
    EventPage.Row last = rows.get(size - 1);
    return new EventPage(
        rows.subList(0, size), new EventCursor(last.at().toEpochMilli(), last.id()));
  }

  /** The values of a property of one kind of event; see {@link SiteAdmin#properties}. */
  List<PropertyShare> properties(String event, String property, SiteRange range, int limit) {
    String sql =
        "SELECT toString(JSONType(properties, {property:String})) AS type,"
            + " JSONExtractRaw(properties, {property:String}) AS value, count() AS c FROM "
            + SiteTables.EVENTS
            + within()
            + " AND name = {event:String} AND JSONHas(properties, {property:String}) GROUP BY type,"
            + " value ORDER BY c DESC, type, value LIMIT "
            + Math.max(1, Math.min(limit, MOST_ROWS));
    Map<String, String> values = Map.of("event", event, "property", property);
    List<PropertyShare> shares = new ArrayList<>();
    try (QueryResult result = house.query(request(sql, range, values))) {
      for (List<@Nullable Object> row : result.rows()) {
        long count = Long.parseLong(String.valueOf(row.get(2)));
        shares.add(
            new PropertyShare(String.valueOf(row.get(0)), String.valueOf(row.get(1)), count));
      }
    }
    return shares;
  }

  private static String within() {
    return " WHERE site = {site:String} AND at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND"
        + " at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')";
  }

  private QueryRequest request(String sql, SiteRange range, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("site", site);
    values.put("from", Long.toString(range.from().toEpochMilli()));
    values.put("to", Long.toString(range.to().toEpochMilli()));
    return QueryRequest.of(sql).withParameters(values);
  }
}
