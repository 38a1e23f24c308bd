// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.gate;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.spi.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers SQL that users of an application wrote, each with the rows of his tenant. Thread-safe.
 *
 * <p>In the embedded house the planner leaves of each table what its condition lets through and
 * refuses every other table. On ClickHouse the server does both for a user that has nothing else;
 * what its row policies do not stop is stopped here: settings of sub-queries, which a server takes
 * even where settings are read-only, and filters of a query that run before a view's row policy and
 * tell by their failures what there is.
 */
public final class QueryGate {

  /** A filter of the user's own must not run before the row policy of a view. */
  private static final Map<String, String> POLICY_FIRST =
      Map.of("optimize_move_to_prewhere", "0", "query_plan_merge_filters", "0");

  private final Twinhouse engine;
  private final GateRules rules;
  private final Access access;
  private final boolean remote;
  private final Consumer<TwinhouseException> captured;

  private QueryGate(
      Twinhouse engine, GateRules rules, Consumer<TwinhouseException> captured, boolean remote) {
    this.engine = engine;
    this.rules = rules;
    this.access = rules.access();
    this.remote = remote;
    this.captured = captured;
  }

  /**
   * A gate in front of an engine, which stays the caller's to close.
   *
   * @param engine on ClickHouse logged in as the rules' user
   * @param captured told of each failure that is not a query's own fault
   * @throws TwinhouseException ACCESS_DENIED if the server's user is another, or may do more
   */
  public static QueryGate open(
      Twinhouse engine, GateRules rules, Consumer<TwinhouseException> captured) {
    boolean remote = !engine.storage().capabilities().contains(Capability.SCAN);
    if (remote) {
      checkUser(engine, rules);
    }
    return new QueryGate(engine, rules, captured, remote);
  }

  private static void checkUser(Twinhouse engine, GateRules rules) {
    String user = texts(engine, "SELECT currentUser()").get(0);
    TreeSet<String> found = new TreeSet<>(texts(engine, "SHOW GRANTS"));
    TreeSet<String> wanted =
        rules.tables().keySet().stream()
            .map(table -> "GRANT SELECT ON " + table + " TO " + rules.user())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!user.equals(rules.user()) || !found.equals(wanted)) {
      throw new TwinhouseException(
          ErrorCode.ACCESS_DENIED,
          "The gate's engine is logged in as "
              + user
              + " with "
              + found
              + ", it must be "
              + rules.user()
              + " with "
              + wanted
              + " and nothing else");
    }
  }

  private static List<String> texts(Twinhouse engine, String sql) {
    try (QueryResult result = engine.query(sql)) {
      return result.rows().stream().map(row -> String.valueOf(row.get(0))).toList();
    }
  }

  /**
   * Runs a user's query. What is wrong with it is in the answer.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for an empty query, a timeout out of bounds or a
   *     tenant that is not fully named, which are the application's to refuse
   */
  public GateAnswer ask(GateQuery query) {
    if (query.sql().isBlank()) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "The query is empty");
    }
    String id = prefix(query.tenant()) + UUID.randomUUID();
    Map<String, String> settings =
        new LinkedHashMap<>(rules.limits().settings(query.timeoutMillis()));
    settings.putAll(query.tenant());
    if (remote) {
      settings.putAll(POLICY_FIRST);
    }
    QueryRequest request =
        QueryRequest.of(query.sql())
            .withParameters(query.parameters())
            .withSettings(settings)
            .withQueryId(id)
            .withUser(rules.user());
    try (Session session = engine.session(access);
        QueryResult result = session.query(request)) {
      Schema schema = result.schema();
      List<List<@Nullable Object>> rows = result.rows();
      return new GateAnswer(id, schema, rows, result.statistics(), null);
    } catch (TwinhouseException failure) {
      GateFailure said = GateFailure.of(failure, rules.texts());
      if (!said.expected()) {
        captured.accept(failure);
      }
      return GateAnswer.failed(id, said);
    }
  }

  /** Query ids of a tenant begin with it, so that nobody asks for the figures of another's. */
  private String prefix(Map<String, String> tenant) {
    if (!tenant.keySet().equals(new TreeSet<>(rules.tenant()))) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The tenant is named by "
              + new TreeSet<>(tenant.keySet())
              + " instead of "
              + rules.tenant());
    }
    StringBuilder prefix = new StringBuilder();
    for (String setting : rules.tenant()) {
      String value = String.valueOf(tenant.get(setting));
      if (value.isEmpty()) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS, "The tenant's " + setting + " is empty");
      }
      prefix.append(value.replace("%", "%25").replace(":", "%3A")).append(':');
    }
    return prefix.toString();
  }

  /**
   * What a query of this tenant took, from the log of {@code administrator}, an engine on the same
   * house that may read it.
   *
   * @throws TwinhouseException BAD_ARGUMENTS when this tenant had no such query, or it is not in
   *     the log yet after the waits
   */
  public GateTiming timing(Twinhouse administrator, Map<String, String> tenant, String queryId) {
    if (!queryId.startsWith(prefix(tenant))) {
      throw notFound(queryId);
    }
    for (int wait : GateTiming.WAITS_MILLIS) {
      GateTiming found = GateTiming.find(administrator, queryId);
      if (found != null) {
        return found;
      }
      try {
        Thread.sleep(wait);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    GateTiming last = GateTiming.find(administrator, queryId);
    if (last == null) {
      throw notFound(queryId);
    }
    return last;
  }

  private static TwinhouseException notFound(String queryId) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "There is no query '" + queryId + "' of this tenant");
  }
}
