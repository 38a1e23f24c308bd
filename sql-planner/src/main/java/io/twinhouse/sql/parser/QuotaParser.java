// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.access.quota.QuotaInterval;
import io.twinhouse.engine.access.quota.QuotaKey;
import io.twinhouse.engine.access.quota.QuotaResource;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.parser.word.IntervalUnit;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Create.Mode;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.UserSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** CREATE and ALTER QUOTA. */
final class QuotaParser {

  /** What the server counts beside and quotas here do not. */
  private static final List<String> UNCOUNTED =
      List.of("failed_sequential_authentications", "queries_per_normalized_hash");

  private final Grammar grammar;
  private final Cursor cursor;
  private final AccessParser access;

  QuotaParser(Grammar grammar, AccessParser access) {
    this.grammar = grammar;
    this.access = access;
    cursor = grammar.cursor;
  }

  /** What stands behind the words. */
  Statement quota(Position start, Mode mode) {
    List<String> names = grammar.list(cursor::nameOrString);
    String cluster = CreateParser.cluster(cursor);
    String newName = null;
    String key = null;
    List<Create.QuotaInterval> intervals = List.of();
    while (true) {
      if (newName == null && names.size() == 1 && cursor.atWords("RENAME", "TO")) {
        newName = access.newName(mode);
        if (newName == null) {
          break;
        }
      } else if (key == null && atKey()) {
        key = key();
      } else if (cursor.atWords("FOR")) {
        intervals = intervals();
      } else {
        break;
      }
    }
    for (String word : List.of("IPV4_PREFIX_BITS", "IPV6_PREFIX_BITS")) {
      if (cursor.atWords(word)) {
        throw StatementParser.refusal(word + " of a quota");
      }
    }
    UserSet to = cursor.acceptWords("TO") ? access.users() : null;
    String last = cluster == null ? CreateParser.cluster(cursor) : cluster;
    return new Create.Quota(start, mode, names, newName, last, key, intervals, to);
  }

  private boolean atKey() {
    return cursor.atWords("NOT", "KEYED") || cursor.atWords("KEYED") || cursor.atWords("KEY");
  }

  private String key() {
    if (cursor.acceptWords("NOT", "KEYED")) {
      return QuotaKey.NONE.word();
    }
    cursor.next();
    cursor.expectWords("BY");
    String key =
        String.join("_or_", grammar.list(cursor::nameOrString))
            .toLowerCase(Locale.ROOT)
            .replace(' ', '_');
    if (key.equals(QuotaKey.OF_QUERIES)) {
      throw StatementParser.refusal("KEYED BY " + key);
    }
    if (QuotaKey.of(key) == null) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR,
          "Quota cannot be keyed by '"
              + key
              + "'. Expected one of the following identifiers: "
              + QuotaKey.words());
    }
    return key;
  }

  private List<Create.QuotaInterval> intervals() {
    List<Create.QuotaInterval> intervals = new ArrayList<>();
    do {
      cursor.expectWords("FOR");
      boolean randomized = cursor.acceptWords("RANDOMIZED");
      cursor.acceptWords("INTERVAL");
      long seconds = seconds();
      boolean dropped = cursor.acceptWords("NO", "LIMITS");
      boolean none = dropped || cursor.acceptWords("TRACKING", "ONLY");
      intervals.add(
          new Create.QuotaInterval(seconds, randomized, dropped, none ? List.of() : limits()));
    } while (cursor.accept(TokenKind.COMMA));
    return intervals;
  }

  private long seconds() {
    Position start = cursor.position();
    Literal.Number count = new Literal.Number(start, grammar.operands.digits());
    IntervalUnit unit = IntervalUnit.of(cursor.name());
    long each = unit == null ? 0 : QuotaInterval.secondsOf(unit.name().toLowerCase(Locale.ROOT));
    if (unit == null) {
      throw cursor.failure(start, "an interval of a quota has a unit of time");
    }
    return (long) (count.doubleValue() * each);
  }

  /** Limits, each of which may have its own MAX in front or behind. */
  private List<Create.QuotaLimit> limits() {
    List<Create.QuotaLimit> limits = new ArrayList<>();
    boolean before = false;
    do {
      if (!limits.isEmpty()) {
        cursor.expect(TokenKind.COMMA);
      }
      before |= cursor.acceptWords("MAX");
      String resource = resource();
      if (before) {
        cursor.accept(TokenKind.EQUALS);
      } else {
        cursor.expectWords("MAX");
      }
      Expr most = grammar.operands.parse();
      if (!(most instanceof Literal.Number) && !(most instanceof Literal.Text)) {
        throw cursor.failure();
      }
      limits.removeIf(earlier -> earlier.resource().equals(resource));
      limits.add(new Create.QuotaLimit(resource, most));
    } while (cursor.at(TokenKind.COMMA) && !cursor.isWordAhead(1, "FOR"));
    return limits;
  }

  private String resource() {
    for (QuotaResource resource : QuotaResource.values()) {
      if (cursor.acceptWords(resource.name().split("_"))) {
        return resource.word();
      }
    }
    String said = cursor.atName() ? cursor.slice(cursor.peek()) : "";
    if (UNCOUNTED.contains(said)) {
      throw StatementParser.refusal("MAX " + said + " of a quota");
    }
    QuotaResource resource = QuotaResource.of(said);
    if (resource == null) {
      throw cursor.failure();
    }
    cursor.next();
    return resource.word();
  }
}
