// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.parser.word.DatePart;
import io.twinhouse.sql.parser.word.IntervalUnit;
import io.twinhouse.sql.parser.word.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Forms that look like no call, or like one but with words in it: CASE, INTERVAL, CAST, EXTRACT and
 * so on. All of them become calls. Their words are no reserved words, so each form is tried and
 * what does not fit is a plain name or call.
 */
final class SpecialForms {
  private final Grammar grammar;
  private final Cursor cursor;

  SpecialForms(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** The form that starts with the word here, given in capitals; null if it is a plain name. */
  @Nullable Expr leading(String word) {
    return switch (word) {
      case "CASE" -> startsOperand(1) ? grammar.attempt(this::caseOf) : null;
      case "INTERVAL" -> startsOperand(1) ? grammar.attempt(this::interval) : null;
      case "DATE" -> ofText("toDate");
      case "TIMESTAMP" -> ofText("toDateTime");
      default -> null;
    };
  }

  /** The form that is written as the call of {@code name}, at its bracket; null if it is none. */
  @Nullable Expr called(Position start, String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "CAST" -> cast(start);
      case "EXISTS" -> exists(start);
      case "EXTRACT" -> extract(start);
      case "SUBSTRING" -> grammar.attempt(() -> substring(start));
      case "POSITION" -> grammar.attempt(() -> position(start));
      case "TRIM" -> trim(start);
      case "LTRIM" -> renamed(start, "trimLeft");
      case "RTRIM" -> renamed(start, "trimRight");
      case "DATE_ADD", "DATEADD", "TIMESTAMP_ADD", "TIMESTAMPADD" -> addition(start, "plus");
      case "DATE_SUB", "DATESUB", "TIMESTAMP_SUB", "TIMESTAMPSUB" -> addition(start, "minus");
      case "DATE_DIFF", "DATEDIFF", "TIMESTAMP_DIFF", "TIMESTAMPDIFF" -> difference(start);
      default -> null;
    };
  }

  private boolean startsOperand(int ahead) {
    return switch (cursor.peek(ahead).kind()) {
      case WORD,
          QUOTED,
          NUMBER,
          STRING,
          OPEN_PAREN,
          OPEN_SQUARE,
          OPEN_CURLY,
          MINUS,
          PLUS,
          ASTERISK ->
          true;
      default -> false;
    };
  }

  private @Nullable Expr ofText(String function) {
    if (cursor.peek(1).kind() != TokenKind.STRING) {
      return null;
    }
    Position start = cursor.position();
    cursor.next();
    Expr text = new Literal.Text(cursor.position(), cursor.string());
    return call(start, function, text);
  }

  private Call call(Position start, String function, Expr... arguments) {
    grammar.depth.grow(2);
    return new Call(start, function, List.of(arguments));
  }

  /** {@code CASE WHEN a THEN b ELSE c END} and {@code CASE x WHEN a THEN b ELSE c END}. */
  private Expr caseOf() {
    Position start = cursor.position();
    grammar.depth.enter(1);
    int outer = grammar.depth.openBranch();
    cursor.expectWords("CASE");
    List<Expr> arguments = new ArrayList<>();
    boolean ofValue = !cursor.atWords("WHEN");
    if (ofValue) {
      arguments.add(grammar.expressions.enclosed());
    }
    while (cursor.acceptWords("WHEN")) {
      arguments.add(grammar.expressions.enclosed());
      cursor.expectWords("THEN");
      arguments.add(grammar.expressions.enclosed());
    }
    Expr otherwise = new Literal.Null(start);
    if (cursor.acceptWords("ELSE")) {
      otherwise = grammar.expressions.enclosed();
    }
    cursor.expectWords("END");
    arguments.add(otherwise);
    grammar.depth.grow(2);
    grammar.depth.closeBranch(outer);
    grammar.depth.leave(1);
    return new Call(start, ofValue ? "caseWithExpression" : "multiIf", arguments);
  }

  private Expr interval() {
    Position start = cursor.position();
    cursor.expectWords("INTERVAL");
    if (cursor.peek().kind() == TokenKind.STRING) {
      Expr inText = compoundInterval(start);
      if (inText == null) {
        inText = intervalInText(start);
      }
      if (inText != null) {
        return inText;
      }
    }
    grammar.depth.enter(1);
    Expr amount = grammar.expressions.element();
    grammar.depth.leave(1);
    IntervalUnit unit = unit(0);
    if (unit == null) {
      cursor.note("unit of an interval");
      throw cursor.failure();
    }
    cursor.next();
    return call(start, unit.toInterval(), amount);
  }

