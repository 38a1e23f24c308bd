// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings and their values. */
final class SettingsParser {
  private final Grammar grammar;
  private final Cursor cursor;

  SettingsParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** {@code SETTINGS a = 1, b = 2}, or nothing. */
  List<SettingChange> clause() {
    return cursor.acceptWords("SETTINGS") ? changes() : List.of();
  }

  /** One or more changes. */
  List<SettingChange> changes() {
    return grammar.list(this::change);
  }

  /** The changes of SET, one of which has words of its own. */
  List<SettingChange> ofSet() {
    Position start = cursor.position();
    if (!cursor.acceptWords("TIME", "ZONE")) {
      return switches();
    }
    cursor.accept(TokenKind.EQUALS);
    Expr zone = new Literal.Text(start, cursor.string());
    return List.of(new SettingChange(start, "session_timezone", zone));
  }

  /** One or more changes of SET, where a name alone means true. */
  List<SettingChange> switches() {
    return grammar.list(
        () -> {
          Position start = cursor.position();
          String name = name();
          if (!cursor.accept(TokenKind.EQUALS)) {
            return new SettingChange(start, name, new Literal.Bool(start, true));
          }
          boolean parameter = name.startsWith(SettingChange.PARAMETER);
          return new SettingChange(start, name, parameter ? parameterValue() : value());
        });
  }

  /** A literal, of an array or a tuple too. */
  private @Nullable Expr parameterValue() {
    return switch (cursor.peek().kind()) {
      case OPEN_PAREN, OPEN_SQUARE -> grammar.operands.parse();
      default -> value();
    };
  }

  private SettingChange change() {
    Position start = cursor.position();
    String name = name();
    cursor.expect(TokenKind.EQUALS);
    return new SettingChange(start, name, value());
  }

  private String name() {
    StringBuilder name = new StringBuilder(cursor.name());
    while (cursor.accept(TokenKind.DOT)) {
      name.append('.').append(cursor.name());
    }
    return name.toString();
  }

  private @Nullable Expr value() {
    if (cursor.acceptWords("DEFAULT")) {
      return null;
    }
    if (cursor.peek().kind() == TokenKind.OPEN_CURLY && cursor.peek(1).kind() != TokenKind.WORD) {
      return map();
    }
    switch (cursor.peek().kind()) {
      case OPEN_PAREN, OPEN_SQUARE, ASTERISK -> throw cursor.failure();
      default -> {
        Expr value = grammar.operands.primary();
        boolean fits =
            value instanceof Literal || value instanceof Call || value instanceof Expr.Parameter;
        if (!fits) {
          throw cursor.failure();
        }
        return value;
      }
    }
  }

  /** {@code {'key': value, ...}}. */
  private Expr map() {
    Position start = cursor.position();
    cursor.expect(TokenKind.OPEN_CURLY);
    grammar.depth.enter(1);
    List<Expr> arguments = new ArrayList<>();
    while (cursor.peek().kind() != TokenKind.CLOSE_CURLY) {
      arguments.add(grammar.operands.parse());
      cursor.expect(TokenKind.COLON);
      boolean nested = cursor.peek().kind() == TokenKind.OPEN_CURLY;
      arguments.add(nested ? map() : grammar.operands.parse());
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.CLOSE_CURLY);
    grammar.depth.leave(1);
    grammar.depth.grow(1);
    return new Call(start, "map", arguments);
  }
}
