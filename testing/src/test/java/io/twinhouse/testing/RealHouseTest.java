// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.sql.SQLException;
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
  void rowsComeFromTheSameFiles(RealClickHouse server) {
    System.setProperty(HouseDefinition.HOUSE_PROPERTY, "clickhouse:" + server.url());
    try (TestHouse house = DataFilesTest.HOUSES.open()) {
      DataFilesTest.assertAllRows(house);
    }
  }

  @Test
  void assertionsSayTheSame(RealClickHouse server) {
    System.setProperty(HouseDefinition.HOUSE_PROPERTY, "clickhouse:" + server.url());
    try (TestHouse house =
        TwinhouseExtension.house().migrations("/migrations").definition().open()) {
      house
          .assertThat("SELECT user FROM visits WHERE day = {day:Date} ORDER BY user")
          .withParameter("day", "2026-01-01")
          .returns(house.row("ann"), house.row("bob"))
          .returnsTheSameAs("SELECT user FROM visits WHERE day = '2026-01-01' ORDER BY user");
      house.assertThat("SELECT nothing FROM visits").failsWith(47);
      house.assertThat("SELECT day FROM visits WHERE day > '2030-01-01'").returnsNothing();
      house
          .assertThat("SELECT day, uniqExact(user) AS users FROM visits GROUP BY day ORDER BY day")
          .matchesSnapshot("visitors");
      house.assertThat("SELECT count() FROM visits").peakMemory().isBelow("100 MiB");
      house
          .assertThat("SELECT day, count() FROM visits GROUP BY day")
          .peakMemory()
          .growsSlowerThan(
              8,
              2_000,
              (fresh, rows) ->
                  fresh.execute(
                      "INSERT INTO visits SELECT toDate('2026-01-01') + number % 30,"
                          + " toString(number % 50) FROM numbers("
                          + rows
                          + ")"));
    }
  }

  @Test
  void aDataSourceReadsTheSame(RealClickHouse server) throws SQLException {
    System.setProperty(HouseDefinition.HOUSE_PROPERTY, "clickhouse:" + server.url());
    try (TestHouse house =
        TwinhouseExtension.house().migrations("/migrations").definition().open()) {
      assertThat(DataSourceTest.visitsOf(JdbcDriver.dataSource(house.jdbcUrl()), "ann"))
          .isEqualTo(2);
    }
  }

  @Test
  void aDatabaseOfItsOwnComesAndGoes(RealClickHouse server) {
    System.setProperty(HouseDefinition.HOUSE_PROPERTY, "clickhouse:" + server.url());
    HouseDefinition definition = TwinhouseExtension.house().migrations("/migrations").definition();
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
