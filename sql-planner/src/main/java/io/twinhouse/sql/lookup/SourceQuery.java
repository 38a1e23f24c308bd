// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lookup;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.DictionaryBody.Parameter;
import io.twinhouse.sql.statement.DictionaryBody.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a dictionary asks its source for. */
final class SourceQuery {

  private static final Set<String> KNOWN =
      Set.of(
          "host",
          "port",
          "user",
          "password",
          "secure",
          "db",
          "database",
          "table",
          "where",
          "query",
          "invalidate_query");

  /** Sources of the server's that are refused by name. */
  private static final Set<String> OTHERS =
      Set.of(
          "cassandra",
          "executable",
          "executable_pool",
          "file",
          "http",
          "jdbc",
          "library",
          "mongodb",
          "mysql",
          "odbc",
          "postgresql",
          "redis",
          "xdbc",
          "yamlregexptree",
          "ytsaurus");

  private static final Set<String> OWN_HOSTS = Set.of("localhost", "127.0.0.1", "::1");

  private final Parameters source;
  private final String database;

  /**
   * @param database of the dictionary, for a table without one
   */
  SourceQuery(Parameters source, String database) {
    this.source = source;
    this.database = database;
  }

  /**
   * A column that is wanted.
   *
   * @param asked what the source is asked for
   * @param type that it is converted to
   */
  record Wanted(String name, String asked, String type) {}

  /** Refuses what another server would have to be asked for. */
  void check() {
    if (isNone()) {
      return;
    }
    if (!source.name().equals("clickhouse") && !OTHERS.contains(source.name())) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_ELEMENT_IN_CONFIG, "unknown dictionary source type: " + source.name());
    }
    if (!source.name().equals("clickhouse")) {
      throw refused("SOURCE(" + source.name().toUpperCase(Locale.ROOT) + ")");
    }
    for (Parameter parameter : source.parameters()) {
      String key = parameter.key().toLowerCase(Locale.ROOT);
      if (!KNOWN.contains(key)) {
        throw refused(key.toUpperCase(Locale.ROOT) + " of SOURCE(CLICKHOUSE)");
      }
    }
    checkServer();
    String query = text("query");
    if (query != null) {
      SqlParser.parseQuery(query); // what others depend on is read from it
    }
    if (text("table") == null && query == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "ClickHouse dictionary source requires table or query");
    }
  }

  /** It is this very server that is asked, as the user that needs no password. */
  private void checkServer() {
    String host = text("host");
    if (host != null && !OWN_HOSTS.contains(host)) {
      throw refused("SOURCE(CLICKHOUSE) of another HOST");
    }
    String user = text("user");
    if (user != null && !user.isEmpty() && !user.equals("default")) {
      throw refused("SOURCE(CLICKHOUSE) with another USER than default");
    }
    String secret = text("password");
    if (secret != null && !secret.isEmpty()) {
      throw refused("SOURCE(CLICKHOUSE) with a PASSWORD");
    }
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        what
            + " of a dictionary is not supported by the embedded engine; use"
            + " SOURCE(CLICKHOUSE(TABLE ... DB ...)) or SOURCE(CLICKHOUSE(QUERY '...'))");
  }

  private boolean isNone() {
    return source.name().equals("null");
  }

  private @Nullable String text(String key) {
    Parameter parameter = source.find(key);
    Expr value = parameter == null ? null : parameter.value();
    if (value == null) {
      return null;
    }
    if (value instanceof Literal.Text text) {
      return text.value();
    }
    return value instanceof Identifier name ? name.name() : SqlPrinter.print(value);
  }

  /** Queries of which the first counts whose names are known; none if there is nothing to read. */
  List<String> of(List<Wanted> columns) {
    if (isNone()) {
      return List.of();
    }
    List<String> asked = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> converted = new ArrayList<>();
    for (Wanted column : columns) {
      String name = SqlPrinter.name(column.name());
      asked.add(column.asked().equals(name) ? name : column.asked() + " AS " + name);
      names.add(name);
      converted.add("CAST(" + name + ", " + SqlPrinter.string(column.type()) + ")");
    }
    String query = text("query");
    String select = "SELECT " + String.join(", ", converted) + " FROM (";
    if (query == null) {
      return List.of(select + "SELECT " + String.join(", ", asked) + table() + ")");
    }
    // printed, for it may end with a comment or a semicolon
    String rows = SqlPrinter.print(SqlParser.parseQuery(query));
    // columns of other names are taken in the order in which they come
    String inOrder = select + rows + ") AS source(" + String.join(", ", names) + ")";
    return List.of(select + rows + ")", inOrder);
  }

  /** The text of a query; null where a table is read. */
  @Nullable String query() {
    return isNone() ? null : text("query");
  }

  /** The table that is read; null where there is none. */
  @Nullable TableName readTable() {
    String table = text("table");
    return isNone() || table == null || text("query") != null ? null : new TableName(home(), table);
  }

  private String home() {
    String written = text("db") == null ? text("database") : text("db");
    return written == null || written.isEmpty() ? database : written;
  }

  private String table() {
    String where = text("where");
    return " FROM "
        + SqlPrinter.name(home())
        + "."
        + SqlPrinter.name(String.valueOf(text("table")))
        + (where == null || where.isEmpty() ? "" : " WHERE (" + where + ")");
  }

  /** As system.dictionaries shows it. */
  String shown() {
    if (isNone()) {
      return "Null";
    }
    if (text("table") == null) {
      return "ClickHouse: " + text("query");
    }
    String where = text("where");
    return "ClickHouse: "
        + home()
        + "."
        + text("table")
        + (where == null || where.isEmpty() ? "" : ", where: " + where);
  }
}
