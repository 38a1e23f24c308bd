// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives the payloads of older events, whose keys are camelCase, the keys of today. The rows are
 * written into a table of their own, which then takes the place of the old one, so that it may stop
 * anywhere and be run again; a table without old payloads is left alone. What is appended while it
 * runs is lost: stop the writers first.
 */
public final class PayloadMigration {

  private static final String NEXT = "events_migrated";
  private static final String TEXT = "toJSONString(data)";

  /** By the event's type, the key that tells an old payload, and today's keys. */
  private record Shape(String type, String mark, String payload) {

    String old() {
      return "(event_type = '" + type + "' AND JSONHas(" + TEXT + ", '" + mark + "'))";
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(
              "$token-refresh",
              "refreshTokenId",
              object(
                  TEXT,
                  Map.of(
                      "ipInfo",
                      object(
                          "JSONExtractRaw(" + TEXT + ", 'ipInfo')",
                          Map.of(),
                          "ip",
                          "isTrusted",
                          "countryCode",
                          "regionCode",
                          "cityName",
                          "latitude",
                          "longitude",
                          "tzIdentifier")),
                  "refreshTokenId",
                  "isAnonymous",
                  "ipInfo")),
          new Shape(
              "$sign-up-rule-trigger",
              "ruleId",
              object(
                  TEXT,
                  Map.of(),
                  "projectId",
                  "branchId",
                  "ruleId",
                  "action",
                  "email",
                  "authMethod",
                  "oauthProvider")));

  private final Twinhouse house;

  private PayloadMigration(Twinhouse house) {
    this.house = house;
  }

  public static PayloadMigration of(Twinhouse house) {
    return new PayloadMigration(house);
  }

  /** Runs it; returns how many events had an old payload. */
  public long run() {
    house.execute("DROP TABLE IF EXISTS " + NEXT); // of a run that stopped
    String old = SHAPES.stream().map(Shape::old).collect(Collectors.joining(" OR "));
    long found = count("SELECT count() FROM events WHERE " + old);
    if (found > 0) {
      house.execute("CREATE TABLE " + NEXT + " AS events");
      house.execute("INSERT INTO " + NEXT + " SELECT * REPLACE (" + columns() + ") FROM events");
      house.execute("EXCHANGE TABLES events AND " + NEXT);
      house.execute("DROP TABLE " + NEXT);
    }
    return found;
  }

  private long count(String sql) {
    try (QueryResult result = house.query(sql)) {
      return Long.parseLong(String.valueOf(result.rows().get(0).get(0)));
    }
  }

  /** The payload, and the token's own column, which was filled from the payload later. */
  private static String columns() {
    List<String> cases = new ArrayList<>();
    SHAPES.forEach(shape -> cases.add(shape.old() + ", " + shape.payload()));
    return "CAST(multiIf("
        + String.join(", ", cases)
        + ", "
        + TEXT
        + "), 'JSON') AS data, if("
        + SHAPES.get(0).old()
        + ", JSONExtractString("
        + TEXT
        + ", 'refreshTokenId'), refresh_token_id) AS refresh_token_id";
  }

  /** JSON text of those keys that {@code text} has. */
  private static String object(String text, Map<String, String> inner, String... keys) {
    return Arrays.stream(keys)
        .map(
            key ->
                String.format(
                    Locale.ROOT,
                    "if(JSONHas(%1$s, '%2$s'), concat('\"%3$s\":', %4$s), '')",
                    text,
                    key,
                    snakeCase(key),
                    inner.getOrDefault(key, "JSONExtractRaw(" + text + ", '" + key + "')")))
        .collect(
            Collectors.joining(
                ", ",
                "concat('{', arrayStringConcat(arrayFilter(x -> x != '', [",
                "]), ','), '}')"));
  }

  private static String snakeCase(String key) {
    return key.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
