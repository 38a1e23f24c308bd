// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Grant;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.ServerCommand;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.TreeParts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a statement of a user with limited {@link Access} before anything else does, on
 * either house: only queries and questions about the allowed tables, no settings anywhere (a server
 * takes those of sub-queries even where settings are read-only), no table functions that reach
 * beyond the query, no system tables. A statement that can not be parsed here goes nowhere. Which
 * tables may be read is for the analyser, or for the server, whose user has grants for no others.
 */
final class Restriction {

  private static final Set<String> FUNCTIONS =
      Set.of(
          "numbers",
          "numbers_mt",
          "zeros",
          "zeros_mt",
          "primes",
          "generateSeries",
          "generate_series",
          "values",
          "VALUES",
          "SQLStandardValues",
          "view",
          "merge",
          "format",
          "null",
          "generateRandom");

  /** Functions that read tables, dictionaries, files or what the server knows of others. */
  private static final Set<String> READING =
      Set.of(
          "hascolumnintable", "file", "getmergetreesetting", "getserversetting", "currentschemas");

  private static final TableName ONE = new TableName("system", "one");

  private final Access access;

  private Restriction(Access access) {
    this.access = access;
  }

  /**
   * Parses a statement; {@code {x:Identifier}} is what {@code parameters} say of x. What only the
   * server knows is no query to somebody with limited access.
   *
   * @param implicitSelect whether a SELECT may do without that word
   * @throws TwinhouseException SYNTAX_ERROR
   */
  static Statement parse(
      String sql, @Nullable Access access, Map<String, String> parameters, boolean implicitSelect) {
    try {
      return SqlParser.parseStatement(sql, parameters, implicitSelect);
    } catch (TwinhouseException e) {
      if (access != null && e.is(ErrorCode.NOT_IMPLEMENTED)) {
        throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "Syntax error: " + e.getMessage(), e);
      }
      throw e;
    }
  }

  /**
   * Refuses what {@code access} does not allow whatever the tables.
   *
   * @throws TwinhouseException ACCESS_DENIED, READONLY, or SYNTAX_ERROR for what no client may add
   */
  static void check(Statement statement, @Nullable Access access) {
    if (access != null) {
      new Restriction(access).check(statement);
    }
  }

  private void check(Statement statement) {
    if (statement instanceof Formatted) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error: FORMAT and INTO OUTFILE are not a user's to say");
    }
    if (isOfSessionOrAccess(statement)) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error: only queries are allowed here");
    }
    boolean reads =
        statement instanceof QueryStatement
            || statement instanceof Inspection.Describe
            || isPlainShow(statement)
            || statement instanceof Inspection.Exists exists
                && exists.kind() == Inspection.Kind.TABLE;
    if (!reads) {
      throw access.denied("for anything but SELECT");
    }
    TreeParts.visit(statement, this::inspect);
  }

  private static boolean isOfSessionOrAccess(Statement statement) {
    return statement instanceof SessionCommand
        || statement instanceof Grant
        || statement instanceof Create.User
        || statement instanceof Create.Role
        || statement instanceof Create.RowPolicy
        || statement instanceof Create.Quota
        || statement instanceof Create.Function
        || statement instanceof Create.Dictionary
        || statement instanceof ServerCommand.SystemCommand;
  }

  /** SHOW TABLES of the current database, all of them. */
  static boolean isPlainShow(Statement statement) {
    return statement instanceof Inspection.Show show
        && show.subject() == Inspection.Subject.TABLES
        && show.flags().isEmpty()
        && show.database() == null
        && show.filter() == null
        && show.limit() == null;
  }

  private void inspect(Object part) {
    if (part instanceof SettingChange change) {
      throw new TwinhouseException(
          ErrorCode.READONLY, "Cannot modify '" + change.name() + "' setting in readonly mode");
    }
    if (part instanceof FromItem.Function function) {
      checkFunction(function.call().name());
    } else if (part instanceof FromItem.Named named) {
      checkName(named.name());
    } else if (part instanceof Call call && reads(call.name())) {
      throw access.denied("for the function " + call.name());
    }
  }

  private static boolean reads(String function) {
    String name = function.toLowerCase(Locale.ROOT);
    return name.startsWith("dict") || name.startsWith("joinget") || READING.contains(name);
  }

  private void checkFunction(String name) {
    boolean view =
        access.conditions().keySet().stream()
            .anyMatch(table -> name.equals(table.table()) || name.equals(table.toString()));
    if (!FUNCTIONS.contains(name) && !view) {
      throw access.denied("for the table function " + name);
    }
  }

  private void checkName(Identifier name) {
    if (name.path().size() < 2) {
      return;
    }
    TableName table =
        new TableName(
            name.path().get(0), String.join(".", name.path().subList(1, name.path().size())));
    if (SystemCatalog.isOwn(table.database()) && !table.equals(ONE)) {
      throw access.denied("SELECT ON " + table);
    }
  }
}
