// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import io.twinhouse.server.demo.DemoHouse;
import io.twinhouse.server.demo.DemoOptions;
import java.util.HashMap;
import java.util.Map;

/** Houses loaded once a JVM and shared by its benchmarks. */
final class LoadedHouse {

  static final String EMBEDDED = "embedded";
  static final String CLICKHOUSE = "clickhouse";
  static final String URL_PROPERTY = "twinhouse.bench.clickhouse";
  static final String USERS_PROPERTY = "twinhouse.bench.users";
  static final String DAYS_PROPERTY = "twinhouse.bench.days";

  private static final Map<String, DemoHouse> LOADED = new HashMap<>();

  private LoadedHouse() {}

  static synchronized DemoHouse get(String house) {
    return LOADED.computeIfAbsent(house, LoadedHouse::load);
  }

  static synchronized void closeAll() {
    LOADED.values().forEach(DemoHouse::close);
    LOADED.clear();
  }

  private static DemoHouse load(String house) {
    DemoOptions options =
        new DemoOptions(
            Integer.getInteger(USERS_PROPERTY, 5_000),
            Integer.getInteger(DAYS_PROPERTY, 365),
            DemoOptions.DEFAULT.eventsPerUser(),
            DemoOptions.DEFAULT.seed(),
            DemoOptions.NOW);
    String url =
        house.equals(EMBEDDED)
            ? "arrow:memory:"
            : "clickhouse:" + System.getProperty(URL_PROPERTY, "http://localhost:8123");
    return DemoHouse.load(house, url, options, rows -> {});
  }
}
