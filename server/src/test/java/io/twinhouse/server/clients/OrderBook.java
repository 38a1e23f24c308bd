// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import com.clickhouse.jdbc.Driver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A small application as people write them: JDBI over the JDBC driver, nothing of ours. */
final class OrderBook {

  /** One order. */
  record Order(long id, String customer, BigDecimal price, LocalDate day) {}

  private final Jdbi jdbi;

  OrderBook(String url) {
    Properties user = new Properties();
    user.setProperty("user", "default");
    user.setProperty("password", "");
    jdbi = Jdbi.create(() -> new Driver().connect(url, user));
    jdbi.registerRowMapper(
        Order.class,
        (rows, context) ->
            new Order(
                rows.getLong("id"),
                rows.getString("customer"),
                rows.getBigDecimal("price"),
                rows.getObject("day", LocalDate.class)));
  }

  void create() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "CREATE TABLE orders (id UInt64, customer String, price Decimal(12, 2), day Date)"
                    + " ENGINE = MergeTree PARTITION BY toYYYYMM(day) ORDER BY (customer, id)"));
  }

  void add(List<Order> orders) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO orders (id, customer, price, day) VALUES (:id, :customer, :price,"
                      + " :day)");
          for (Order order : orders) {
            batch
                .bind("id", order.id())
                .bind("customer", order.customer())
                .bind("price", order.price())
                .bind("day", order.day())
                .add();
          }
          batch.execute();
        });
  }

  Optional<Order> find(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM orders WHERE id = :id")
                .bind("id", id)
                .mapTo(Order.class)
                .findOne());
  }

  List<Order> of(String customer, LocalDate since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, customer, price, day FROM orders WHERE customer = :customer AND"
                        + " day >= :since ORDER BY day DESC, id LIMIT 3")
                .bind("customer", customer)
                .bind("since", since)
                .mapTo(Order.class)
                .list());
  }

  /** Turnover by month, as text; months without orders in between are 0. */
  List<Map<String, Object>> months() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT toStartOfMonth(day) AS month, sum(price) AS turnover,"
                        + " uniqExact(customer) AS customers, max(price) AS dearest,"
                        + " argMax(customer, price) AS best FROM orders GROUP BY month ORDER BY month"
                        + " WITH FILL STEP INTERVAL 1 MONTH")
                .mapToMap()
                .list());
  }

  int customersLike(String pattern) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(DISTINCT customer) FROM orders WHERE customer LIKE ?")
                .bind(0, pattern)
                .mapTo(Integer.class)
                .one());
  }

  void forget(String customer) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM orders WHERE customer = :customer")
                .bind("customer", customer)
                .execute());
  }
}
