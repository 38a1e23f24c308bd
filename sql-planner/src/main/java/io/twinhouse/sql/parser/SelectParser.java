// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.GroupBy;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SelectBuilder;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SELECT with its clauses. */
final class SelectParser {
  private final Grammar grammar;
  private final Cursor cursor;

  SelectParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  Select select() {
    return select(false);
  }

  /** As {@link #select()}; without WITH and FROM before it the word SELECT may be left out. */
  Select selectOrExpressions() {
    boolean begun = cursor.isWordAhead(0, "WITH") || cursor.isWordAhead(0, "FROM");
    return select(!begun);
  }

  private Select select(boolean implicit) {
    Position start = cursor.position();
    SelectBuilder builder = Select.builder().position(start);
    if (cursor.acceptWords("WITH")) {
      boolean recursive = cursor.acceptWords("RECURSIVE");
      builder.with(withItems(), recursive);
    }
    FromItem from = cursor.acceptWords("FROM") ? grammar.froms.fromBeforeSelect() : null;
    if (!cursor.acceptWords("SELECT") && !implicit) {
      throw cursor.failure();
    }
    List<Expr> distinctOn = distinct(builder);
    Limit top = top();
    builder.projections(projections());
    if (from == null && cursor.acceptWords("FROM")) {
      from = grammar.froms.from();
    }
    builder.from(from);
    builder.prewhere(optional("PREWHERE"));
    builder.where(optional("WHERE"));
    groupBy(builder);
    builder.having(optional("HAVING"));
    if (cursor.acceptWords("WINDOW")) {
      builder.windows(grammar.list(grammar.windows::named));
    }
    builder.qualify(optional("QUALIFY"));
    OrderBy orderBy = grammar.orders.clause();
    builder.orderBy(orderBy);
    grammar.orders.limits(builder, distinctOn, top, orderBy != null);
    builder.settings(grammar.settings.clause());
    return builder.build();
  }

  /** Items up to SELECT or FROM; the last may have a comma behind it. */
  List<WithItem> withItems() {
    List<WithItem> items = new ArrayList<>();
    do {
      boolean done = cursor.isWordAhead(0, "SELECT") || cursor.isWordAhead(0, "FROM");
      if (done && !items.isEmpty()) {
        break;
      }
      items.add(withItem());
    } while (cursor.accept(TokenKind.COMMA));
    return items;
  }

