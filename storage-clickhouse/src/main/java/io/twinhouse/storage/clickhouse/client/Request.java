// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.util.Map;
import java.util.UUID;

/**
 * One statement to send.
 *
 * @param sql the text, with no FORMAT clause
 * @param database the current database; empty for the endpoint's
 * @param parameters values for {@code {name:Type}} places, as plain text of the value, escaped on
 *     the way; {@code \N} is NULL
 * @param settings query settings by name
 * @param queryId unique among the running queries of the server
 */
public record Request(
    String sql,
    String database,
    Map<String, String> parameters,
    Map<String, String> settings,
    String queryId) {

  public Request {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
  }

  /** A statement with nothing but its text, under a fresh query id. */
  public static Request of(String sql) {
    return new Request(sql, "", Map.of(), Map.of(), UUID.randomUUID().toString());
  }

  /** Another statement with the same database, parameters and settings, under a fresh query id. */
  public Request withSql(String text) {
    return new Request(text, database, parameters, settings, UUID.randomUUID().toString());
  }

  /** The same with these parameters in place of those it had. */
  public Request withParameters(Map<String, String> values) {
    return new Request(sql, database, values, settings, queryId);
  }

  /** The same with these settings in place of those it had. */
  public Request withSettings(Map<String, String> values) {
    return new Request(sql, database, parameters, values, queryId);
  }
}