  /** {@code INTERVAL '1:30' HOUR TO MINUTE}; null when no two units follow. */
  private @Nullable Expr compoundInterval(Position start) {
    IntervalUnit from = unit(1);
    IntervalUnit to =
        from != null && cursor.isWordAhead(2, "TO")
            ? IntervalUnit.of(cursor.slice(cursor.peek(3)))
            : null;
    if (from == null || to == null) {
      return null;
    }
    List<Expr> amounts = CompoundInterval.amounts(start, cursor.string(), from, to);
    if (amounts.isEmpty()) {
      throw cursor.failure(start, "an interval from one unit to another has an amount of each");
    }
    for (int word = 0; word < 3; word++) {
      cursor.next();
    }
    return new Call(start, "tuple", amounts);
  }

  /** {@code INTERVAL '1 day 2 hours'}; null when the text holds only the amount. */
  private @Nullable Expr intervalInText(Position start) {
    int mark = cursor.mark();
    String[] words = cursor.string().strip().split("\\s+");
    List<Expr> intervals = new ArrayList<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      IntervalUnit unit = IntervalUnit.of(words[i + 1]);
      if (unit == null || !words[i].matches("-?[0-9]+(\\.[0-9]*)?")) {
        throw cursor.failure(start, "an interval is a number and a unit");
      }
      intervals.add(call(start, unit.toInterval(), new Literal.Number(start, words[i])));
    }
    if (intervals.isEmpty()) {
      cursor.reset(mark);
      return null;
    }
    if (words.length % 2 != 0) {
      throw cursor.failure(start, "an interval is a number and a unit");
    }
    return intervals.size() == 1 ? intervals.get(0) : new Call(start, "tuple", intervals);
  }

  private @Nullable IntervalUnit unit(int ahead) {
    return cursor.peek(ahead).kind() == TokenKind.WORD
        ? IntervalUnit.of(cursor.slice(cursor.peek(ahead)))
        : null;
  }

  /** {@code CAST(x AS T)}, {@code CAST(x AS alias AS T)} and {@code CAST(x, 'T')}. */
  private Expr cast(Position start) {
    grammar.depth.enter(1);
    int outer = grammar.depth.openBranch();
    cursor.expect(TokenKind.OPEN_PAREN);
    Expr value = grammar.expressions.plain();
    boolean hasAlias =
        cursor.atWords("AS")
            && (cursor.isWordAhead(2, "AS") || cursor.peek(2).kind() == TokenKind.COMMA);
    if (hasAlias) {
      cursor.next();
      value = new Expr.Aliased(value.position().start(), value, cursor.name());
    }
    Expr type;
    if (cursor.acceptWords("AS")) {
      TypeName name = grammar.types.parse();
      type = ((Call) OperandParser.cast(value, name)).arguments().get(1);
    } else {
      cursor.expect(TokenKind.COMMA);
      type = grammar.expressions.element();
    }
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(2);
    grammar.depth.closeBranch(outer);
    grammar.depth.leave(1);
    return new Call(start, "CAST", List.of(value, type));
  }

  private Expr exists(Position start) {
    if (!grammar.queries.startsBehindBracket(0) && cursor.peek(1).kind() != TokenKind.OPEN_PAREN) {
      cursor.next();
      cursor.note("SELECT query");
      throw cursor.failure();
    }
    Expr query = grammar.operands.round();
    if (!(query instanceof Expr.Subquery)) {
      throw cursor.failure();
    }
    return call(start, "exists", query);
  }

  private @Nullable Expr extract(Position start) {
    if (!cursor.isWordAhead(2, "FROM") || cursor.peek(1).kind() != TokenKind.WORD) {
      return null;
    }
    String part = cursor.slice(cursor.peek(1)).toUpperCase(Locale.ROOT);
    IntervalUnit unit = IntervalUnit.of(part);
    String function = unit != null ? unit.extract() : DatePart.function(part);
    if (function == null && !DatePart.isCalendar(part)) {
      return null;
    }
    for (int i = 0; i < 3; i++) {
      cursor.next();
    }
    grammar.depth.enter(1);
    Expr date = grammar.expressions.element();
    grammar.depth.leave(1);
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(8);
    return function != null
        ? DatePart.call(start, part, function, date)
        : DatePart.calendar(start, part, date);
  }

  /** {@code SUBSTRING(x FROM a FOR b)}; with commas it is a plain call. */
  private Expr substring(Position start) {
    int outer = grammar.depth.openBranch();
    cursor.expect(TokenKind.OPEN_PAREN);
    List<Expr> arguments = new ArrayList<>(List.of(grammar.expressions.element()));
    cursor.expectWords("FROM");
    arguments.add(grammar.expressions.element());
    if (cursor.acceptWords("FOR")) {
      arguments.add(grammar.expressions.element());
    }
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(2);
    grammar.depth.closeBranch(outer);
    return new Call(start, "substring", arguments);
  }

  /** {@code POSITION(needle IN haystack)}; with commas it is a plain call. */
  private Expr position(Position start) {
    int outer = grammar.depth.openBranch();
    cursor.expect(TokenKind.OPEN_PAREN);
    Expr needle = grammar.expressions.binary(Operator.CONCAT);
    cursor.expectWords("IN");
    Expr haystack = grammar.expressions.element();
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(2);
    grammar.depth.closeBranch(outer);
    return new Call(start, "position", List.of(haystack, needle));
  }

  private Expr trim(Position start) {
    for (String side : List.of("BOTH", "LEADING", "TRAILING")) {
      boolean form = cursor.isWordAhead(1, side) && startsOperand(2);
      if (form && cursor.peek(2).kind() != TokenKind.OPEN_PAREN) {
        cursor.next();
        cursor.next();
        int outer = grammar.depth.openBranch();
        Expr characters = grammar.expressions.element();
        cursor.expectWords("FROM");
        Expr text = grammar.expressions.element();
        cursor.expect(TokenKind.CLOSE_PAREN);
        grammar.depth.grow(2);
        grammar.depth.closeBranch(outer);
        String function =
            switch (side) {
              case "LEADING" -> "trimLeft";
              case "TRAILING" -> "trimRight";
              default -> "trimBoth";
            };
        return new Call(start, function, List.of(text, characters));
      }
    }
    return renamed(start, "trimBoth");
  }

  /** A plain call that goes by another name. */
  private Expr renamed(Position start, String function) {
    return new Call(start.asCall(), function, arguments());
  }

  private List<Expr> arguments() {
    grammar.depth.enter(1);
    int outer = grammar.depth.openBranch();
    cursor.expect(TokenKind.OPEN_PAREN);
    List<Expr> arguments = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(2);
    grammar.depth.closeBranch(outer);
    grammar.depth.leave(1);
    return arguments;
  }

  /** {@code DATE_ADD(unit, amount, date)}. */
  private Expr addition(Position start, String function) {
    IntervalUnit unit = cursor.peek(2).kind() == TokenKind.COMMA ? unit(1) : null;
    if (unit == null) {
      return renamed(start, function);
    }
    passUnit();
    int outer = grammar.depth.openBranch();
    Expr amount = grammar.expressions.element();
    cursor.expect(TokenKind.COMMA);
    Expr date = grammar.expressions.element();
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(4);
    grammar.depth.closeBranch(outer);
    Expr interval = new Call(start, unit.toInterval(), List.of(amount));
    return new Call(start.asCall(), function, List.of(date, interval));
  }

  /** {@code DATE_DIFF(unit, from, to)}. */
  private Expr difference(Position start) {
    IntervalUnit unit = cursor.peek(2).kind() == TokenKind.COMMA ? unit(1) : null;
    if (unit == null) {
      return renamed(start, "dateDiff");
    }
    Position at = cursor.position();
    passUnit();
    int outer = grammar.depth.openBranch();
    List<Expr> arguments = new ArrayList<>();
    arguments.add(new Literal.Text(at, unit.name().toLowerCase(Locale.ROOT)));
    arguments.addAll(grammar.expressions.elements());
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(2);
    grammar.depth.closeBranch(outer);
    return new Call(start, "dateDiff", arguments);
  }

  private void passUnit() {
    cursor.next();
    cursor.next();
    cursor.next();
  }
}
