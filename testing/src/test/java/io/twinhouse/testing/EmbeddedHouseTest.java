// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.Twinhouse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What an annotated class gets. */
@EmbeddedHouse(
    migrations = "/migrations",
    sql = "INSERT INTO visits VALUES ('2026-01-02', 'cy')",
    now = "2026-01-03T10:00:00Z")
final class EmbeddedHouseTest {

  private static @Nullable Twinhouse last;

  private static final String VISITORS =
      "SELECT day, uniqExact(user) AS users FROM visits GROUP BY day ORDER BY day";

  @Test
  void countsVisitors(TestHouse house) {
    house
        .assertThat(VISITORS)
        .returns(house.row("2026-01-01", 2), house.row("2026-01-02", 2))
        .peakMemory()
        .isBelow("1 MiB");
    house
        .assertThat("SELECT user FROM visits WHERE day = {day:Date} ORDER BY user")
        .withParameter("day", "2026-01-02")
        .returns(house.row("ann"), house.row("cy"));
    house.assertThat("SELECT nothing FROM visits").failsWith(47);
    house.assertThat("SELECT day FROM visits WHERE day > '2030-01-01'").returnsNothing();
    house.assertThat("SELECT NULL, 1").returns(house.row(null, 1));
  }

  @Test
  void timeStandsStill(TestHouse house) {
    house.assertThat("SELECT now(), today()").returns(house.row("2026-01-03T10:00Z", "2026-01-03"));
  }

  @Test
  void timesMayBeGivenAsClickHousePrintsThem(TestHouse house) {
    house.assertThat("SELECT now()").returns(house.row("2026-01-03 10:00:00"));
    house
        .assertThat("SELECT toDateTime64('2026-01-03 10:00:00.120', 3, 'Asia/Tokyo')")
        .returns(house.row("2026-01-03 10:00:00.120"));
    QueryAssert now = house.assertThat("SELECT now()");
    for (String other : new String[] {"2026-01-03 10:00:01", "2026-02-31 10:00:00", "10:00:00"}) {
      assertThatThrownBy(() -> now.returns(house.row(other))).hasMessageContaining(other);
    }
    house.assertThat("SELECT '2026-01-03 10:00:00'").returns(house.row("2026-01-03 10:00:00"));
  }

  @RepeatedTest(2)
  void everyMethodBeginsAnew(Twinhouse engine, TestHouse house) {
    Twinhouse before = last;
    if (before != null) {
      assertThatThrownBy(() -> before.query("SELECT 1")).hasMessageContaining("closed");
    }
    last = engine;
    house.assertThat("SELECT count() FROM visits").returns(house.row(4));
    engine.execute("INSERT INTO visits VALUES ('2026-01-09', 'dee')");
    house.assertThat("SELECT count() FROM visits").returns(house.row(5));
  }

  @Test
  void memoryGrowsWithUsersNotWithVisits(TestHouse house) {
    house
        .assertThat("SELECT day, count() FROM visits GROUP BY day")
        .peakMemory()
        .growsSlowerThan(
            1.5,
            20_000,
            (fresh, rows) ->
                fresh.execute(
                    "INSERT INTO visits SELECT toDate('2026-01-01') + number % 30, toString(number"
                        + " % 50) FROM numbers("
                        + rows
                        + ")"));
  }

  @Test
  void clientsOfTheHttpProtocolSeeTheSameRows(URI url, TestHouse house)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .POST(HttpRequest.BodyPublishers.ofString("SELECT count() FROM visits"))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    assertThat(answer).isEqualTo("4\n");
    assertThat(house.jdbcUrl()).isEqualTo("jdbc:clickhouse:" + url + "/default");
  }
}
