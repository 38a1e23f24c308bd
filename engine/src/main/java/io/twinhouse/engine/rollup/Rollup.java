// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.rollup.RangePiece.Grain;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums of events by hour and day. Each insert of events adds its own sums, in the same statement,
 * so that there is no worker to fall behind and nothing to try again. Any range is answered
 * exactly: whole days and hours from the sums, its edges from the events. Thread-safe.
 */
public final class Rollup {

  private static final int MOST_KEYS = 100;

  private final Twinhouse house;
  private final RollupDefinition definition;
  private final RollupSql sql;
  private final Instant eventsSince;

  private Rollup(Twinhouse house, RollupDefinition definition, Instant eventsSince) {
    this.house = house;
    this.definition = definition;
    this.sql = new RollupSql(definition);
    this.eventsSince = eventsSince;
  }

  public static Rollup of(Twinhouse house, RollupDefinition definition) {
    return new Rollup(house, definition, Instant.MIN);
  }

  /** This roll-up, of whose events those before {@code moment} may be gone. */
  public Rollup withEventsSince(Instant moment) {
    return new Rollup(house, definition, moment);
  }

  /** Makes the table of sums and what feeds it; events that are there already are not summed. */
  public void create() {
    house.execute(sql.createTable());
    house.execute(sql.createFeed());
  }

  /**
   * The sums over a range.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for an edge within an hour whose events may be gone
   */
  public List<Long> overview(String owner, Instant from, Instant to) {
    List<RangePiece> pieces = plan(from, to, Grain.DAY);
    List<RollupFigures> all = ask(pieces, "'all'", owner, RollupDefinition.OVERVIEW, "");
    return all.isEmpty()
        ? Collections.nCopies(definition.measures().size(), 0L)
        : all.get(0).measures();
  }

  /**
   * The sums of each bucket that the range touches, zero where there were no events; the first and
   * the last hold what lies in the range alone.
   *
   * @param grain HOUR or DAY
   */
  public List<RollupFigures> series(String owner, Instant from, Instant to, Grain grain) {
    ChronoUnit unit = grain == Grain.DAY ? ChronoUnit.DAYS : ChronoUnit.HOURS;
    String start = grain == Grain.DAY ? "toStartOfDay" : "toStartOfHour";
    String point = "toString(toUnixTimestamp(" + start + "(bucket)))";
    Map<String, List<Long>> found = new HashMap<>();
    for (RollupFigures figures :
        ask(plan(from, to, grain), point, owner, RollupDefinition.OVERVIEW, "")) {
      found.put(figures.point(), figures.measures());
    }
    List<RollupFigures> series = new ArrayList<>();
    List<Long> zero = Collections.nCopies(definition.measures().size(), 0L);
    for (Instant at = from.truncatedTo(unit); at.isBefore(to); at = at.plus(1, unit)) {
      List<Long> measures = found.getOrDefault(Long.toString(at.getEpochSecond()), zero);
      series.add(new RollupFigures(at.toString(), measures));
    }
    return series;
  }

  /**
   * The keys of a dimension with the highest first measure, that first; of equal ones the lower
   * key.
   *
   * @param limit at most 100
   */
  public List<RollupFigures> top(
      String owner, String dimension, Instant from, Instant to, int limit) {
    definition.requireDimension(dimension);
    int keys = Math.max(1, Math.min(limit, MOST_KEYS));
    String order = " ORDER BY 2 DESC, 1 LIMIT " + keys;
    return ask(plan(from, to, Grain.DAY), "key", owner, dimension, order);
  }

  /** Puts the sums of like keys into one row each; the figures stay what they are. */
  public void compact() {
    house.execute("OPTIMIZE TABLE " + sql.name() + " FINAL");
  }

  /**
   * Compares what is kept with what the events add up to.
   *
   * @param from a whole day
   * @param to a whole day
   */
  public List<RollupDifference> check(String owner, Instant from, Instant to) {
    List<RollupDifference> differences = new ArrayList<>();
    for (Grain grain : List.of(Grain.HOUR, Grain.DAY)) {
      Map<List<String>, List<Long>> events = keyed(sql.recount(grain, from, to), owner);
      Map<List<String>, List<Long>> kept = keyed(sql.kept(grain, from, to), owner);
      TreeSet<List<String>> keys = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
      keys.addAll(events.keySet());
      keys.addAll(kept.keySet());
      for (List<String> key : keys) {
        List<Long> expected = events.getOrDefault(key, List.of());
        List<Long> found = kept.getOrDefault(key, List.of());
        if (!expected.equals(found)) {
          Instant bucket = Instant.ofEpochSecond(Long.parseLong(key.get(0)));
          differences.add(
              new RollupDifference(grain, bucket, key.get(1), key.get(2), expected, found));
        }
      }
    }
    return differences;
  }

  private List<RangePiece> plan(Instant from, Instant to, Grain coarsest) {
    List<RangePiece> pieces = RangePlan.of(from, to, coarsest);
    for (RangePiece piece : pieces) {
      if (piece.grain() == Grain.EVENT && piece.from().isBefore(eventsSince)) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "The events from "
                + piece.from()
                + " are no longer kept, only sums by the hour; begin and end at whole hours");
      }
    }
    return pieces;
  }

  private List<RollupFigures> ask(
      List<RangePiece> pieces, String point, String owner, String dimension, String order) {
    if (pieces.isEmpty()) {
      return List.of();
    }
    QueryRequest request =
        QueryRequest.of(sql.figures(pieces, point) + order)
            .withParameters(Map.of("owner", owner, "dimension", dimension));
    List<RollupFigures> all = new ArrayList<>();
    try (QueryResult result = house.query(request)) {
      for (List<@Nullable Object> row : result.rows()) {
        all.add(new RollupFigures(String.valueOf(row.get(0)), numbers(row, 1)));
      }
    }
    return all;
  }

  private Map<List<String>, List<Long>> keyed(String query, String owner) {
    Map<List<String>, List<Long>> found = new HashMap<>();
    QueryRequest request = QueryRequest.of(query).withParameter("owner", owner);
    try (QueryResult result = house.query(request)) {
      for (List<@Nullable Object> row : result.rows()) {
        List<String> key = Stream.of(0, 1, 2).map(i -> String.valueOf(row.get(i))).toList();
        found.put(key, numbers(row, 3));
      }
    }
    return found;
  }

  private static List<Long> numbers(List<@Nullable Object> row, int from) {
    return row.subList(from, row.size()).stream()
        .map(value -> Long.parseLong(String.valueOf(value)))
        .toList();
  }
}
