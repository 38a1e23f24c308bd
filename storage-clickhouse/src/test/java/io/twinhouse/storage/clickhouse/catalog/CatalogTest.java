// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.storage.clickhouse.client.ClickHouseGateway;
import io.twinhouse.storage.clickhouse.client.Endpoint;
import io.twinhouse.storage.clickhouse.client.Request;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RequiresClickHouse
final class CatalogTest {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
  private final ClickHouseHttp http;
  private final ClickHouseGateway gateway;
  private final Catalog catalog;

  CatalogTest(ClickHouseHttp http) {
    this.http = http;
    this.gateway =
        ClickHouseGateway.connect(
            Endpoint.parse("clickhouse:" + http.url() + "/" + http.database()));
    this.catalog = new Catalog(gateway, memory);
  }

  @BeforeEach
  void watch() {
    leaks.watchZero("reserved bytes", memory::reservedBytes);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void readsEveryPartOfADeclaration() {
    http.query(
        "CREATE TABLE every (a UInt8 COMMENT 'it''s a', `b c` String DEFAULT concat('x, y', 'z'),"
            + " d DateTime64(3, 'UTC') DEFAULT now64(3), m UInt16 MATERIALIZED a + 1,"
            + " al UInt16 ALIAS a + 2, e UInt8 EPHEMERAL 3, ver Int64)"
            + " ENGINE = ReplacingMergeTree(ver) PARTITION BY toYYYYMM(d)"
            + " PRIMARY KEY (a, cityHash64(a, `b c`)) ORDER BY (a, cityHash64(a, `b c`), `b c`)"
            + " SAMPLE BY cityHash64(a, `b c`) TTL toDateTime(d) + toIntervalDay(90)"
            + " SETTINGS index_granularity = 1024 COMMENT 'the table'");
    TableDefinition table = catalog.table(name("every")).orElseThrow();
    assertThat(table.engine()).isEqualTo("ReplacingMergeTree");
    assertThat(table.engineArguments()).containsExactly("ver");
    assertThat(table.orderBy()).containsExactly("a", "cityHash64(a, `b c`)", "`b c`");
    assertThat(table.primaryKey()).containsExactly("a", "cityHash64(a, `b c`)");
    assertThat(table.partitionBy()).isEqualTo("toYYYYMM(d)");
    assertThat(table.sampleBy()).isEqualTo("cityHash64(a, `b c`)");
    assertThat(table.ttl()).isEqualTo("toDateTime(d) + toIntervalDay(90)");
    assertThat(table.settings()).isEqualTo(Map.of("index_granularity", "1024"));
    assertThat(table.comment()).isEqualTo("the table");
    assertThat(table.columns().stream().map(ColumnDefinition::kind))
        .containsExactly(
            Kind.PLAIN,
            Kind.DEFAULT,
            Kind.DEFAULT,
            Kind.MATERIALIZED,
            Kind.ALIAS,
            Kind.EPHEMERAL,
            Kind.PLAIN);
    assertThat(table.columns().get(0).comment()).isEqualTo("it's a");
    assertThat(table.columns().get(1).expression()).isEqualTo("concat('x, y', 'z')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a UInt8, b DateTime) ENGINE = MergeTree PARTITION BY (toYYYYMM(b), a) ORDER BY a"
            + " TTL b + INTERVAL 1 DAY WHERE a = 1",
        "(a UInt8) ENGINE = MergeTree ORDER BY tuple()",
        "(a UInt8, b Enum8('x\\'y' = 1)) ENGINE = MergeTree PRIMARY KEY a ORDER BY (a, b)",
        "(a UInt8) ENGINE = Memory COMMENT 'back\\\\slash'",
        "(k String, v SimpleAggregateFunction(max, UInt64), d JSON(a.b UInt32))"
            + " ENGINE = MergeTree ORDER BY k SETTINGS index_granularity = 99",
        "(a UInt8, v Int8 DEFAULT 3, w String MATERIALIZED toString(a), x UInt8 ALIAS a)"
            + " ENGINE = ReplacingMergeTree ORDER BY a"
      })
  void whatWasReadMakesTheSameTableAgain(String declaration) {
    http.query("DROP TABLE IF EXISTS original SYNC");
    http.query("CREATE TABLE original " + declaration);
    TableDefinition read = catalog.table(name("original")).orElseThrow();
    String before = http.query("SHOW CREATE TABLE original");
    gateway.execute(Request.of(Ddl.drop(read.name())));
    gateway.execute(Request.of(Ddl.createTable(read)));
    assertThat(http.query("SHOW CREATE TABLE original")).isEqualTo(before);
    assertThat(catalog.table(read.name())).contains(read);
  }

  @Test
  void aStatementSeesATableAsItFirstDidUntilItChangesOne() {
    http.query("CREATE TABLE looked (a UInt8) ENGINE = Memory");
    Catalog statement = catalog.forStatement();
    assertThat(statement.table(name("looked"))).isPresent();
    http.query("DROP TABLE looked SYNC");
    http.query("CREATE VIEW looked AS SELECT 1 AS a");
    assertThat(statement.table(name("looked"))).isPresent();
    assertThat(statement.view(name("looked"))).isEmpty();
    assertThat(catalog.view(name("looked"))).isPresent();
    statement.forget();
    assertThat(statement.table(name("looked"))).isEmpty();
    assertThat(statement.view(name("looked"))).isPresent();
  }

  @Test
  void describesWhatAnEmptyAnswerHidWithoutRunningItAgain() {
    Request select =
        Request.of("WITH 1 AS one SELECT one, {p:String} AS p WHERE 0 ; ")
            .withParameters(Map.of("p", "x"));
    assertThat(catalog.describe(select).names()).containsExactly("one", "p");
    assertThat(catalog.describe(Request.of("SHOW DATABASES LIKE 'none'")).names())
        .containsExactly("name");
    assertThat(catalog.describe(Request.of("CREATE DATABASE never_made")).fields()).isEmpty();
    assertThat(catalog.databases()).doesNotContain("never_made").contains(http.database());
  }

  @Test
  void temporaryTablesAreNotSeen() {
    http.query("CREATE TABLE seen (a UInt8) ENGINE = Memory");
    assertThat(catalog.tables(http.database())).contains(name("seen"));
    assertThat(catalog.tables("")).isEqualTo(List.of());
  }

  private TableName name(String table) {
    return new TableName(http.database(), table);
  }
}
