// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code a = ANY (query)}, {@code a < ALL (query)} and {@code a = SOME(array)}, which ClickHouse's
 * parser turns into IN, into a comparison with one aggregated value, or into an array function.
 */
final class QuantifiedComparison {
  private static final String ELEMENT = "_a";

  private QuantifiedComparison() {}

  /** The comparison whose operator was just passed; null if it has no quantifier. */
  static @Nullable Expr parse(Grammar grammar, String function, Expr left) {
    Cursor cursor = grammar.cursor;
    boolean any = cursor.isWordAhead(0, "ANY");
    boolean some = cursor.isWordAhead(0, "SOME");
    boolean all = cursor.isWordAhead(0, "ALL");
    if (!(any || some || all) || cursor.peek(1).kind() != TokenKind.OPEN_PAREN) {
      return null;
    }
    boolean query = grammar.queries.startsBehindBracket(1);
    if (query && ordered(function, all) == null && !isEquality(function)) {
      throw cursor.failure();
    }
    if (!query && any) {
      return null;
    }
    cursor.next();
    if (query) {
      Expr.Subquery right = grammar.queries.subquery();
      return compare(left, function, all, right);
    }
    cursor.expect(TokenKind.OPEN_PAREN);
    Expr array = grammar.expressions.element();
    cursor.expect(TokenKind.CLOSE_PAREN);
    return compareArray(left, function, all, array);
  }

  private static boolean isEquality(String function) {
    return function.equals("equals") || function.equals("notEquals");
  }

  private static Expr compare(Expr left, String function, boolean all, Expr.Subquery right) {
    Position start = left.position().start();
    String aggregate = ordered(function, all);
    if (aggregate != null) {
      return new Call(start, function, List.of(left, aggregated(aggregate, right)));
    }
    boolean equal = function.equals("equals");
    Expr set = equal == all ? aggregated("singleValueOrNull", right) : right;
    return new Call(start, equal ? "in" : "notIn", List.of(left, set));
  }

  /** The aggregate whose one value decides an ordered comparison. */
  private static @Nullable String ordered(String function, boolean all) {
    return switch (function) {
      case "less", "lessOrEquals" -> all ? "min" : "max";
      case "greater", "greaterOrEquals" -> all ? "max" : "min";
      default -> null;
    };
  }

  private static Expr aggregated(String aggregate, Expr.Subquery subquery) {
    Position start = subquery.position().start();
    Expr all = new ColumnSet(start, null, new ColumnSet.All(), List.of());
    FromItem from =
        new FromItem.Table(
            start, new FromItem.Derived(subquery.query()), null, List.of(), false, null);
    Query query =
        Select.builder()
            .position(start)
            .projections(List.of(new Call(start, aggregate, List.of(all))))
            .from(from)
            .build();
    return new Expr.Subquery(start, query);
  }

  private static Expr compareArray(Expr left, String function, boolean all, Expr array) {
    Position start = left.position().start();
    Call has = new Call(start, "has", List.of(array, left));
    if (function.equals("equals") && !all) {
      return has;
    }
    if (function.equals("notEquals") && all) {
      return new Call(start, "not", List.of(has));
    }
    Expr element = new Identifier(start, Identifier.of(ELEMENT).parts());
    Expr body = new Call(start, function, List.of(left, element));
    Expr lambda = new Expr.Lambda(start, List.of(ELEMENT), body);
    return new Call(start, all ? "arrayAll" : "arrayExists", List.of(lambda, array));
  }
}
