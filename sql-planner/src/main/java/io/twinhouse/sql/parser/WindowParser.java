// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.ast.Window.Bound;
import io.twinhouse.sql.ast.Window.BoundKind;
import io.twinhouse.sql.ast.Window.FrameUnit;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.parser.word.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Windows of functions and of the WINDOW clause. */
final class WindowParser {
  private final Grammar grammar;
  private final Cursor cursor;

  WindowParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** What is behind OVER. */
  Window over() {
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      return definition();
    }
    return new Window.Reference(cursor.position(), cursor.name());
  }

  /** {@code name AS (definition)}. */
  Window.Named named() {
    Position start = cursor.position();
    String name = cursor.name();
    cursor.expectWords("AS");
    return new Window.Named(start, name, definition());
  }

  private Window.Definition definition() {
    Position start = cursor.position();
    cursor.expect(TokenKind.OPEN_PAREN);
    String base = null;
    if (cursor.atName() && !atClause()) {
      base = cursor.name();
    }
    List<Expr> partitionBy = List.of();
    if (cursor.acceptWords("PARTITION", "BY")) {
      partitionBy = grammar.expressions.elements();
    }
    List<OrderBy.Item> orderBy = List.of();
    if (cursor.acceptWords("ORDER", "BY")) {
      orderBy = grammar.list(grammar.orders::item);
    }
    Window.Frame frame = frame();
    cursor.expect(TokenKind.CLOSE_PAREN);
    return new Window.Definition(start, base, partitionBy, orderBy, frame);
  }

  /** Whether a clause of a definition starts here, rather than the name of another window. */
  private boolean atClause() {
    if (cursor.peek(1).kind() == TokenKind.CLOSE_PAREN) {
      return false;
    }
    return cursor.atWords("PARTITION", "BY") || cursor.atWords("ORDER", "BY") || unit() != null;
  }

  private @Nullable FrameUnit unit() {
    for (FrameUnit unit : FrameUnit.values()) {
      if (cursor.atWords(unit.name())) {
        return unit;
      }
    }
    return null;
  }

  private Window.@Nullable Frame frame() {
    FrameUnit unit = unit();
    if (unit == null) {
      return null;
    }
    Position start = cursor.position();
    cursor.next();
    if (!cursor.acceptWords("BETWEEN")) {
      return new Window.Frame(start, unit, bound(), null);
    }
    Bound from = bound();
    cursor.expectWords("AND");
    return new Window.Frame(start, unit, from, bound());
  }

  private Bound bound() {
    if (cursor.acceptWords("CURRENT", "ROW")) {
      return new Bound(BoundKind.CURRENT_ROW, null);
    }
    if (cursor.acceptWords("UNBOUNDED", "PRECEDING")) {
      return new Bound(BoundKind.UNBOUNDED_PRECEDING, null);
    }
    if (cursor.acceptWords("UNBOUNDED", "FOLLOWING")) {
      return new Bound(BoundKind.UNBOUNDED_FOLLOWING, null);
    }
    Expr distance = grammar.expressions.binary(Operator.IS);
    if (cursor.acceptWords("PRECEDING")) {
      return new Bound(BoundKind.PRECEDING, distance);
    }
    cursor.expectWords("FOLLOWING");
    return new Bound(BoundKind.FOLLOWING, distance);
  }
}
