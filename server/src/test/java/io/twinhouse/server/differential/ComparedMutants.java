// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Mutated queries asked of both houses, but for those that the server can not be asked safely or
 * whose answers hang on something else. Not thread-safe.
 */
final class ComparedMutants implements AutoCloseable {

  /** What never ends there, waits, differs each time, or means the server itself. */
  private static final Pattern SPARED =
      Pattern.compile(
          "FILL|RECURSIVE|sleep|rand|generate|now|today|yesterday|uuid|system|information_schema"
              + "|file|url|remote|cluster|loop|query_id|queryid|hostname|uptime|version|snowflake"
              + "|settings|blocknumber|blocksize|rownumber|memory|explain|session|format|current"
              + "|\\d{6}|1e\\d|0x|0b",
          Pattern.CASE_INSENSITIVE);

  private final ClickHouseHttp server;
  private final Twinhouse engine;

  ComparedMutants(Twinhouse engine, List<String> tables) {
    this.engine = engine;
    ClickHouseHttp fresh = RealClickHouse.get().freshDatabase("mutants");
    for (String statement : tables) {
      fresh.query(statement);
      engine.execute(statement);
    }
    server =
        Answers.configured(fresh)
            .with("max_execution_time", 3)
            .with("max_memory_usage", 500_000_000)
            .with("max_result_rows", 100_000)
            .withParameter("p", "1");
  }

  void compare(String drawn, Account account) {
    if (SPARED.matcher(drawn).find()) {
      return;
    }
    String sql = FeaturesTest.marked(drawn);
    String theirs = Answers.of(server, sql);
    QueryRequest limited =
        Answers.request(sql).withParameter("p", "1").withSetting("max_execution_time", "3");
    account.add("mutants", sql, theirs, Answers.of(engine, limited));
  }

  @Override
  public void close() {
    server.query("DROP DATABASE " + server.database());
  }
}
