// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Limit;
import io.twinhouse.sql.ast.LimitBy;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.OrderBy;
import io.twinhouse.sql.ast.OrderBy.Interpolation;
import io.twinhouse.sql.ast.OrderBy.Nulls;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SelectBuilder;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of rows, and how many of them: ORDER BY, LIMIT, OFFSET, FETCH, LIMIT BY. */
final class OrderParser {
  private final Grammar grammar;
  private final Cursor cursor;

  OrderParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** ORDER BY, or null. */
  @Nullable OrderBy clause() {
    Position start = cursor.position();
    if (!cursor.acceptWords("ORDER", "BY")) {
      return null;
    }
    boolean unquoted = cursor.isWordAhead(0, "ALL");
    List<OrderBy.Item> items = grammar.list(this::item);
    boolean all =
        unquoted
            && items.size() == 1
            && items.get(0).expression() instanceof Identifier name
            && name.isSimple();
    if (all) {
      items = List.of(ofAll(items.get(0)));
    }
    List<Interpolation> interpolate = null;
    boolean fills = !all && items.stream().anyMatch(item -> item.fill() != null);
    if (fills && cursor.acceptWords("INTERPOLATE")) {
      interpolate = interpolations();
    }
    return new OrderBy(start, items, all, interpolate);
  }

  private static OrderBy.Item ofAll(OrderBy.Item item) {
    Expr all = new Identifier(item.position().start(), Identifier.of("all").parts());
    return new OrderBy.Item(
        item.position().start(),
        all,
        item.descending(),
        item.nulls(),
        item.collation(),
        item.fill());
  }

  /** One key. */
  OrderBy.Item item() {
    Position start = cursor.position();
    Expr expression = grammar.expressions.element();
    boolean descending = cursor.acceptWords("DESC") || cursor.acceptWords("DESCENDING");
    if (!descending && !cursor.acceptWords("ASC")) {
      cursor.acceptWords("ASCENDING");
    }
    Nulls nulls = Nulls.DEFAULT;
    if (cursor.acceptWords("NULLS", "FIRST")) {
      nulls = Nulls.FIRST;
    } else if (cursor.acceptWords("NULLS", "LAST")) {
      nulls = Nulls.LAST;
    }
    String collation = cursor.acceptWords("COLLATE") ? cursor.string() : null;
    OrderBy.Fill fill = cursor.acceptWords("WITH", "FILL") ? fill() : null;
    return new OrderBy.Item(start, expression, descending, nulls, collation, fill);
  }

  private OrderBy.Fill fill() {
    return new OrderBy.Fill(value("FROM"), value("TO"), value("STEP"), value("STALENESS"));
  }

  private @Nullable Expr value(String keyword) {
    return cursor.acceptWords(keyword) ? grammar.expressions.element() : null;
  }

  private List<Interpolation> interpolations() {
    List<Interpolation> interpolations = new ArrayList<>();
    if (!cursor.accept(TokenKind.OPEN_PAREN)) {
      return interpolations;
    }
    if (cursor.peek().kind() != TokenKind.CLOSE_PAREN) {
      interpolations.addAll(grammar.list(this::interpolation));
    }
    cursor.expect(TokenKind.CLOSE_PAREN);
    return interpolations;
  }

  private Interpolation interpolation() {
    Position start = cursor.position();
    String column = cursor.name();
    Expr expression = new Identifier(start, Identifier.of(column).parts());
    if (cursor.acceptWords("AS")) {
      expression = grammar.expressions.plain();
    }
    return new Interpolation(start, column, expression);
  }

