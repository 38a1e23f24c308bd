// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.Appender;
import io.twinhouse.engine.type.Quoting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Appends batches of events; of an event that is reported twice within a day only the first stays.
 * Thread-safe. Two of these that share a house may both take an event that reaches both at once.
 */
public final class SiteIngest {

  private static final int MOST_EVENTS = 50;
  private static final int MOST_PROPERTIES = 32;
  private static final Duration REPEATS = Duration.ofHours(24);

  private final Twinhouse house;

  private SiteIngest(Twinhouse house) {
    this.house = house;
  }

  public static SiteIngest into(Twinhouse house) {
    return new SiteIngest(house);
  }

  /**
   * Appends a batch.
   *
   * @param now when it came
   * @return how many events were appended; the others are repeats
   * @throws TwinhouseException BAD_ARGUMENTS with what is wrong; nothing was appended then
   */
  public synchronized int append(String site, List<SiteEvent> events, Instant now) {
    check(events);
    Map<String, SiteEvent> fresh = new LinkedHashMap<>();
    events.forEach(event -> fresh.putIfAbsent(event.key(), event));
    fresh.keySet().removeAll(known(site, fresh.keySet(), now));
    if (fresh.isEmpty()) {
      return 0;
    }
    try (Appender rows = Appender.to(house, SiteTables.EVENTS)) {
      fresh.forEach(
          (id, event) ->
              rows.append(
                  site,
                  id,
                  event.visitor(),
                  event.session(),
                  event.at(),
                  event.type(),
                  event.name(),
                  event.path(),
                  event.referrer(),
                  event.properties(),
                  now));
    }
    return fresh.size();
  }

  private static void check(List<SiteEvent> events) {
    if (events.isEmpty() || events.size() > MOST_EVENTS) {
      throw wrong("a batch has 1 to " + MOST_EVENTS + " events, this one " + events.size());
    }
    for (int i = 0; i < events.size(); i++) {
      int properties = events.get(i).properties().size();
      if (properties > MOST_PROPERTIES) {
        throw wrong(
            "event " + i + " has " + properties + " properties, the most is " + MOST_PROPERTIES);
      }
    }
  }

  private static TwinhouseException wrong(String why) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Batch of a site refused: " + why);
  }

  private Set<String> known(String site, Collection<String> ids, Instant now) {
    QueryRequest request =
        QueryRequest.of(
                "SELECT DISTINCT id FROM "
                    + SiteTables.EVENTS
                    + " WHERE site = {site:String} AND has({ids:Array(String)}, id) AND taken_at >"
                    + " fromUnixTimestamp64Milli({since:Int64}, 'UTC')")
            .withParameters(
                Map.of(
                    "site",
                    site,
                    "ids",
                    ids.stream().map(Quoting::text).collect(Collectors.joining(", ", "[", "]")),
                    "since",
                    Long.toString(now.minus(REPEATS).toEpochMilli())));
    Set<String> known = new HashSet<>();
    try (QueryResult result = house.query(request)) {
      result.rows().forEach(row -> known.add(String.valueOf(row.get(0))));
    }
    return known;
  }
}
