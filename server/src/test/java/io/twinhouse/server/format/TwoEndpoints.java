// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The real server and an endpoint over an empty house of ours, which lasts as long as the class.
 */
@RequiresClickHouse
@TestInstance(Lifecycle.PER_CLASS)
abstract class TwoEndpoints {

  final ClickHouseHttp server;
  final ClickHouseHttp ours;

  private final Twinhouse engine;
  private final HttpEndpoint endpoint;

  /**
   * @param settings that are on for both
   */
  TwoEndpoints(ClickHouseHttp server, String... settings) {
    engine = Twinhouse.open("arrow:memory:");
    endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT);
    this.server = allowing(server, settings);
    ours = allowing(ClickHouseHttp.at(endpoint.uri()), settings);
  }

  private static ClickHouseHttp allowing(ClickHouseHttp http, String... settings) {
    ClickHouseHttp allowing = http;
    for (String setting : settings) {
      allowing = allowing.with(setting, "1");
    }
    return allowing;
  }

  @AfterAll
  void stop() {
    endpoint.close();
    engine.close();
  }

  /** What a house writes; null where it refuses. */
  static byte @Nullable [] written(ClickHouseHttp house, String sql) {
    try {
      return house.bytes(sql);
    } catch (ClickHouseRefusal refused) {
      return null;
    }
  }

  /** The rows {@code n, v} that a house reads into an emptied table, or the code of its refusal. */
  static String inserted(ClickHouseHttp house, String table, String format, byte[] data) {
    house.query("TRUNCATE TABLE " + table);
    try {
      house.insert("INSERT INTO " + table + " FORMAT " + format, data);
      // A 0 that no entry of an enum stands for is stored, but no text.
      return house.query("SELECT n, v FROM " + table + " ORDER BY n FORMAT TSV");
    } catch (ClickHouseRefusal refused) {
      return "refused with " + refused.code();
    }
  }
}
