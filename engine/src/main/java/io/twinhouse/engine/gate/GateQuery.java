// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.gate;

import java.util.Map;

/**
 * What a user asks. Immutable.
 *
 * @param tenant value of each of the rules' tenant settings; from who is logged in, never from the
 *     user's own words
 * @param parameters values for {@code {name:Type}} as text, never part of the SQL
 */
public record GateQuery(
    String sql, Map<String, String> tenant, Map<String, String> parameters, int timeoutMillis) {

  public GateQuery {
    tenant = Map.copyOf(tenant);
    parameters = Map.copyOf(parameters);
  }

  /** A query without parameters, with the usual timeout. */
  public static GateQuery of(String sql, Map<String, String> tenant) {
    return new GateQuery(sql, tenant, Map.of(), GateLimits.DEFAULT_TIMEOUT_MILLIS);
  }

  public GateQuery withParameters(Map<String, String> values) {
    return new GateQuery(sql, tenant, values, timeoutMillis);
  }

  public GateQuery withTimeout(int millis) {
    return new GateQuery(sql, tenant, parameters, millis);
  }
}
