// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.access.NameSet;
import io.twinhouse.engine.access.quota.QuotaClient;
import io.twinhouse.engine.frontend.Rewrites;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One statement and what goes with it. Immutable; the {@code with} methods return changed copies.
 *
 * @param parameters values for {@code {name:Type}} as ClickHouse text
 * @param settings for this statement only
 * @param queryId empty for a random one
 * @param user whose memory cap the query counts against
 * @param roles the user's current ones for this statement; null for those of the session
 * @param progress told some ten times a second how far the query is, from any of its threads, one
 *     call at a time; what it throws ends the query; null for nobody
 * @param data rows of an INSERT ... FORMAT that do not stand in the text
 * @param client where it comes from, for quotas that are kept by that
 */
public record QueryRequest(
    String sql,
    Map<String, String> parameters,
    Map<String, String> settings,
    String queryId,
    String user,
    Rewrites rewrites,
    @Nullable NameSet roles,
    @Nullable Consumer<? super QueryProgress> progress,
    @Nullable InputStream data,
    QuotaClient client) {

  public QueryRequest {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
  }

  public static QueryRequest of(String sql) {
    return new QueryRequest(
        sql, Map.of(), Map.of(), "", "default", Rewrites.NONE, null, null, null, QuotaClient.LOCAL);
  }

  public QueryRequest withParameter(String name, String value) {
    return withParameters(plus(parameters, name, value));
  }

  public QueryRequest withParameters(Map<String, String> values) {
    return new QueryRequest(
        sql, values, settings, queryId, user, rewrites, roles, progress, data, client);
  }

  public QueryRequest withSetting(String name, String value) {
    return withSettings(plus(settings, name, value));
  }

  public QueryRequest withSettings(Map<String, String> values) {
    return new QueryRequest(
        sql, parameters, values, queryId, user, rewrites, roles, progress, data, client);
  }

  QueryRequest withSql(String text) {
    return new QueryRequest(
        text, parameters, settings, queryId, user, rewrites, roles, progress, data, client);
  }

  public QueryRequest withQueryId(String id) {
    return new QueryRequest(
        sql, parameters, settings, id, user, rewrites, roles, progress, data, client);
  }

  public QueryRequest withUser(String name) {
    return new QueryRequest(
        sql, parameters, settings, queryId, name, rewrites, roles, progress, data, client);
  }

  public QueryRequest withRewrites(Rewrites wanted) {
    return new QueryRequest(
        sql, parameters, settings, queryId, user, wanted, roles, progress, data, client);
  }

  public QueryRequest withRoles(NameSet wanted) {
    return new QueryRequest(
        sql, parameters, settings, queryId, user, rewrites, wanted, progress, data, client);
  }

  /**
   * Tells {@code listener} how far the query is while it runs. A house that runs SQL itself tells
   * nothing.
   *
   * <pre>{@code
   * QueryRequest request =
   *     QueryRequest.of("SELECT uniqExact(number) FROM numbers(100000000)")
   *         .withQueryId("long one")
   *         .withProgress(
   *             far -> {
   *               if (far.peakMemoryBytes() > 1 << 20) {
   *                 engine.cancel(far.queryId());
   *               }
   *             });
   * }</pre>
   */
  public QueryRequest withProgress(Consumer<? super QueryProgress> listener) {
    return new QueryRequest(
        sql, parameters, settings, queryId, user, rewrites, roles, listener, data, client);
  }

  public QueryRequest withData(InputStream rows) {
    return new QueryRequest(
        sql, parameters, settings, queryId, user, rewrites, roles, progress, rows, client);
  }

  public QueryRequest withClient(QuotaClient wanted) {
    return new QueryRequest(
        sql, parameters, settings, queryId, user, rewrites, roles, progress, data, wanted);
  }

  private static Map<String, String> plus(Map<String, String> map, String key, String value) {
    Map<String, String> copy = new LinkedHashMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
