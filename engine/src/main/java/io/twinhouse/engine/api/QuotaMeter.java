// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.access.quota.QuotaResource;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.frontend.Statement.Charge;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts one statement against its user's quota. One thread at a time. */
final class QuotaMeter {

  private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "FROM", "SHOW", "EXPLAIN");

  private final EnabledQuota quota;
  private long readRows;
  private long readBytes;
  private long nanos;
  private boolean begun;
  private Charge charge = Charge.STATEMENT;

  QuotaMeter(EnabledQuota quota) {
    this.quota = quota;
  }

  /** Whether anything of a result is counted. */
  boolean counts() {
    return quota.counts() && charge != Charge.NOTHING;
  }

  /**
   * The statement is understood and will run.
   *
   * @throws TwinhouseException QUOTA_EXCEEDED, as of the other methods
   */
  void begins(Statement statement) {
    begun = true;
    charge = charge(statement);
    if (!quota.counts() || charge == Charge.NOTHING) {
      return;
    }
    if (statement instanceof Statement.Insert) {
      begins("INSERT");
    } else if (statement instanceof Statement.Kill) {
      // the server asks itself first what there is to be killed
      count(QuotaResource.QUERY_SELECTS);
      count(null);
    } else {
      count(charge == Charge.SELECT ? QuotaResource.QUERY_SELECTS : null);
    }
  }

  private static Charge charge(Statement statement) {
    if (statement instanceof Statement.Query query) {
      return query.charge();
    }
    return statement instanceof Statement.Export export
        ? export.query().charge()
        : Charge.STATEMENT;
  }

  private void begins(String word) {
    boolean inserts = word.equals("INSERT");
    if (inserts) {
      quota.check(QuotaResource.WRITTEN_BYTES);
    }
    count(inserts ? QuotaResource.QUERY_INSERTS : null);
  }

  private void count(@Nullable QuotaResource kind) {
    if (kind != null) {
      quota.use(kind, 1);
    }
    quota.use(QuotaResource.QUERIES, 1);
    quota.check(QuotaResource.ERRORS);
  }

  /**
   * The statement failed, maybe before it was understood: SELECTs count only then, others as soon
   * as they can be parsed.
   */
  void failed(String sql, Throwable why) {
    if (!quota.counts()) {
      return;
    }
    String word = firstWord(sql);
    boolean parsed = !(why instanceof TwinhouseException e && e.is(ErrorCode.SYNTAX_ERROR));
    try {
      if (!begun && parsed && !word.isEmpty() && !QUERIES.contains(word)) {
        begun = true;
        begins(word);
      }
    } finally {
      quota.failed();
    }
  }

  /** The statement failed while it ran; what it has read counts all the same. */
  void failed(QueryStatistics now) {
    if (!quota.counts()) {
      return;
    }
    try {
      read(now);
    } catch (TwinhouseException exceeded) {
      // the next query is told of it
    } finally {
      quota.failed();
    }
  }

  /** Counts what was read and how long it took since the last time. */
  void read(QueryStatistics now) {
    if (charge != Charge.SELECT) {
      return;
    }
    long rows = now.readRows() - readRows;
    long bytes = now.readBytes() - readBytes;
    long time = now.elapsedNanos() - nanos;
    readRows = now.readRows();
    readBytes = now.readBytes();
    nanos = now.elapsedNanos();
    quota.use(QuotaResource.READ_ROWS, rows);
    quota.use(QuotaResource.READ_BYTES, bytes);
    quota.use(QuotaResource.EXECUTION_TIME, time);
  }

  /** Counts rows of the result. */
  void result(long rows, long bytes) {
    quota.use(QuotaResource.RESULT_ROWS, rows);
    quota.use(QuotaResource.RESULT_BYTES, bytes);
  }

  /** Counts what an INSERT wrote. */
  void wrote(long bytes) {
    quota.use(QuotaResource.WRITTEN_BYTES, bytes);
  }

  /** In capitals, behind comments and brackets. */
  private static String firstWord(String sql) {
    int at = 0;
    while (at < sql.length()) {
      int behind = at;
      if (sql.startsWith("--", at)) {
        behind = end(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        behind = end(sql, "*/", at + 2);
      } else if (sql.charAt(at) <= ' ' || sql.charAt(at) == '(') {
        behind = at + 1;
      }
      if (behind == at) {
        break;
      }
      at = behind;
    }
    int end = at;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    return sql.substring(at, end).toUpperCase(Locale.ROOT);
  }

  private static int end(String sql, String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }
}
