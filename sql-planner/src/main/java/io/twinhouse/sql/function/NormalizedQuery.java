// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.function;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.lexer.Lexer;
import io.twinhouse.sql.lexer.Token;
import io.twinhouse.sql.lexer.TokenKind;
import java.nio.charset.StandardCharsets;

/**
 * A query without what differs from call to call: constants are question marks, lists of them are
 * one, and names that look generated are left out unless they are to be kept.
 */
final class NormalizedQuery {

  /** What a text of tokens takes for each byte of the query. */
  private static final long BYTES_PER_CHAR = 8;

  private final String text;
  private final boolean keepsNames;
  private final StringBuilder out;

  private int literals;
  private boolean comma;
  private boolean space;

  private NormalizedQuery(String text, boolean keepsNames) {
    this.text = text;
    this.keepsNames = keepsNames;
    out = new StringBuilder(text.length());
  }

  static BoundFunction bindText(CallSite call, boolean keepsNames) {
    call.arity(1).text(0).noFixedString(0);
    return Bound.total(
        StringType.INSTANCE,
        invocation -> {
          BytesLane queries = BytesLane.of(invocation.argument(0));
          TreeRoom room = invocation.scratch().keep(TreeRoom.class, TreeRoom::new);
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            room.hold(BYTES_PER_CHAR * queries.length(row));
            byte[] normal = bytes(of(queries.bytes(row), keepsNames).normalized());
            out.append(normal, 0, normal.length);
          }
          return out.toColumn(null);
        });
  }

  static BoundFunction bindHash(CallSite call, boolean keepsNames) {
    call.arity(1).string(0);
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              BytesLane queries = BytesLane.of(invocation.argument(0));
              TreeRoom room = invocation.scratch().keep(TreeRoom.class, TreeRoom::new);
              return row -> {
                room.hold(BYTES_PER_CHAR * queries.length(row));
                byte[] hashed = bytes(of(queries.bytes(row), keepsNames).hashed());
                return SipHash24.hash64(hashed, 0, hashed.length);
              };
            }));
  }

  private static NormalizedQuery of(byte[] query, boolean keepsNames) {
    return new NormalizedQuery(Literal.Text.ofBytes(Position.NONE, query).value(), keepsNames);
  }

  private static byte[] bytes(String text) {
    return new Literal.Text(Position.NONE, text).bytes();
  }

  private String normalized() {
    Lexer lexer = new Lexer(text);
    int end = 0;
    while (true) {
      Token token = lexer.next();
      if (token.start() > end) {
        gap(end > 0);
      }
      end = token.end();
      boolean done = token.kind() == TokenKind.END || token.kind() == TokenKind.ERROR;
      if (isLiteral(token)) {
        out.append(literals == 0 ? "?" : "");
        literals++;
        space = false;
        comma = false;
      } else if (continues(token)) {
        comma |= token.kind() == TokenKind.COMMA;
      } else {
        endOfLiterals();
        out.append(done ? "" : isLeftOut(token) ? "`?`" : slice(token));
      }
      if (done) {
        return out.toString();
      }
    }
  }

  private void gap(boolean within) {
    if (literals > 0) {
      space = true;
    } else if (within) {
      out.append(' ');
    }
  }

  /** Whether the token may stand between the constants of a list. */
  private boolean continues(Token token) {
    return switch (token.kind()) {
      case COMMA -> literals > 0;
      case PLUS, MINUS -> comma;
      default -> false;
    };
  }

  private void endOfLiterals() {
    out.append(literals > 1 ? ".." : "").append(comma ? "," : "").append(space ? " " : "");
    literals = 0;
    comma = false;
    space = false;
  }

  /** The bytes that are hashed, which are not the normalized text. */
  private String hashed() {
    Lexer lexer = new Lexer(text);
    while (true) {
      Token token = lexer.next();
      if (isLiteral(token)) {
        out.append(literals == 0 ? "\0" : "");
        literals++;
        comma = false;
        continue;
      }
      if (token.kind() == TokenKind.COMMA && literals > 0) {
        comma = true;
        continue;
      }
      out.append(literals > 1 ? "\0" : "").append(comma ? "," : "");
      literals = 0;
      comma = false;
      if (token.kind() == TokenKind.END || token.kind() == TokenKind.ERROR) {
        return out.toString();
      }
      out.append(isLeftOut(token) ? "\1" : slice(token));
    }
  }

  private static boolean isLiteral(Token token) {
    return token.kind() == TokenKind.NUMBER || token.kind() == TokenKind.STRING;
  }

  private String slice(Token token) {
    return text.substring(token.start(), token.end());
  }

  /** Whether the token is a name that looks generated. A function is no name. */
  private boolean isLeftOut(Token token) {
    boolean word = token.kind() == TokenKind.WORD && !isCalled(token);
    return !keepsNames && (word || token.kind() == TokenKind.QUOTED) && isGenerated(slice(token));
  }

  private boolean isCalled(Token token) {
    return token.end() < text.length() && text.charAt(token.end()) == '(';
  }

  /** Long, with spaces, or with more than two digits. */
  private static boolean isGenerated(String name) {
    if (name.getBytes(StandardCharsets.UTF_8).length >= 36) {
      return true;
    }
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        return true;
      }
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits > 2;
  }
}
