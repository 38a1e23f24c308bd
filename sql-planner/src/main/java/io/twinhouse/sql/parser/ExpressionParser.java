// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.parser.word.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Expressions by precedence of their operators. From loose to tight: lambda; {@code ?:}; OR; AND;
 * NOT; IS; BETWEEN; comparisons, LIKE, IN; {@code ||}; {@code + -}; {@code * / %}; AT TIME ZONE;
 * minus; then what {@link OperandParser} reads.
 */
final class ExpressionParser {
  /** Words that start what follows an expression, so they are no aliases unless behind AS. */
  private static final Set<String> NO_ALIAS =
      Set.of(
          "ALL",
          "AND",
          "ANTI",
          "ANY",
          "ARRAY",
          "AS",
          "ASOF",
          "BETWEEN",
          "CROSS",
          "DIV",
          "ELSE",
          "EXCEPT",
          "FINAL",
          "FORMAT",
          "FROM",
          "FULL",
          "GLOBAL",
          "GROUP",
          "HAVING",
          "ILIKE",
          "IN",
          "INNER",
          "INTERSECT",
          "INTO",
          "JOIN",
          "LEFT",
          "LIKE",
          "LIMIT",
          "MOD",
          "NATURAL",
          "NOT",
          "OFFSET",
          "ON",
          "ONLY",
          "OR",
          "ORDER",
          "PARALLEL",
          "PASTE",
          "PREWHERE",
          "QUALIFY",
          "REGEXP",
          "RIGHT",
          "SAMPLE",
          "SEMI",
          "SETTINGS",
          "STREAM",
          "UNION",
          "USING",
          "WHERE",
          "WINDOW",
          "WITH");

  private final Grammar grammar;
  private final Cursor cursor;
  private final Depth depth;

  ExpressionParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
    depth = grammar.depth;
  }

  /** An expression that may be a lambda and may have an alias behind AS. */
  Expr element() {
    return named(false);
  }

  /** As {@link #element()}, and AS may be left out. */
  Expr projection() {
    boolean from = cursor.isWordAhead(0, "FROM");
    return named(!from);
  }

  private Expr named(boolean implicit) {
    int outer = depth.openBranch();
    Expr expression = alias(lambdaOrPlain(), implicit);
    depth.closeBranch(outer);
    return expression;
  }

  /**
   * An element in brackets, where what has an alias may be the first operand: {@code f(x AS y +
   * 1)}.
   */
  Expr enclosed() {
    int outer = depth.openBranch();
    long before = depth.elements();
    Expr expression = element();
    if (expression instanceof Expr.Aliased operand) {
      expression = continued(operand, before);
    }
    depth.closeBranch(outer);
    return expression;
  }

  private Expr continued(Expr operand, long before) {
    Expr left = grammar.operands.postfix(operand);
    for (Expr next = next(left, Operator.OR, before); next != left; ) {
      left = next;
      next = next(left, Operator.OR, before);
    }
    return chosen(left);
  }

  /** An expression without an alias of its own. */
  Expr plain() {
    return lambdaOrPlain();
  }

  /** One or more elements. */
  List<Expr> elements() {
    return grammar.list(this::element);
  }

  /**
   * Elements up to a closing bracket, which is not passed. {@code a, b -> x} is one lambda of two
   * parameters here, as in ClickHouse.
   */
  List<Expr> elementsBefore(TokenKind close, boolean trailingComma) {
    List<Expr> elements = new ArrayList<>();
    while (!cursor.at(close)) {
      if (elements.isEmpty() || !isName() || cursor.peek(1).kind() != TokenKind.ARROW) {
        elements.add(enclosed());
      } else {
        Position start = elements.get(0).position().start();
        elements.add(new Identifier(cursor.position(), Identifier.of(cursor.name()).parts()));
        int outer = depth.openBranch();
        Expr lambda = alias(lambda(new Call(start, "tuple", elements)), false);
        depth.closeBranch(outer);
        elements = new ArrayList<>(List.of(lambda));
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
      if (!trailingComma && cursor.peek().kind() == close) {
        throw cursor.failure();
      }
    }
    return elements;
  }

  private boolean isName() {
    TokenKind kind = cursor.peek().kind();
    return kind == TokenKind.WORD || kind == TokenKind.QUOTED;
  }

  private Expr alias(Expr expression, boolean implicit) {
    if (cursor.atWords("AS")) {
      int start = cursor.mark();
      cursor.next();
      if (!cursor.atName()) {
        cursor.reset(start);
        return expression;
      }
    } else if (!implicit || !atImplicitAlias()) {
      return expression;
    }
    if (expression instanceof ColumnSet) {
      throw cursor.failure();
    }
    depth.grow(1);
    // As in ClickHouse the alias outside replaces the one inside.
    Expr named = expression instanceof Expr.Aliased inner ? inner.expression() : expression;
    return new Expr.Aliased(expression.position().start(), named, cursor.name());
  }

  /** Whether an alias without AS is here. */
  boolean atImplicitAlias() {
    if (!cursor.atName() || cursor.peek().kind() == TokenKind.OPEN_CURLY) {
      return false;
    }
    if (cursor.isWordAhead(0, "COMMENT") && cursor.peek(1).kind() == TokenKind.STRING) {
      return false;
    }
    return cursor.peek().kind() == TokenKind.QUOTED
        || !NO_ALIAS.contains(cursor.slice(cursor.peek()).toUpperCase(Locale.ROOT));
  }

  private Expr lambdaOrPlain() {
    int outer = depth.openBranch();
    Expr expression = conditional();
    if (cursor.peek().kind() == TokenKind.ARROW) {
      expression = lambda(expression);
    }
    depth.closeBranch(outer);
    return expression;
  }

  /** The lambda whose parameters were just read and whose arrow is here. */
  private Expr lambda(Expr parameters) {
    List<String> names = new ArrayList<>();
    if (!isParameterList(parameters, names)) {
      throw cursor.failure();
    }
    cursor.expect(TokenKind.ARROW);
    depth.enter(1);
    Expr body = conditional();
    depth.leave(1);
    depth.grow(2);
    return new Expr.Lambda(parameters.position().start(), names, body);
  }

  static boolean isParameterList(Expr list, List<String> names) {
    if (list instanceof Identifier name) {
      names.add(name.last());
      return name.isSimple();
    }
    if (!(list instanceof Call tuple) || !tuple.name().equals("tuple") || !tuple.isPlain()) {
      return false;
    }
    for (Expr parameter : tuple.arguments()) {
      if (!(parameter instanceof Identifier name) || !name.isSimple()) {
        return false;
      }
      names.add(name.last());
    }
    return true;
  }

  /** {@code condition ? a : b}; its third part ends at OR, as in ClickHouse. */
  private Expr conditional() {
    return chosen(binary(Operator.OR));
  }

  private Expr chosen(Expr condition) {
    if (!cursor.accept(TokenKind.QUESTION)) {
      return condition;
    }
    depth.enter(1);
    Expr yes = binary(Operator.OR);
    cursor.expect(TokenKind.COLON);
    Expr no = binary(Operator.AND);
    depth.leave(1);
    depth.grow(2);
    return new Call(condition.position().start(), "if", List.of(condition, yes, no));
  }

  /** An expression whose operators all bind at least as tightly as {@code level}. */
  Expr binary(int level) {
    depth.enter(1);
    int outer = depth.openBranch();
    long before = depth.elements();
    Expr left = prefix();
    while (true) {
      Expr combined = next(left, level, before);
      if (combined == left) {
        break;
      }
      left = combined;
    }
    depth.closeBranch(outer);
    depth.leave(1);
    return left;
  }

  /**
   * What the operator here makes of {@code left}; the same object if there is none for us.
   *
   * @param before how many elements there were before {@code left}
   */
  private Expr next(Expr left, int level, long before) {
    if (level <= Operator.IS && cursor.isWordAhead(0, "IS")) {
      Expr tested = is(left);
      if (tested != left) {
        return tested;
      }
    }
    if (level <= Operator.BETWEEN && atBetween()) {
      depth.repeat(before);
      return between(left);
    }
    Operator operator = Operator.at(cursor);
    if (operator == null || operator.level() < level) {
      cursor.note("operator");
      return left;
    }
    operator.pass(cursor);
    Expr quantified = QuantifiedComparison.parse(grammar, operator.function(), left);
    if (quantified != null) {
      depth.grow(4);
      return quantified;
    }
    if (operator.merges()) {
      return merged(left, operator);
    }
    List<Expr> operands = new ArrayList<>(List.of(left, binary(operator.level() + 1)));
    if (operator.isPattern()
        && cursor.isWordAhead(0, "ESCAPE")
        && cursor.peek(1).kind() == TokenKind.STRING) {
      cursor.next();
      operands.add(new Literal.Text(cursor.position(), cursor.string()));
    }
    depth.grow(operands.size());
    return new Call(left.position().start(), operator.function(), operands);
  }

  /** {@code a AND b AND c} is one call of three arguments. */
  private Expr merged(Expr left, Operator operator) {
    List<Expr> arguments = new ArrayList<>(List.of(left));
    Operator following = operator;
    while (true) {
      arguments.add(binary(operator.level() + 1));
      following = Operator.at(cursor);
      if (following == null || !following.function().equals(operator.function())) {
        break;
      }
      following.pass(cursor);
    }
    depth.grow(2);
    return new Call(left.position().start(), operator.function(), arguments);
  }

  private boolean atBetween() {
    int not = cursor.isWordAhead(0, "NOT") ? 1 : 0;
    return cursor.isWordAhead(not, "BETWEEN");
  }

  private Expr between(Expr value) {
    boolean negated = cursor.acceptWords("NOT");
    cursor.expectWords("BETWEEN");
    Expr low = binary(Operator.COMPARE);
    cursor.expectWords("AND");
    Expr high = binary(Operator.COMPARE);
    depth.grow(4);
    return new Expr.Between(value.position().start(), value, low, high, negated);
  }

  /** IS [NOT] NULL, TRUE, FALSE, UNKNOWN. */
  private Expr is(Expr left) {
    boolean not = cursor.isWordAhead(1, "NOT");
    int what = not ? 2 : 1;
    Position start = left.position().start();
    Call test;
    if (cursor.isWordAhead(what, "NULL") || cursor.isWordAhead(what, "UNKNOWN")) {
      test = new Call(start, not ? "isNotNull" : "isNull", List.of(left));
    } else if (cursor.isWordAhead(what, "TRUE") || cursor.isWordAhead(what, "FALSE")) {
      Literal value = new Literal.Bool(start, cursor.isWordAhead(what, "TRUE"));
      String function = not ? "isDistinctFrom" : "isNotDistinctFrom";
      test = new Call(start, function, List.of(left, value));
    } else {
      return left;
    }
    for (int i = 0; i <= what; i++) {
      cursor.next();
    }
    depth.grow(2);
    return test;
  }

  private Expr prefix() {
    Position start = cursor.position();
    if (cursor.acceptWords("NOT")) {
      Expr operand = binary(Operator.NOT);
      depth.grow(2);
      return new Call(start, "not", List.of(operand));
    }
    TokenKind kind = cursor.peek().kind();
    boolean sign = kind == TokenKind.MINUS || kind == TokenKind.PLUS;
    if (!sign || grammar.operands.atSignedNumber()) {
      return grammar.operands.parse();
    }
    cursor.next();
    boolean plus = kind == TokenKind.PLUS;
    if (plus && !cursor.accept(TokenKind.MINUS)) {
      return binary(Operator.NEGATE);
    }
    Expr operand = binary(Operator.NEGATE);
    depth.grow(2);
    return new Call(start, "negate", List.of(operand));
  }
}
