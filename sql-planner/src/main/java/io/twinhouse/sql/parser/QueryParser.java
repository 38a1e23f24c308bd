// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.SetOperation.Kind;
import io.twinhouse.sql.ast.SetOperation.Quantifier;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries: SELECTs and the set operations between them. */
final class QueryParser {
  private static final int QUERY_WEIGHT = 9;

  private final Grammar grammar;
  private final Cursor cursor;

  QueryParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** Whether a query starts {@code ahead} tokens behind this one. */
  boolean startsQuery(int ahead) {
    boolean word =
        cursor.isWordAhead(ahead, "SELECT")
            || cursor.isWordAhead(ahead, "WITH")
            || cursor.isWordAhead(ahead, "FROM")
            || cursor.isWordAhead(ahead, "EXPLAIN");
    return word
        && switch (cursor.peek(ahead + 1).kind()) {
          case WORD, QUOTED, NUMBER, STRING, OPEN_PAREN, OPEN_SQUARE, OPEN_CURLY -> true;
          case ASTERISK, MINUS, PLUS, DOUBLE_AT ->
              cursor.isWordAhead(ahead, "SELECT") || selectFollows(ahead + 1);
          default -> false;
        };
  }

  /** Whether SELECT comes before the bracket that is open here closes. */
  private boolean selectFollows(int ahead) {
    int depth = 0;
    for (int i = ahead; depth >= 0; i++) {
      switch (cursor.peek(i).kind()) {
        case OPEN_PAREN, OPEN_SQUARE -> depth++;
        case CLOSE_PAREN, CLOSE_SQUARE -> depth--;
        case END, ERROR, SEMICOLON -> {
          return false;
        }
        default -> {
          if (depth == 0 && cursor.isWordAhead(i, "SELECT")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a bracket {@code ahead} tokens behind this one has a query right behind it. */
  boolean startsBehindBracket(int ahead) {
    boolean opens = ahead > 0 || cursor.peek().kind() == TokenKind.OPEN_PAREN;
    return opens && startsQuery(ahead + 1);
  }

  /** A query in brackets, which must be here. */
  Expr.Subquery subquery() {
    Position start = cursor.position();
    cursor.expect(TokenKind.OPEN_PAREN);
    Query query = cursor.isWordAhead(0, "EXPLAIN") ? explain() : query();
    cursor.expect(TokenKind.CLOSE_PAREN);
    return new Expr.Subquery(start, query);
  }

  /** {@code EXPLAIN} in place of a query reads its text from a table function. */
  private Query explain() {
    Position start = cursor.position();
    cursor.expectWords("EXPLAIN");
    String kind = "EXPLAIN";
    for (String word : List.of("AST", "SYNTAX", "PLAN", "PIPELINE", "ESTIMATE")) {
      if (cursor.acceptWords(word)) {
        kind = "EXPLAIN " + word;
        break;
      }
    }
    Expr.Subquery explained = new Expr.Subquery(cursor.position(), query());
    Call call =
        new Call(
            start,
            "viewExplain",
            List.of(new Literal.Text(start, kind), new Literal.Text(start, ""), explained));
    return allOf(start, new FromItem.Function(call, List.of()));
  }

  /** Whether {@code VALUES (} is here, which a query in FROM or WITH may be. */
  boolean atValues(int ahead) {
    return cursor.isWordAhead(ahead, "VALUES")
        && cursor.peek(ahead + 1).kind() == TokenKind.OPEN_PAREN;
  }

  /** {@code VALUES (1, 'a'), (2, 'b')}, which reads from a table function. */
  Query values() {
    Position start = cursor.position();
    cursor.expectWords("VALUES");
    Call call = new Call(start, "SQLStandardValues", grammar.expressions.elements());
    return allOf(start, new FromItem.Function(call, List.of()));
  }

  /** {@code SELECT * FROM source}. */
  private static Select allOf(Position start, FromItem.Source source) {
    return allOf(start, new FromItem.Table(start, source, null, List.of(), false, null));
  }

  static Select allOf(Position start, FromItem from) {
    ColumnSet all = new ColumnSet(start, null, new ColumnSet.All(), List.of());
    return Select.builder().position(start).projections(List.of(all)).from(from).build();
  }

  /** A query with its set operations. */
  Query query() {
    grammar.depth.enter(QUERY_WEIGHT);
    int outer = grammar.depth.openBranch();
    Query query = rest(intersections(operand()));
    grammar.depth.grow(3);
    grammar.depth.closeBranch(outer);
    grammar.depth.leave(QUERY_WEIGHT);
    return query;
  }

  /** Whether UNION, EXCEPT or INTERSECT is here. */
  boolean atSetOperator() {
    return kind() != null;
  }

  /** The whole query whose first operand was read already. */
  Query continued(Query first) {
    return rest(intersections(first));
  }

  private @Nullable Kind kind() {
    for (Kind kind : Kind.values()) {
      if (cursor.atWords(kind.name())) {
        return kind;
      }
    }
    return null;
  }

  private Query rest(Query first) {
    Query left = first;
    Query run = null;
    Kind kind = kind();
    while (kind != null) {
      cursor.next();
      Quantifier quantifier = quantifier();
      Query right = intersections(operand());
      run = combine(left, left == run, kind, quantifier, right);
      left = run;
      kind = kind();
    }
    return left;
  }

  private Query intersections(Query first) {
    Query left = first;
    Query run = null;
    while (cursor.acceptWords("INTERSECT")) {
      Quantifier quantifier = quantifier();
      run = combine(left, left == run, Kind.INTERSECT, quantifier, operand());
      left = run;
    }
    return left;
  }

  /** {@code open}: the left side has no brackets of its own, so a run of equals may grow. */
  private Query combine(Query left, boolean open, Kind kind, Quantifier quantifier, Query right) {
    List<Query> operands = new ArrayList<>();
    if (open
        && left instanceof SetOperation run
        && run.kind() == kind
        && run.quantifier() == quantifier) {
      operands.addAll(run.operands());
    } else {
      operands.add(left);
      grammar.depth.grow(2);
    }
    operands.add(right);
    return new SetOperation(left.position().start(), kind, quantifier, operands);
  }

  private Quantifier quantifier() {
    if (cursor.acceptWords("ALL")) {
      return Quantifier.ALL;
    }
    return cursor.acceptWords("DISTINCT") ? Quantifier.DISTINCT : Quantifier.DEFAULT;
  }

  private Query operand() {
    if (cursor.peek().kind() != TokenKind.OPEN_PAREN) {
      return grammar.selects.select();
    }
    cursor.next();
    Query query = query();
    cursor.expect(TokenKind.CLOSE_PAREN);
    return query instanceof SetOperation operation
        ? new SetOperation(
            operation.position().inBrackets(),
            operation.kind(),
            operation.quantifier(),
            operation.operands())
        : query;
  }
}
