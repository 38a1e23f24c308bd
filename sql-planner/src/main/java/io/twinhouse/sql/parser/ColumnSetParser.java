// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Names of several parts, and the stars and COLUMNS that may end them. */
final class ColumnSetParser {
  private final Grammar grammar;
  private final Cursor cursor;

  ColumnSetParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** A name of one or more parts, which must be here. */
  Identifier identifier() {
    Position start = cursor.position();
    List<Identifier.Part> parts = new ArrayList<>();
    parts.add(part());
    while (cursor.accept(TokenKind.DOT)) {
      parts.add(part());
    }
    return new Identifier(start, parts);
  }

  private Identifier.Part part() {
    if (cursor.peek().kind() != TokenKind.OPEN_CURLY || cursor.parameter() != null) {
      return new Identifier.Part(Identifier.PartKind.NAME, cursor.name());
    }
    cursor.next();
    String name = cursor.name();
    cursor.expect(TokenKind.COLON);
    cursor.expectWords("Identifier");
    cursor.expect(TokenKind.CLOSE_CURLY);
    return new Identifier.Part(Identifier.PartKind.PARAMETER, name);
  }

  /** The path that starts with {@code parts}, or the set of columns it ends in. */
  Expr restOfPath(Position start, List<Identifier.Part> parts) {
    arrays(parts, cursor);
    while (cursor.peek().kind() == TokenKind.DOT) {
      TokenKind behind = cursor.peek(1).kind();
      if (behind == TokenKind.ASTERISK) {
        cursor.next();
        return asterisk(start, new Identifier(start, parts));
      }
      if (atColumns(1)) {
        cursor.next();
        return columns(start, new Identifier(start, parts));
      }
      if (!startsPart(behind)) {
        break;
      }
      cursor.next();
      parts.add(pathPart());
      arrays(parts, cursor);
    }
    return new Identifier(start, parts);
  }

  private static boolean startsPart(TokenKind kind) {
    return switch (kind) {
      case WORD, QUOTED, COLON, CARET, OPEN_CURLY -> true;
      default -> false;
    };
  }

  private Identifier.Part pathPart() {
    if (cursor.accept(TokenKind.COLON)) {
      return new Identifier.Part(Identifier.PartKind.JSON_TYPE, cursor.name());
    }
    if (cursor.accept(TokenKind.CARET)) {
      return new Identifier.Part(Identifier.PartKind.JSON_OBJECT, cursor.name());
    }
    return part();
  }

  /** {@code data.a[]} is the part of {@code data.a} that holds arrays of objects. */
  private static void arrays(List<Identifier.Part> parts, Cursor cursor) {
    String type = "JSON";
    while (parts.size() > 1
        && cursor.peek().kind() == TokenKind.OPEN_SQUARE
        && cursor.peek(1).kind() == TokenKind.CLOSE_SQUARE) {
      cursor.next();
      cursor.next();
      type = "Array(" + type + ")";
    }
    if (!type.equals("JSON")) {
      parts.add(new Identifier.Part(Identifier.PartKind.JSON_TYPE, type));
    }
  }

  /** Whether {@code COLUMNS(} is {@code ahead} tokens behind this one. */
  boolean atColumns(int ahead) {
    return cursor.isWordAhead(ahead, "COLUMNS")
        && cursor.peek(ahead + 1).kind() == TokenKind.OPEN_PAREN;
  }

  ColumnSet asterisk(Position start, @Nullable Identifier qualifier) {
    cursor.expect(TokenKind.ASTERISK);
    return new ColumnSet(start, qualifier, ofAsterisk(), transformers());
  }

  /** {@code * LIKE 'a%'} is COLUMNS of a regular expression. */
  private ColumnSet.Selection ofAsterisk() {
    boolean anyCase = cursor.isWordAhead(0, "ILIKE");
    if (!anyCase && !cursor.isWordAhead(0, "LIKE")) {
      return new ColumnSet.All();
    }
    cursor.next();
    String regexp = NamePattern.regexp(cursor.string());
    return new ColumnSet.Matching(anyCase ? "(?i)" + regexp : regexp);
  }

