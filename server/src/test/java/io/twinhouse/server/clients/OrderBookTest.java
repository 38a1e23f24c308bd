// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.clients.OrderBook.Order;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same application, unchanged, on the embedded house and on the real server. */
final class OrderBookTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 15);

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void worksOnTheEmbeddedHouse() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT)) {
      use(new OrderBook("jdbc:clickhouse:" + endpoint.uri() + "/default"));
    }
  }

  @Test
  @RequiresClickHouse
  void worksOnTheRealServer(ClickHouseHttp server) {
    use(new OrderBook("jdbc:clickhouse:" + server.url() + "/" + server.database()));
  }

  private static void use(OrderBook book) {
    book.create();
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String customer = i % 5 == 0 ? "O'Neil" : "customer " + i % 7;
      orders.add(
          new Order(i, customer, BigDecimal.valueOf(1000 + i, 2), FIRST.plusDays(i % 3 * 45L)));
    }
    book.add(orders);
    assertThat(book.find(5)).contains(orders.get(5));
    assertThat(book.find(5000)).isEmpty();
    assertThat(book.of("O'Neil", FIRST.plusDays(50)))
        .extracting(Order::id)
        .containsExactly(5L, 20L, 35L);
    assertThat(book.months().toString())
        .contains("month=2026-01-01", "month=2026-02-01", "month=2026-03-01", "month=2026-04-01")
        .contains("turnover=2085.83", "dearest=14.99, best=");
    assertThat(book.customersLike("customer%")).isEqualTo(7);
    book.forget("O'Neil");
    assertThat(book.of("O'Neil", FIRST)).isEmpty();
    assertThat(book.find(6)).contains(orders.get(6));
  }
}
