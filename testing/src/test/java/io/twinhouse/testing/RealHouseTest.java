// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same definition of a house on a real ClickHouse, by one property. */
@RequiresClickHouse
final class RealHouseTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @AfterEach
  void embeddedAgain() {
    System.clearProperty(HouseDefinition.HOUSE_PROPERTY);
  }

  @Test
  void aDatabaseOfItsOwnComesAndGoes(RealClickHouse server) {
    System.setProperty(HouseDefinition.HOUSE_PROPERTY, "clickhouse:" + server.url());
    HouseDefinition definition = new HouseDefinition(SqlResources.ofDirectory("/migrations"), null);
    String database;
    try (TestHouse house = definition.open()) {
      database = house.database();
      house.assertThat("SELECT count() FROM visits").returns(house.row(3));
      house.assertThat("SELECT currentDatabase()").returns(house.row(database));
      assertThat(house.jdbcUrl()).endsWith("/" + database);
    }
    List<List<String>> left =
        server
            .http()
            .rows("SELECT count() FROM system.databases WHERE name = '" + database + "'")
            .rows();
    assertThat(left).isEqualTo(List.of(List.of("0")));
  }
}
