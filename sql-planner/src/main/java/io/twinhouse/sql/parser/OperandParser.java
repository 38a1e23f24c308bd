// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Bracketed;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.Token;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.print.SqlPrinter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What operators stand between: constants, names, calls, brackets, with all that is behind them.
 */
final class OperandParser {
  private static final int BRACKET_WEIGHT = 4;

  private final Grammar grammar;
  private final Cursor cursor;
  private final Depth depth;

  OperandParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
    depth = grammar.depth;
  }

  /** An operand with its subscripts and casts. */
  Expr parse() {
    Expr operand = textOfCast();
    if (operand == null) {
      operand = primary();
    }
    return postfix(operand);
  }

  /** Whether a number with its sign is here. */
  boolean atSignedNumber() {
    Token second = cursor.peek(1);
    return second.kind() == TokenKind.NUMBER
        || (cursor.peek().kind() == TokenKind.MINUS && isFloatWord(second));
  }

  private boolean isFloatWord(Token token) {
    if (token.kind() != TokenKind.WORD) {
      return false;
    }
    String word = cursor.slice(token).toLowerCase(Locale.ROOT);
    return word.equals("inf") || word.equals("nan") || word.equals("infinity");
  }

  /**
   * In {@code 0.1::T} and {@code [1, 2]::T} ClickHouse casts the text before the colons and not the
   * value it would have as a number; null if that is not what is here.
   */
  private @Nullable Expr textOfCast() {
    int tokens = constantLength();
    if (tokens == 0 || cursor.peek(tokens).kind() != TokenKind.DOUBLE_COLON) {
      return null;
    }
    Position start = cursor.position();
    if (tokens == 1 && cursor.peek().kind() == TokenKind.STRING) {
      return new Literal.Text(start, cursor.string());
    }
    for (int i = 0; i < tokens; i++) {
      cursor.next();
    }
    depth.grow(1);
    return new Literal.Text(start, cursor.text().substring(start.offset(), cursor.endOfPrevious()));
  }

  /** How many tokens the number, string, or bracketed list of such takes; 0 if it is none. */
  private int constantLength() {
    int i = 0;
    int open = 0;
    boolean valueMayFollow = true;
    while (true) {
      TokenKind kind = cursor.peek(i).kind();
      int length = 1;
      switch (kind) {
        case MINUS, NUMBER, STRING -> {
          length = kind == TokenKind.MINUS ? 2 : 1;
          boolean signed = length == 2 && cursor.peek(i + 1).kind() != TokenKind.NUMBER;
          if (!valueMayFollow || signed) {
            return 0;
          }
          valueMayFollow = false;
        }
        case OPEN_PAREN, OPEN_SQUARE -> {
          if (!valueMayFollow) {
            return 0;
          }
          open++;
        }
        case CLOSE_PAREN, CLOSE_SQUARE -> {
          if (cursor.peek(i - 1 < 0 ? 0 : i - 1).kind() == TokenKind.COMMA) {
            return 0;
          }
          open--;
          valueMayFollow = false;
        }
        case COMMA -> {
          if (valueMayFollow || open == 0) {
            return 0;
          }
          valueMayFollow = true;
        }
        default -> {
          return 0;
        }
      }
      i += length;
      if (open <= 0) {
        return open < 0 ? 0 : i;
      }
    }
  }

  /** An operand without subscripts and casts. */
  Expr primary() {
    Position start = cursor.position();
    Token token = cursor.peek();
    boolean signed = token.kind() == TokenKind.PLUS || token.kind() == TokenKind.MINUS;
    if (signed && atSignedNumber()) {
      return number();
    }
    return switch (token.kind()) {
      case NUMBER -> number();
      case STRING -> new Literal.Text(start, cursor.string());
      case OPEN_PAREN -> round();
      case OPEN_SQUARE -> square();
      case OPEN_CURLY -> parameter();
      case ASTERISK -> grammar.columnSets.asterisk(start, null);
      case DOUBLE_AT -> globalVariable();
      case WORD -> word();
      case QUOTED -> path();
      default -> {
        cursor.note("expression");
        throw cursor.failure();
      }
    };
  }

  private Expr number() {
    Position start = cursor.position();
    boolean negative = cursor.accept(TokenKind.MINUS);
    if (!negative) {
      cursor.accept(TokenKind.PLUS);
    }
    if (cursor.peek().kind() == TokenKind.WORD) {
      String word = cursor.slice(cursor.next());
      return new Literal.Number(start, negative ? "-" + word : word);
    }
    String digits = digits();
    return new Literal.Number(start, negative ? "-" + digits : digits);
  }

  /** The text of a number without a sign, which must be here and within Float64. */
  String digits() {
    Position start = cursor.position();
    String text = cursor.slice(cursor.expect(TokenKind.NUMBER));
    String digits = text.startsWith(".") ? "0" + text : text;
    boolean odd = text.startsWith("0B");
    if (odd || Double.isInfinite(new Literal.Number(start, digits).doubleValue())) {
      throw cursor.failure(start, "number out of range");
    }
    return digits;
  }

  /** The digits of a number from 0 to 2^64 - 1, which must be here. */
  String unsigned() {
    Position start = cursor.position();
    String digits = digits();
    boolean plain = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain || new BigInteger(digits).bitLength() > Long.SIZE) {
      throw cursor.failure(start, "unsigned integer");
    }
    return digits;
  }

  /** A query, a tuple, or an expression that needed brackets. */
  Expr round() {
    Position start = cursor.position();
    if (grammar.queries.startsBehindBracket(0)) {
      return grammar.queries.subquery();
    }
    depth.enter(BRACKET_WEIGHT);
    cursor.expect(TokenKind.OPEN_PAREN);
    int outer = depth.openBranch();
    boolean nested = cursor.peek().kind() == TokenKind.OPEN_PAREN;
    List<Expr> elements = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, true);
    Expr result;
    boolean one = elements.size() == 1;
    if (one
        && nested
        && elements.get(0) instanceof Expr.Subquery first
        && grammar.queries.atSetOperator()) {
      Query whole = grammar.queries.continued(first.query());
      result = new Expr.Subquery(start, whole);
    } else if (one && !behindComma() && (nested || !hasParameters(elements.get(0)))) {
      result = Bracketed.of(elements.get(0));
    } else {
      depth.grow(1);
      result = new Call(start, "tuple", elements);
    }
    cursor.expect(TokenKind.CLOSE_PAREN);
    depth.closeBranch(outer);
    depth.leave(BRACKET_WEIGHT);
    return result;
  }

  /** Whether it is a lambda that took the elements before it as parameters. */
  private static boolean hasParameters(Expr element) {
    Expr bare = element instanceof Expr.Aliased aliased ? aliased.expression() : element;
    return bare instanceof Expr.Lambda lambda && lambda.parameters().size() > 1;
  }

  private boolean behindComma() {
    return cursor.text().charAt(cursor.endOfPrevious() - 1) == ',';
  }

  private Expr square() {
    Position start = cursor.position();
    depth.enter(1);
    cursor.expect(TokenKind.OPEN_SQUARE);
    int outer = depth.openBranch();
    List<Expr> elements = grammar.expressions.elementsBefore(TokenKind.CLOSE_SQUARE, false);
    cursor.expect(TokenKind.CLOSE_SQUARE);
    depth.grow(1);
    depth.closeBranch(outer);
    depth.leave(1);
    return new Call(start, "array", elements);
  }

  private Expr parameter() {
    Position start = cursor.position();
    if (cursor.parameter() != null) {
      return path();
    }
    cursor.expect(TokenKind.OPEN_CURLY);
    String name = cursor.name();
    cursor.expect(TokenKind.COLON);
    TypeName type = grammar.types.parse();
    cursor.expect(TokenKind.CLOSE_CURLY);
    if (type.name().equals("Identifier") && type.arguments() == null) {
      Identifier.Part part = new Identifier.Part(Identifier.PartKind.PARAMETER, name);
      return grammar.columnSets.restOfPath(start, new ArrayList<>(List.of(part)));
    }
    return new Expr.Parameter(start, name, type);
  }

  /** {@code @@name}, MySQL's way of asking for a setting. */
  private Expr globalVariable() {
    Position start = cursor.position();
    cursor.next();
    String name = cursor.name();
    while (cursor.accept(TokenKind.DOT)) {
      name = cursor.name();
    }
    Call call = new Call(start, "globalVariable", List.of(new Literal.Text(start, name)));
    return new Expr.Aliased(start, call, "@@" + name);
  }

  private Expr word() {
    Token token = cursor.peek();
    Position start = cursor.position();
    String word = cursor.slice(token);
    String upper = word.toUpperCase(Locale.ROOT);
    switch (upper) {
      case "NULL" -> {
        cursor.next();
        return new Literal.Null(start);
      }
      case "TRUE", "FALSE" -> {
        cursor.next();
        return new Literal.Bool(start, upper.equals("TRUE"));
      }
      case "INF", "INFINITY", "NAN" -> {
        cursor.next();
        return new Literal.Number(start, upper.equals("NAN") ? "nan" : "inf");
      }
      default -> {
        Expr form = grammar.forms.leading(upper);
        return form != null ? form : path();
      }
    }
  }

  /** A name with its parts, and what it turns out to be. */
  private Expr path() {
    Position start = cursor.position();
    if (grammar.columnSets.atColumns(0)) {
      return grammar.columnSets.columns(start, null);
    }
    List<Identifier.Part> parts = new ArrayList<>();
    parts.add(new Identifier.Part(Identifier.PartKind.NAME, cursor.name()));
    Expr path = grammar.columnSets.restOfPath(start, parts);
    if (path instanceof Identifier name && cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      return grammar.calls.call(name);
    }
    return path;
  }

  /** An operand with the subscripts and casts behind it. */
  Expr postfix(Expr operand) {
    Expr result = operand;
    while (true) {
      switch (cursor.peek().kind()) {
        case OPEN_SQUARE -> {
          cursor.next();
          Expr index = grammar.expressions.enclosed();
          cursor.expect(TokenKind.CLOSE_SQUARE);
          result = new Call(result.position().start(), "arrayElement", List.of(result, index));
        }
        case DOT -> {
          cursor.next();
          result = new Call(result.position().start(), "tupleElement", List.of(result, element()));
        }
        case DOUBLE_COLON -> {
          cursor.next();
          result = cast(result, grammar.types.parse());
        }
        default -> {
          return result;
        }
      }
      depth.grow(2);
    }
  }

  /** The call that casts a value to a type. */
  static Expr cast(Expr value, TypeName type) {
    Literal text = new Literal.Text(type.position(), SqlPrinter.print(type));
    return new Call(value.position().start(), "CAST", List.of(value, text));
  }

  /** What stands behind the dot of a tuple access. */
  private Expr element() {
    Position start = cursor.position();
    if (cursor.accept(TokenKind.MINUS)) {
      return new Call(start, "negate", List.of(index()));
    }
    return switch (cursor.peek().kind()) {
      case NUMBER -> index();
      case STRING -> new Literal.Text(start, cursor.string());
      default -> new Literal.Text(start, cursor.name());
    };
  }

  private Literal.Number index() {
    Position start = cursor.position();
    Literal.Number index = new Literal.Number(start, digits());
    if (!index.isInteger()) {
      throw cursor.failure(start, "the index of a tuple's element is a whole number");
    }
    return index;
  }
}
