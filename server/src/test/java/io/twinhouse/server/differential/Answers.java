// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What both houses say to a query: rows as text, or {@code error} and its code. */
final class Answers {

  /** Values of what queries ask for as {@code {name:Type}}. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "pi", "2",
          "pn", "\\N",
          "ps", "buy",
          "pd", "2026-03-27",
          "pt", "2026-03-28 12:00:00",
          "pa", "[1,2,3]",
          "pc", "usr");

  private Answers() {}

  /**
   * The server with the parameters of queries, one thread, and without the optimisations of its own
   * that change answers: docs/differences.md.
   */
  static ClickHouseHttp configured(ClickHouseHttp server) {
    ClickHouseHttp configured =
        server
            .with("max_threads", 1)
            .with("log_queries", 0)
            .with("query_plan_convert_outer_join_to_inner_join", 0)
            .with("optimize_and_compare_chain", 0)
            .with("optimize_functions_to_subcolumns", 0)
            .with("optimize_redundant_functions_in_order_by", 0)
            .with("optimize_move_to_prewhere", 0);
    for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
      configured = configured.withParameter(parameter.getKey(), parameter.getValue());
    }
    return configured;
  }

  /** Whether the rows are the same, or the codes of the errors; what they refuse we may know. */
  static boolean agree(String theirs, String ours) {
    return ours.equals(theirs)
        || (theirs.startsWith("error ") && ours.startsWith(theirs + " "))
        || theirs.equals("error 48");
  }

  /**
   * Whether we refuse while planning what the server would fail to compute, but never computes
   * here: the argument of toTypeName, a lambda that meets no element, a PREWHERE that meets no row.
   * It may find another error first.
   */
  static boolean isEarly(String sql, String theirs, String ours) {
    boolean mayBeSpared =
        sql.contains("toTypeName(")
            || sql.contains(" -> ")
            || sql.contains("PREWHERE") && theirs.lines().count() <= 2;
    return mayBeSpared && (ours.startsWith("error 43 ") || ours.startsWith("error 386 "));
  }

  /** The first line in which two answers differ, and the types. */
  static String difference(String theirs, String ours) {
    List<String> left = theirs.lines().toList();
    List<String> right = ours.lines().toList();
    int at = 0;
    while (at < left.size() && at < right.size() && left.get(at).equals(right.get(at))) {
      at++;
    }
    return "\n  types:  "
        + (at > 1 ? left.get(1) : "")
        + "\n  server: "
        + (at < left.size() ? left.get(at) : "no line " + at)
        + "\n  ours:   "
        + (at < right.size() ? right.get(at) : "no line " + at);
  }

  /** Whether we say that we can not do it, or do not know a function. */
  static boolean isRefusal(String ours) {
    return ours.startsWith("error NOT_IMPLEMENTED") || ours.startsWith("error 46 ");
  }

  static String of(ClickHouseHttp server, String sql) {
    try {
      return canonical(
          server.with("default_format", "TabSeparatedWithNamesAndTypes").query(sql), sql);
    } catch (ClickHouseRefusal e) {
      return "error " + e.code();
    }
  }

  static QueryRequest request(String sql) {
    return QueryRequest.of(sql).withParameters(PARAMETERS);
  }

  static String of(Twinhouse engine, String sql) {
    return of(engine, request(sql));
  }

  static String of(Twinhouse engine, QueryRequest request) {
    String sql = request.sql();
    try (QueryResult result = engine.query(request)) {
      TextOutput text = new TextOutput();
      List<ValueWriter> writers =
          result.schema().types().stream()
              .map(type -> ValueWriter.of(type, TextStyle.ESCAPED, ZoneOffset.UTC))
              .toList();
      header(result.schema(), text);
      for (Batch batch = result.next(); batch != null; batch = result.next()) {
        rows(batch, writers, text);
      }
      Batch totals = result.totals();
      if (totals != null) {
        text.put('\n');
        rows(totals, writers, text);
      }
      return canonical(text.toString(), sql);
    } catch (TwinhouseException e) {
      boolean refused = e.codeName().equals("NOT_IMPLEMENTED");
      return "error " + (refused ? e.codeName() : e.number()) + " " + e.getMessage();
    } catch (RuntimeException | AssertionError | StackOverflowError internal) {
      return "internal " + internal + " at " + internal.getStackTrace()[0];
    }
  }

  private static void header(Schema schema, TextOutput text) {
    if (schema.fields().isEmpty()) {
      return;
    }
    ValueWriter writer = ValueWriter.of(StringType.INSTANCE, TextStyle.ESCAPED, ZoneOffset.UTC);
    List<String> types = schema.types().stream().map(Type::name).toList();
    for (List<String> line : List.of(schema.names(), types)) {
      for (int i = 0; i < line.size(); i++) {
        writer.write(BytesColumn.ofStrings(line.get(i)), 0, text);
        text.put(i + 1 < line.size() ? '\t' : '\n');
      }
    }
  }

  private static void rows(Batch batch, List<ValueWriter> writers, TextOutput text) {
    for (int row = 0; row < batch.rows(); row++) {
      for (int c = 0; c < writers.size(); c++) {
        writers.get(c).write(batch.column(c), row, text);
        text.put(c + 1 < writers.size() ? '\t' : '\n');
      }
    }
  }

  private static boolean isBag(String sql) {
    return sql.startsWith("SELECT count()") || sql.startsWith("(");
  }

  /** Rows without an order are compared as a bag. */
  private static String canonical(String rows, String sql) {
    boolean marked = sql.endsWith("/*o*/");
    boolean ordered = marked || sql.contains(" LIMIT ") && !isBag(sql) && !sql.endsWith("/*b*/");
    List<String> lines = rows.lines().toList();
    if (ordered || lines.size() < 4) {
      return String.join("\n", lines);
    }
    Stream<String> bag = lines.stream().skip(2).sorted();
    return Stream.concat(lines.stream().limit(2), bag).collect(Collectors.joining("\n"));
  }
}
