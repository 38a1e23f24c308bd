// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

/** Statements that share a current database and settings. Used by one thread at a time. */
public interface Session {

  /**
   * Runs one statement, with the request's settings over the session's; the caller closes the
   * result.
   */
  QueryResult query(QueryRequest request);

  /** The current database. */
  String database();
}
