// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.sql.analyse.scope.SettingTexts;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.TreeParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Prepares statements for a house that runs SQL itself. Without rewrites the text goes there as it
 * is; even what the parser does not know, as the house may know it.
 */
final class RemoteStatements {

  private final String text;
  private final PlanningContext context;

  RemoteStatements(String text, PlanningContext context) {
    this.text = text;
    this.context = context;
  }

  Statement prepare() {
    io.twinhouse.sql.statement.Statement parsed;
    try {
      parsed = Restriction.parse(text, context.access(), Map.of(), false);
    } catch (TwinhouseException e) {
      if (isRewritten() || context.access() != null) {
        throw e;
      }
      return new Statement.Remote(text, null, Map.of(), List.of(), null);
    }
    Restriction.check(parsed, context.access());
    if (parsed instanceof Formatted formatted) {
      Map<String, String> settings = SettingTexts.of(formatted.settings());
      return prepare(
          formatted.statement(),
          SqlPrinter.print(formatted.statement()),
          formatted.format(),
          settings);
    }
    return prepare(parsed, text, null, Map.of());
  }

  private boolean isRewritten() {
    return !context.rewrites().equals(Rewrites.NONE);
  }

  private Statement prepare(
      io.twinhouse.sql.statement.Statement statement,
      String sql,
      @Nullable String format,
      Map<String, String> settings) {
    if (statement instanceof SessionCommand.Use use) {
      return new Statement.Use(use.database(), false);
    }
    if (statement instanceof SessionCommand.Set set) {
      return new Statement.SetSettings(
          SettingTexts.ofSet(set.settings()), SettingTexts.parameters(set.settings()));
    }
    if (statement instanceof Insert insert && insert.source() instanceof Insert.Data) {
      return new InsertPlanner(text, context, context.settings()).plan(insert, settings);
    }
    if (statement instanceof QueryStatement query && isRewritten()) {
      return rewritten(query.query(), SqlPrinter::print, format, settings);
    }
    if (statement instanceof Inspection.Explain explain
        && explain.statement() instanceof QueryStatement query
        && isRewritten()) {
      return rewritten(query.query(), q -> explained(explain, q), format, settings);
    }
    return passed(statement, sql, format, settings);
  }

  /** Numbers in GROUP BY and ORDER BY of a rendered query are values, never positions. */
  private Statement rewritten(
      Query query,
      Function<Query, String> text,
      @Nullable String format,
      Map<String, String> settings) {
    Map<String, String> own =
        query instanceof Select select ? SettingTexts.of(select.settings()) : Map.of();
    Map<String, String> inForce =
        SettingTexts.merged(SettingTexts.merged(context.settings(), settings), own);
    TreeParts.visit(query, RemoteStatements::refuseGlobal);
    QueryPlanner.Rendered rendered = new QueryPlanner(context, inForce).render(query);
    Map<String, String> needed = new LinkedHashMap<>();
    needed.put("enable_positional_arguments", "0");
    if (isMaterialized(rendered.query())) {
      needed.put("enable_materialized_cte", "1");
    }
    for (String written : List.of("limit", "offset")) { // they stand in the query now
      if (inForce.containsKey(written)) {
        needed.put(written, "0");
      }
    }
    Map<String, String> sent = SettingTexts.merged(SettingTexts.merged(settings, own), needed);
    return new Statement.Remote(
        text.apply(rendered.query()),
        format,
        sent,
        rendered.notes(),
        parts(new QueryStatement(query.position(), query), format, settings));
  }

  /** The server's own plan of what is asked of it. */
  private static String explained(Inspection.Explain explain, Query rewritten) {
    QueryStatement query = new QueryStatement(explain.position(), rewritten);
    return SqlPrinter.print(
        new Inspection.Explain(explain.position(), explain.what(), explain.settings(), query));
  }

  private static boolean isMaterialized(Query query) {
    return query instanceof Select select
        && select.with().stream()
            .anyMatch(item -> item instanceof WithItem.Named named && named.materialized());
  }

  /** A join or a set of all shards must not silently become one of each shard's own rows. */
  private static void refuseGlobal(Object part) {
    boolean global =
        part instanceof FromItem.Join join && join.locality() == FromItem.Locality.GLOBAL
            || part instanceof Call call && call.name().startsWith("global");
    if (global) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A query with GLOBAL can't be rewritten; run it without rewrites, or without GLOBAL"
              + " under distributed_product_mode = 'global'");
    }
  }

  private Statement passed(
      io.twinhouse.sql.statement.Statement statement,
      String sql,
      @Nullable String format,
      Map<String, String> settings) {
    return new Statement.Remote(
        sql, format, settings, List.of(), parts(statement, format, settings));
  }

  /** Queries and what explains them; a user who may not do everything gets no second way. */
  private @Nullable Supplier<Statement> parts(
      io.twinhouse.sql.statement.Statement statement,
      @Nullable String format,
      Map<String, String> settings) {
    boolean isQuery =
        statement instanceof QueryStatement
            || statement instanceof Inspection.Explain explain
                && explain.statement() instanceof QueryStatement;
    return isQuery && context.access() == null
        ? () -> StatementPreparer.prepareHere(statement, text, context, format, settings)
        : null;
  }
}
