// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.rollup.Rollup;
import io.twinhouse.engine.rollup.RollupDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables that sites are kept in. */
public final class SiteTables {

  static final String EVENTS = "site_events";

  /** Sums of each site: how many events, and how many of them are views of pages. */
  static final RollupDefinition SUMS =
      new RollupDefinition("site_sums", EVENTS, "site", "id", "at", dimensions(), measures());

  private SiteTables() {}

  /** Makes what is not there yet. */
  public static void create(Twinhouse house) {
    // ids are looked for among the newest rows alone, which the index finds
    house.execute(
        "CREATE TABLE IF NOT EXISTS "
            + EVENTS
            + " (site String, id String, visitor String, session String, at DateTime64(3, 'UTC'),"
            + " type LowCardinality(String), name String, path String, referrer String, properties"
            + " String, taken_at DateTime64(3, 'UTC'), INDEX taken taken_at TYPE minmax GRANULARITY"
            + " 1) ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY (site, at, id)");
    Rollup.of(house, SUMS).create();
  }

  private static Map<String, String> dimensions() {
    Map<String, String> dimensions = new LinkedHashMap<>();
    dimensions.put("event", "name");
    dimensions.put("page", "if(type = '" + SiteEvent.PAGE + "', path, '')");
    dimensions.put("referrer", "referrer");
    for (String campaign : new String[] {"source", "medium", "campaign"}) {
      dimensions.put(campaign, "JSONExtractString(properties, 'utm_" + campaign + "')");
    }
    return dimensions;
  }

  private static Map<String, String> measures() {
    Map<String, String> measures = new LinkedHashMap<>();
    measures.put("events", "1");
    measures.put("page_views", "type = '" + SiteEvent.PAGE + "'");
    return measures;
  }
}
