// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.Map;

/**
 * SQL for a house that runs it itself.
 *
 * @param sql one statement, without FORMAT
 * @param database current database
 * @param parameters typed query parameters as text, never spliced into the SQL
 * @param settings ClickHouse settings
 */
public record RemoteRequest(
    String sql,
    String database,
    String queryId,
    Map<String, String> parameters,
    Map<String, String> settings) {

  public RemoteRequest {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
  }
}
