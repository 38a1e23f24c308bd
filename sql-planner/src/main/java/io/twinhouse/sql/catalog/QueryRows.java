// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.frontend.ErrorCount;
import io.twinhouse.engine.frontend.QueryEntry;
import io.twinhouse.engine.frontend.QueryJournal;
import java.time.Instant;
import java.util.Locale;

/** What queries run and ran, and how they failed. */
final class QueryRows {

  private QueryRows() {}

  static void processes(SystemRows rows, QueryJournal queries) {
    for (QueryEntry query : queries.running()) {
      QueryEntry.Figures figures = query.figures();
      rows.add(
          "is_initial_query", true,
          "user", query.user(),
          "query_id", query.id(),
          "initial_user", query.user(),
          "initial_query_id", query.id(),
          "elapsed", query.elapsedNanos() / 1e9,
          "is_cancelled", query.cancelled(),
          "read_rows", figures.readRows(),
          "read_bytes", figures.readBytes(),
          "total_rows_approx", figures.rowsToRead(),
          "written_rows", figures.writtenRows(),
          "memory_usage", query.heldBytes(),
          "peak_memory_usage", figures.peakBytes(),
          "query", query.sql(),
          "query_kind", kind(query.sql()),
          "current_database", query.database());
    }
  }

  static void log(SystemRows rows, QueryJournal queries) {
    for (QueryEntry query : queries.log()) {
      QueryEntry.Figures figures = query.figures();
      Instant noted = query.start().plusNanos(query.elapsedNanos());
      rows.add(
          "type", query.stage().text(),
          "event_date", Math.floorDiv(noted.getEpochSecond(), 86_400L),
          "event_time", noted.getEpochSecond(),
          "event_time_microseconds", micros(noted),
          "query_start_time", query.start().getEpochSecond(),
          "query_start_time_microseconds", micros(query.start()),
          "query_duration_ms", query.elapsedNanos() / 1_000_000,
          "read_rows", figures.readRows(),
          "read_bytes", figures.readBytes(),
          "written_rows", figures.writtenRows(),
          "result_rows", figures.resultRows(),
          "memory_usage", figures.peakBytes(),
          "current_database", query.database(),
          "query", query.sql(),
          "query_kind", kind(query.sql()),
          "exception_code", (long) query.exceptionCode(),
          "exception", query.exception(),
          "is_initial_query", true,
          "user", query.user(),
          "query_id", query.id(),
          "initial_user", query.user(),
          "initial_query_id", query.id());
    }
  }

  static void errors(SystemRows rows, QueryJournal queries) {
    for (ErrorCount error : queries.errors()) {
      QueryEntry last = error.last();
      String name = ErrorCode.ofNumber(error.code()).map(ErrorCode::name).orElse("");
      rows.add(
          "name", name,
          "code", (long) error.code(),
          "value", error.count(),
          "last_error_time", last.start().plusNanos(last.elapsedNanos()).getEpochSecond(),
          "last_error_message", last.exception(),
          "query_id", last.id());
    }
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }

  /** The statement's first word, as the server names kinds. */
  private static String kind(String sql) {
    String text = sql.stripLeading();
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String word = text.substring(0, end).toUpperCase(Locale.ROOT);
    return switch (word) {
      case "SELECT", "WITH" -> "Select";
      case "INSERT" -> "Insert";
      case "KILL" -> "KillQuery";
      case "" -> "";
      default -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    };
  }
}
