// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.util.Map;
import java.util.UUID;

/**
 * One statement to send.
 *
 * @param sql the text, with no FORMAT clause
 * @param parameters values for {@code {name:Type}} places, as plain text of the value; they are
 *     escaped on the way
 * @param settings query settings by name
 * @param queryId unique among the running queries of the server
 */
public record Request(
    String sql, Map<String, String> parameters, Map<String, String> settings, String queryId) {

  public Request {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
  }

  /** A statement with nothing but its text, under a fresh query id. */
  public static Request of(String sql) {
    return new Request(sql, Map.of(), Map.of(), UUID.randomUUID().toString());
  }

  /** The same with these parameters in place of those it had. */
  public Request withParameters(Map<String, String> values) {
    return new Request(sql, values, settings, queryId);
  }

  /** The same with these settings in place of those it had. */
  public Request withSettings(Map<String, String> values) {
    return new Request(sql, parameters, values, queryId);
  }
}