  /** LIMIT BY and LIMIT in all their spellings. */
  void limits(SelectBuilder builder, List<Expr> distinctOn, @Nullable Limit top, boolean ordered) {
    LimitBy by = null;
    if (!distinctOn.isEmpty()) {
      Expr one = new Literal.Number(distinctOn.get(0).position().start(), "1");
      by = new LimitBy(one.position(), one, null, distinctOn, false);
    }
    Limit limit = top;
    Position start = cursor.position();
    if (cursor.acceptWords("LIMIT")) {
      Limit first = limit(start);
      if (!first.withTies() && cursor.acceptWords("BY")) {
        if (by != null) {
          throw conflict("Can not use DISTINCT ON alongside LIMIT BY");
        }
        by = by(first);
        Position second = cursor.position();
        limit = cursor.acceptWords("LIMIT") ? onlyLimit(top, limit(second)) : top;
      } else {
        limit = onlyLimit(top, first);
      }
    } else if (cursor.acceptWords("OFFSET")) {
      Expr offset = grammar.expressions.element();
      if (!cursor.acceptWords("ROWS")) {
        cursor.acceptWords("ROW");
      }
      requireOrder(ordered || !cursor.atWords("FETCH"));
      limit = fetched(start, offset, top);
    } else if (cursor.atWords("FETCH")) {
      requireOrder(ordered);
      limit = fetched(start, null, top);
    }
    if (limit != null && limit.withTies()) {
      checkTies(by != null && !distinctOn.isEmpty(), ordered);
    }
    builder.limitBy(by);
    builder.limit(limit);
  }

  private static void checkTies(boolean distinctOn, boolean ordered) {
    if (distinctOn) {
      throw new TwinhouseException(
          ErrorCode.LIMIT_BY_WITH_TIES_IS_NOT_SUPPORTED,
          "Can not use WITH TIES alongside LIMIT BY/DISTINCT ON");
    }
    if (!ordered) {
      throw new TwinhouseException(
          ErrorCode.WITH_TIES_WITHOUT_ORDER_BY, "Can not use WITH TIES without ORDER BY");
    }
  }

  private static void requireOrder(boolean ordered) {
    if (!ordered) {
      throw new TwinhouseException(
          ErrorCode.OFFSET_FETCH_WITHOUT_ORDER_BY,
          "Can not use OFFSET FETCH clause without ORDER BY");
    }
  }

  private TwinhouseException conflict(String problem) {
    return cursor.failure(cursor.position(), problem);
  }

  private Limit onlyLimit(@Nullable Limit top, Limit limit) {
    if (top != null) {
      throw new TwinhouseException(
          ErrorCode.TOP_AND_LIMIT_TOGETHER, "Can not use TOP and LIMIT together");
    }
    return limit;
  }

  private Limit limit(Position start) {
    Expr count = grammar.expressions.element();
    Expr offset = null;
    if (cursor.accept(TokenKind.COMMA)) {
      offset = count;
      count = grammar.expressions.element();
    } else if (cursor.acceptWords("OFFSET")) {
      offset = grammar.expressions.element();
    }
    return new Limit(start, count, offset, cursor.acceptWords("WITH", "TIES"));
  }

  private LimitBy by(Limit limit) {
    Expr count = limit.count();
    if (count == null) {
      throw new IllegalStateException("a limit that was read has a count");
    }
    if (cursor.isWordAhead(0, "ALL") && cursor.peek(1).kind() != TokenKind.DOT) {
      cursor.next();
      return new LimitBy(limit.position(), count, limit.offset(), List.of(), true);
    }
    List<Expr> keys = grammar.expressions.elements();
    return new LimitBy(limit.position(), count, limit.offset(), keys, false);
  }

  /** {@code FETCH FIRST n ROWS ONLY | WITH TIES}, or only the offset before it. */
  private Limit fetched(Position start, @Nullable Expr offset, @Nullable Limit top) {
    if (!cursor.acceptWords("FETCH")) {
      boolean ties = top != null && top.withTies();
      return new Limit(start, top == null ? null : top.count(), offset, ties);
    }
    if (!cursor.acceptWords("FIRST")) {
      cursor.expectWords("NEXT");
    }
    Expr count = grammar.expressions.element();
    if (!cursor.acceptWords("ROWS")) {
      cursor.expectWords("ROW");
    }
    boolean ties = cursor.acceptWords("WITH", "TIES");
    if (!ties) {
      cursor.expectWords("ONLY");
    }
    return onlyLimit(top, new Limit(start, count, offset, ties));
  }
}
