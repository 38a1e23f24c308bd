// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The house of a test: an engine with its tables and rows. For the threads of one test; closed by
 * the extension.
 */
public final class TestHouse implements AutoCloseable {

  private final HouseDefinition definition;
  private final Twinhouse engine;
  private final String database;
  private @Nullable HttpEndpoint endpoint;

  TestHouse(HouseDefinition definition, Twinhouse engine, String database) {
    this.definition = definition;
    this.engine = engine;
    this.database = database;
  }

  /** The engine. */
  public Twinhouse engine() {
    return engine;
  }

  /** Runs a script. */
  public void execute(String script) {
    engine.execute(script);
  }

  /** All rows of a query as Java values. */
  public List<List<@Nullable Object>> query(String sql) {
    try (QueryResult result = engine.query(sql)) {
      return result.rows();
    }
  }

  /** Asserts on a query's answer and memory. */
  public QueryAssert assertThat(String sql) {
    return assertThat(QueryRequest.of(sql));
  }

  /** Asserts on the answer and memory of a query with parameters, settings or rewrites. */
  public QueryAssert assertThat(QueryRequest request) {
    return new QueryAssert(this, definition, request);
  }

  /** A row to compare with: values, or their texts. */
  public List<@Nullable Object> row(@Nullable Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** The database that the tables are in. */
  public String database() {
    return database;
  }

  /**
   * An address for clients of ClickHouse's HTTP protocol; an endpoint of this house is started when
   * first asked for, on a free port.
   */
  public synchronized URI url() {
    if (!HouseDefinition.isEmbedded()) {
      return URI.create(HouseDefinition.url().substring("clickhouse:".length()));
    }
    HttpEndpoint started = endpoint;
    if (started == null) {
      started = HttpEndpoint.start(engine, EndpointOptions.DEFAULT);
      endpoint = started;
    }
    return started.uri();
  }

  /** The URL for ClickHouse's JDBC driver. */
  public String jdbcUrl() {
    URI uri = url();
    return "jdbc:clickhouse:" + uri.getScheme() + "://" + uri.getAuthority() + "/" + database;
  }

  @Override
  public synchronized void close() {
    try {
      if (endpoint != null) {
        endpoint.close();
      }
      if (!HouseDefinition.isEmbedded()) {
        engine.execute("DROP DATABASE IF EXISTS " + database);
      }
    } finally {
      engine.close();
    }
  }
}