  private WithItem withItem() {
    Position start = cursor.position();
    if (!atNamedQuery()) {
      return new WithItem.Expression(start, grammar.expressions.element());
    }
    String name = cursor.name();
    List<String> columns = List.of();
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      columns = grammar.bracketed(cursor::name);
    }
    cursor.expectWords("AS");
    boolean materialized = cursor.acceptWords("MATERIALIZED");
    cursor.expect(TokenKind.OPEN_PAREN);
    boolean values = grammar.queries.atValues(0);
    Query query = values ? grammar.queries.values() : grammar.queries.query();
    cursor.expect(TokenKind.CLOSE_PAREN);
    return new WithItem.Named(start, name, columns, materialized, query);
  }

  /** Whether {@code name [(columns)] AS [MATERIALIZED] (} is here. */
  private boolean atNamedQuery() {
    TokenKind kind = cursor.peek().kind();
    if (kind != TokenKind.WORD && kind != TokenKind.QUOTED) {
      return false;
    }
    int i = 1;
    if (cursor.peek(i).kind() == TokenKind.OPEN_PAREN) {
      while (cursor.peek(i).kind() != TokenKind.CLOSE_PAREN) {
        i++;
        TokenKind inner = cursor.peek(i).kind();
        boolean fits =
            switch (inner) {
              case WORD, QUOTED, COMMA, CLOSE_PAREN -> true;
              default -> false;
            };
        if (!fits) {
          return false;
        }
      }
      i++;
    }
    if (!cursor.isWordAhead(i, "AS")) {
      return false;
    }
    i += cursor.isWordAhead(i + 1, "MATERIALIZED") ? 2 : 1;
    return cursor.peek(i).kind() == TokenKind.OPEN_PAREN;
  }

  /** DISTINCT and ALL; gives the keys of DISTINCT ON. */
  private List<Expr> distinct(SelectBuilder builder) {
    if (cursor.acceptWords("ALL") || !cursor.acceptWords("DISTINCT")) {
      return List.of();
    }
    if (cursor.acceptWords("ON")) {
      cursor.expect(TokenKind.OPEN_PAREN);
      List<Expr> keys = grammar.expressions.elements();
      cursor.expect(TokenKind.CLOSE_PAREN);
      return keys;
    }
    builder.distinct(true);
    return List.of();
  }

  private @Nullable Limit top() {
    Position start = cursor.position();
    if (!cursor.acceptWords("TOP")) {
      return null;
    }
    boolean bracket = cursor.accept(TokenKind.OPEN_PAREN);
    Position at = cursor.position();
    Expr count = new Literal.Number(at, grammar.operands.digits());
    if (bracket) {
      cursor.expect(TokenKind.CLOSE_PAREN);
    }
    return new Limit(start, count, null, cursor.acceptWords("WITH", "TIES"));
  }

  private List<Expr> projections() {
    List<Expr> projections = new ArrayList<>();
    do {
      if (!projections.isEmpty() && atEndOfProjections()) {
        break;
      }
      projections.add(grammar.expressions.projection());
    } while (cursor.accept(TokenKind.COMMA));
    return projections;
  }

  /** A comma may stand behind the last column. */
  private boolean atEndOfProjections() {
    TokenKind kind = cursor.peek().kind();
    return kind == TokenKind.END
        || kind == TokenKind.SEMICOLON
        || (cursor.isWordAhead(0, "FROM") && cursor.peek(1).kind() != TokenKind.COMMA);
  }

  private @Nullable Expr optional(String keyword) {
    return cursor.acceptWords(keyword) ? grammar.expressions.element() : null;
  }

  private void groupBy(SelectBuilder builder) {
    Position start = cursor.position();
    if (cursor.acceptWords("GROUP", "BY")) {
      builder.groupBy(groupBy(start));
    } else if (cursor.acceptWords("WITH", "TOTALS")) {
      builder.groupBy(new GroupBy(start, GroupBy.Kind.NONE, List.of(), true));
    }
  }

  private GroupBy groupBy(Position start) {
    GroupBy.Kind kind = GroupBy.Kind.PLAIN;
    List<List<Expr>> sets;
    if (cursor.acceptWords("GROUPING", "SETS")) {
      kind = GroupBy.Kind.GROUPING_SETS;
      sets = grammar.bracketed(this::groupingSet);
    } else if (cursor.atWords("ALL") && !continues()) {
      cursor.next();
      kind = GroupBy.Kind.ALL;
      sets = List.of();
    } else if (atModifier("ROLLUP") || atModifier("CUBE")) {
      kind = cursor.isWordAhead(0, "CUBE") ? GroupBy.Kind.CUBE : GroupBy.Kind.ROLLUP;
      cursor.next();
      sets = List.of(grammar.bracketed(grammar.expressions::element));
    } else {
      sets = List.of(grammar.expressions.elements());
    }
    boolean totals = false;
    while (cursor.peek().kind() == TokenKind.WORD) {
      if (kind == GroupBy.Kind.PLAIN && cursor.acceptWords("WITH", "ROLLUP")) {
        kind = GroupBy.Kind.ROLLUP;
      } else if (kind == GroupBy.Kind.PLAIN && cursor.acceptWords("WITH", "CUBE")) {
        kind = GroupBy.Kind.CUBE;
      } else if (!totals && cursor.acceptWords("WITH", "TOTALS")) {
        totals = true;
      } else {
        break;
      }
    }
    return new GroupBy(start, kind, sets, totals);
  }

  /** Whether ALL is the start of an expression here. */
  private boolean continues() {
    return switch (cursor.peek(1).kind()) {
      case WORD, END, SEMICOLON, COMMA, CLOSE_PAREN -> false;
      default -> true;
    };
  }

  private boolean atModifier(String word) {
    return cursor.atWords(word) && cursor.peek(1).kind() == TokenKind.OPEN_PAREN;
  }

  private List<Expr> groupingSet() {
    if (!cursor.accept(TokenKind.OPEN_PAREN)) {
      return List.of(grammar.expressions.element());
    }
    List<Expr> set = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
    cursor.expect(TokenKind.CLOSE_PAREN);
    return set;
  }
}
