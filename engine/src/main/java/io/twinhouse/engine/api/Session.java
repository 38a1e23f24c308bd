// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

/**
 * Statements that share a current database, settings and temporary tables. Used by one thread at a
 * time. What is left open is closed with the engine.
 */
public interface Session extends AutoCloseable {

  /**
   * Runs one statement, with the request's settings over the session's; the caller closes the
   * result.
   */
  QueryResult query(QueryRequest request);

  /** The current database. */
  String database();

  /** The value of a setting that the session's statements begin with, as text. */
  String setting(String name);

  /** Drops the session's temporary tables. Idempotent. */
  @Override
  void close();
}
