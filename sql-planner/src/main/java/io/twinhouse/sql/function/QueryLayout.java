// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.function;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.parser.ParserLimits;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** formatQuery and its kin: a statement is parsed and printed as the server prints it. */
enum QueryLayout {
  /** On several lines. */
  LINES,
  /** On one line. */
  LINE;

  /** What a tree takes at most for each byte of its text. */
  private static final long BYTES_PER_CHAR = 128;

  private static final Pattern FIRST_WORD = Pattern.compile("(?s)^\\W*(\\w*).*$");

  /**
   * What begins statements that the server knows and the parser here does not, not in all forms.
   */
  private static final Set<String> SERVER_ONLY =
      Set.of(
          "ALTER",
          "ATTACH",
          "BACKUP",
          "BEGIN",
          "CHECK",
          "COMMIT",
          "COPY",
          "CREATE",
          "DELETE",
          "DESC",
          "DESCRIBE",
          "DETACH",
          "DROP",
          "EXCHANGE",
          "EXECUTE",
          "EXISTS",
          "EXPLAIN",
          "GRANT",
          "INSERT",
          "KILL",
          "MOVE",
          "OPTIMIZE",
          "PARALLEL",
          "RENAME",
          "REPLACE",
          "RESTORE",
          "REVOKE",
          "ROLLBACK",
          "SET",
          "SHOW",
          "START",
          "SYSTEM",
          "TRUNCATE",
          "UNDROP",
          "UPDATE",
          "USE",
          "WATCH");

  /**
   * @param orNull whether what is no query gives NULL and not its error
   */
  BoundFunction bind(CallSite call, boolean orNull) {
    call.arity(1).string(0);
    if (!orNull) {
      return Bound.of(
          StringType.INSTANCE,
          invocation -> {
            BytesLane queries = BytesLane.of(invocation.argument(0));
            TreeRoom room = invocation.scratch().keep(TreeRoom.class, TreeRoom::new);
            BytesBuffer out = invocation.scratch().bytes();
            for (int row = 0; row < invocation.rows(); row++) {
              byte[] shown = show(queries.bytes(row), room);
              out.append(shown, 0, shown.length);
            }
            return out.toColumn(null);
          });
    }
    return Bound.of(
        new NullableType(StringType.INSTANCE),
        invocation -> {
          BytesLane queries = BytesLane.of(invocation.argument(0));
          TreeRoom room = invocation.scratch().keep(TreeRoom.class, TreeRoom::new);
          BytesBuffer out = invocation.scratch().bytes();
          boolean[] nulls = invocation.scratch().flags(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            byte[] shown = showOrNull(queries.bytes(row), room);
            nulls[row] = shown == null;
            out.append(shown == null ? new byte[0] : shown, 0, shown == null ? 0 : shown.length);
          }
          return out.toColumn(nulls);
        });
  }

  private byte @Nullable [] showOrNull(byte[] query, TreeRoom room) {
    try {
      return show(query, room);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.NOT_IMPLEMENTED)) {
        throw e;
      }
      return null;
    }
  }

  private byte[] show(byte[] query, TreeRoom room) {
    int most = ParserLimits.DEFAULT.maxQuerySize();
    room.hold(BYTES_PER_CHAR * Math.min(query.length, most));
    String text = Literal.Text.ofBytes(Position.NONE, query).value();
    String shown = SqlPrinter.show(parsed(text), this == LINES);
    return new Literal.Text(Position.NONE, shown).bytes();
  }

  /** As on the server, what is no statement may be the columns of a SELECT. */
  private static Statement parsed(String text) {
    try {
      return SqlParser.parseStatement(text);
    } catch (TwinhouseException e) {
      if (!e.is(ErrorCode.SYNTAX_ERROR) || text.isBlank()) {
        throw e;
      }
      String first = FIRST_WORD.matcher(text).replaceFirst("$1").toUpperCase(Locale.ROOT);
      if (SERVER_ONLY.contains(first)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "Formatting of " + first + " is not supported", e);
      }
      if (first.equals("SELECT")) {
        throw e;
      }
      return columns(text, e);
    }
  }

  private static Statement columns(String text, TwinhouseException failure) {
    try {
      return SqlParser.parseStatement("SELECT " + text);
    } catch (TwinhouseException e) {
      throw failure;
    }
  }
}
