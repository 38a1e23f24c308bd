// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parsers of one text, which need each other, and what they share. */
final class Grammar {
  final Cursor cursor;
  final Depth depth;
  final ExpressionParser expressions;
  final OperandParser operands;
  final CallParser calls;
  final SpecialForms forms;
  final WindowParser windows;
  final ColumnSetParser columnSets;
  final TypeNameParser types;
  final SettingsParser settings;
  final QueryParser queries;
  final SelectParser selects;
  final FromParser froms;
  final OrderParser orders;

  private final Set<Integer> failedAttempts = new HashSet<>();

  /** Whether there may be more than one statement, so that data of an INSERT has an end. */
  final boolean script;

  Grammar(Cursor cursor, ParserLimits limits, boolean script) {
    this.cursor = cursor;
    this.script = script;
    depth = new Depth(limits);
    expressions = new ExpressionParser(this);
    operands = new OperandParser(this);
    calls = new CallParser(this);
    forms = new SpecialForms(this);
    windows = new WindowParser(this);
    columnSets = new ColumnSetParser(this);
    types = new TypeNameParser(this);
    settings = new SettingsParser(this);
    queries = new QueryParser(this);
    selects = new SelectParser(this);
    froms = new FromParser(this);
    orders = new OrderParser(this);
  }

  /**
   * What {@code parse} makes of the text here; null, and nothing passed, if it is no such thing.
   * What failed once at a place is not tried there again, so nested attempts cost no more than the
   * square of their number. There must be but one form to attempt at any place.
   */
  <T> @Nullable T attempt(Supplier<T> parse) {
    int mark = cursor.mark();
    if (failedAttempts.contains(mark)) {
      return null;
    }
    Depth.State state = depth.state();
    cursor.startAttempt();
    try {
      return parse.get();
    } catch (TwinhouseException e) {
      if (e.number() != ErrorCode.SYNTAX_ERROR.number()) {
        throw e;
      }
      failedAttempts.add(mark);
      cursor.reset(mark);
      depth.restore(state);
      return null;
    } finally {
      cursor.endAttempt();
    }
  }

  /** Says that the text is read once more, by other forms. */
  void forgetAttempts() {
    failedAttempts.clear();
  }

  /** One or more, with commas between. */
  <T> List<T> list(Supplier<T> element) {
    List<T> elements = new ArrayList<>();
    do {
      elements.add(element.get());
    } while (cursor.accept(TokenKind.COMMA));
    return elements;
  }

  /** A list in round brackets. */
  <T> List<T> bracketed(Supplier<T> element) {
    cursor.expect(TokenKind.OPEN_PAREN);
    List<T> elements = list(element);
    cursor.expect(TokenKind.CLOSE_PAREN);
    return elements;
  }
}
