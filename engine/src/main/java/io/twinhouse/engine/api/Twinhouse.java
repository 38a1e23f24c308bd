// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.frontend.Access;

/**
 * An engine opened on a house. Thread-safe: queries may run side by side, each with its own memory
 * node. Close it to release files, threads and memory; engines of one JVM share nothing.
 *
 * <pre>{@code
 * try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
 *   engine.execute("CREATE TABLE t (day Date, user String) ENGINE = MergeTree ORDER BY day");
 *   engine.execute("INSERT INTO t VALUES ('2026-01-01', 'a'), ('2026-01-01', 'b')");
 *   try (QueryResult result = engine.query("SELECT day, uniqExact(user) FROM t GROUP BY day")) {
 *     System.out.println(result.rows());
 *     System.out.println(result.statistics().peakMemoryBytes());
 *   }
 * }
 * }</pre>
 */
public interface Twinhouse extends AutoCloseable {

  /**
   * Opens {@code arrow:memory:}, {@code arrow:/path} or {@code clickhouse:http://host:8123/db}.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException when there is no such house
   */
  static Twinhouse open(String url) {
    return at(url).open();
  }

  /** Options first, then {@link TwinhouseBuilder#open()}. */
  static TwinhouseBuilder at(String url) {
    return new TwinhouseBuilder(url);
  }

  /** Runs one statement in a session of its own; the caller closes the result. */
  default QueryResult query(String sql) {
    return query(QueryRequest.of(sql));
  }

  /** Runs one statement with parameters, settings, rewrites. */
  QueryResult query(QueryRequest request);

  /** Runs the statements of a script one after the other and drops their results. */
  void execute(String script);

  /** A session: its current database and settings last from statement to statement. */
  Session session();

  /** A session that begins with the settings and the database of a user. */
  Session session(String user);

  /** The users, roles and rights of this engine. */
  io.twinhouse.engine.access.AccessControl access();

  /**
   * A session that reads what {@code access} allows and does nothing else; settings of its requests
   * are the caller's, so requests must not be made of what a user wrote, but for the SQL itself.
   */
  Session session(Access access);

  /**
   * Makes a running query fail soon, from any thread.
   *
   * @return whether a query with this id was running
   */
  boolean cancel(String queryId);

  /** The house behind this engine. */
  io.twinhouse.engine.spi.Storage storage();

  /** The root of the memory tree. */
  io.twinhouse.engine.memory.MemoryContext memory();

  /** Waits for running queries to be cancelled, then releases everything; idempotent. */
  @Override
  void close();
}
