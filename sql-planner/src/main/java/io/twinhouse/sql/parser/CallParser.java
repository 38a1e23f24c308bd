// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Call.NullTreatment;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Window;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions: arguments, parameters, DISTINCT, FILTER, NULLS and OVER. */
final class CallParser {
  private final Grammar grammar;
  private final Cursor cursor;

  CallParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** The call of {@code function}, whose opening bracket is here. */
  Expr call(Identifier function) {
    Position start = function.position();
    Expr form = function.isSimple() ? grammar.forms.called(start, function.last()) : null;
    return form != null ? form : general(start, spelled(function));
  }

  /** The server spells functions that may be written in words as they are called. */
  private static String spelled(Identifier function) {
    String small = function.name().toLowerCase(Locale.ROOT);
    return switch (small) {
      case "substring", "position", "extract" -> small;
      default -> function.name();
    };
  }

  private Expr general(Position start, String written) {
    grammar.depth.enter(1);
    int outer = grammar.depth.openBranch();
    cursor.expect(TokenKind.OPEN_PAREN);
    String name = quantified(written);
    List<Expr> arguments = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
    cursor.expect(TokenKind.CLOSE_PAREN);
    List<Expr> parameters = List.of();
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN && name.equals(written)) {
      cursor.next();
      parameters = arguments;
      name = quantified(written);
      arguments = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
      if (arguments.isEmpty()) {
        throw cursor.failure();
      }
      cursor.expect(TokenKind.CLOSE_PAREN);
    }
    if (cursor.isWordAhead(0, "FILTER") && cursor.peek(1).kind() == TokenKind.OPEN_PAREN) {
      cursor.next();
      arguments = new ArrayList<>(arguments);
      arguments.add(filter());
      name += "If";
    }
    NullTreatment nulls = nulls();
    Window over = cursor.acceptWords("OVER") ? grammar.windows.over() : null;
    grammar.depth.grow(2);
    grammar.depth.closeBranch(outer);
    grammar.depth.leave(1);
    return known(new Call(start.asCall(), name, parameters, arguments, nulls, over));
  }

  /** The name with what DISTINCT behind the bracket makes of it. */
  private String quantified(String name) {
    boolean distinct = cursor.isWordAhead(0, "DISTINCT");
    if (!distinct && !cursor.isWordAhead(0, "ALL")) {
      return name;
    }
    switch (cursor.peek(1).kind()) {
      case CLOSE_PAREN, COMMA, DOT, PLUS, MINUS, SLASH, EQUALS, NOT_EQUALS, LESS, GREATER -> {
        return name;
      }
      default -> cursor.next();
    }
    return distinct ? name + "Distinct" : name;
  }

  private Expr filter() {
    cursor.expect(TokenKind.OPEN_PAREN);
    cursor.expectWords("WHERE");
    Expr condition = grammar.expressions.enclosed();
    cursor.expect(TokenKind.CLOSE_PAREN);
    return condition;
  }

  private NullTreatment nulls() {
    if (cursor.acceptWords("IGNORE", "NULLS")) {
      return NullTreatment.IGNORE;
    }
    return cursor.acceptWords("RESPECT", "NULLS") ? NullTreatment.RESPECT : NullTreatment.DEFAULT;
  }

  /** Functions that have one spelling whatever case they are written in, and lambda. */
  private static Expr known(Call call) {
    if (call.name().equalsIgnoreCase("grouping") && !call.name().equals("grouping")) {
      return new Call(
          call.position(),
          "grouping",
          call.parameters(),
          call.arguments(),
          call.nulls(),
          call.over());
    }
    if (call.name().equals("lambda") && call.isPlain() && call.arguments().size() == 2) {
      List<String> names = new ArrayList<>();
      Expr parameters = call.arguments().get(0);
      if (parameters instanceof Call && ExpressionParser.isParameterList(parameters, names)) {
        return new Expr.Lambda(call.position(), names, call.arguments().get(1));
      }
    }
    return call;
  }
}
