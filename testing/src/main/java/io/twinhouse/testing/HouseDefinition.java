// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.api.TwinhouseBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new house holds.
 *
 * @param fixtures scripts and rows, in order
 * @param now what now() says, null for the time it is
 */
record HouseDefinition(List<Fixture> fixtures, @Nullable Instant now) {

  /** Names the house that tests run on; {@code clickhouse:http://...} for a real ClickHouse. */
  static final String HOUSE_PROPERTY = "twinhouse.house";

  HouseDefinition {
    fixtures = List.copyOf(fixtures);
  }

  HouseDefinition with(Fixture fixture) {
    List<Fixture> more = new ArrayList<>(fixtures);
    more.add(fixture);
    return new HouseDefinition(more, now);
  }

  static boolean isEmbedded() {
    return url().startsWith("arrow:");
  }

  static String url() {
    return System.getProperty(HOUSE_PROPERTY, "arrow:memory:");
  }

  /** A new house with everything in it; on a real ClickHouse a database of its own. */
  TestHouse open() {
    String url = url();
    String database = "default";
    if (!isEmbedded()) {
      database = "twinhouse_test_" + UUID.randomUUID().toString().replace("-", "");
      try (Twinhouse server = Twinhouse.open(url)) {
        server.execute("CREATE DATABASE " + database);
      }
    }
    TestHouse house = new TestHouse(this, builder(url, database).open(), database);
    try {
      fixtures.forEach(fixture -> fixture.fill(house.engine()));
      return house;
    } catch (RuntimeException wrong) {
      house.close();
      throw wrong;
    }
  }

  private TwinhouseBuilder builder(String url, String database) {
    TwinhouseBuilder builder = Twinhouse.at(url);
    if (!isEmbedded()) {
      builder.option("database", database);
    }
    if (now != null) {
      builder.clock(Clock.fixed(now, ZoneOffset.UTC));
    }
    return builder;
  }
}