  ColumnSet columns(Position start, @Nullable Identifier qualifier) {
    cursor.next();
    cursor.expect(TokenKind.OPEN_PAREN);
    ColumnSet.Selection selection;
    if (cursor.peek().kind() == TokenKind.STRING) {
      selection = new ColumnSet.Matching(cursor.string());
    } else {
      selection = new ColumnSet.Listed(grammar.list(this::identifier));
    }
    cursor.expect(TokenKind.CLOSE_PAREN);
    return new ColumnSet(start, qualifier, selection, transformers());
  }

  /** EXCEPT, REPLACE and APPLY, any number of them. */
  List<ColumnSet.Transformer> transformers() {
    List<ColumnSet.Transformer> transformers = new ArrayList<>();
    while (true) {
      Position start = cursor.position();
      if (cursor.atWords("EXCEPT") && !exceptStartsQuery()) {
        cursor.next();
        transformers.add(except(start));
      } else if (cursor.acceptWords("REPLACE")) {
        boolean strict = cursor.acceptWords("STRICT");
        transformers.add(new ColumnSet.Replace(start, oneOrMore(this::replacement), strict));
      } else if (cursor.acceptWords("APPLY")) {
        transformers.add(apply(start));
      } else {
        return transformers;
      }
    }
  }

  /** Whether the EXCEPT here is the operation on two queries. */
  private boolean exceptStartsQuery() {
    int i = 1;
    if (cursor.isWordAhead(1, "ALL") || cursor.isWordAhead(1, "DISTINCT")) {
      i = 2;
    }
    while (cursor.peek(i).kind() == TokenKind.OPEN_PAREN) {
      i++;
    }
    return grammar.queries.startsQuery(i);
  }

  private ColumnSet.Transformer except(Position start) {
    boolean strict = cursor.acceptWords("STRICT");
    boolean bracket = cursor.peek().kind() == TokenKind.OPEN_PAREN;
    TokenKind first = cursor.peek(bracket ? 1 : 0).kind();
    if (first == TokenKind.STRING) {
      List<String> regexp = bracket ? grammar.bracketed(cursor::string) : List.of(cursor.string());
      if (regexp.size() != 1) {
        throw cursor.failure();
      }
      return new ColumnSet.ExceptMatching(start, regexp.get(0));
    }
    return new ColumnSet.Except(start, oneOrMore(this::column), strict);
  }

  /** A name of one part. */
  private Identifier column() {
    return new Identifier(cursor.position(), List.of(part()));
  }

  private Expr.Aliased replacement() {
    Expr element = grammar.expressions.element();
    if (!(element instanceof Expr.Aliased aliased)) {
      cursor.note("AS");
      throw cursor.failure();
    }
    return aliased;
  }

  /** Brackets are needed for more than one only. */
  private <T> List<T> oneOrMore(Supplier<T> element) {
    boolean bracket = cursor.peek().kind() == TokenKind.OPEN_PAREN;
    return bracket ? grammar.bracketed(element) : List.of(element.get());
  }

  private ColumnSet.Apply apply(Position start) {
    boolean bracket = cursor.accept(TokenKind.OPEN_PAREN);
    Expr function = applied();
    String prefix = null;
    if (bracket) {
      prefix = cursor.accept(TokenKind.COMMA) ? cursor.string() : null;
      cursor.expect(TokenKind.CLOSE_PAREN);
    }
    return new ColumnSet.Apply(start, function, prefix);
  }

  private Expr applied() {
    boolean name = cursor.atName();
    if (!name || cursor.peek(1).kind() == TokenKind.ARROW) {
      Expr lambda = grammar.expressions.plain();
      if (lambda instanceof Expr.Lambda) {
        return lambda;
      }
      throw cursor.failure();
    }
    Position start = cursor.position();
    String function = cursor.name();
    List<Expr> parameters = List.of();
    if (cursor.accept(TokenKind.OPEN_PAREN)) {
      parameters = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
      cursor.expect(TokenKind.CLOSE_PAREN);
    }
    return new Call(start, function, parameters, List.of(), Call.NullTreatment.DEFAULT, null);
  }
}
