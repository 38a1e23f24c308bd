// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.ast.TypeName.Argument;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types. Which names are types is not checked. */
final class TypeNameParser {
  private static final Set<String> INTEGERS =
      Set.of("TINYINT", "SMALLINT", "INT", "INTEGER", "BIGINT", "INT1");
  private static final Set<String> CHARACTERS = Set.of("CHAR", "CHARACTER", "BINARY", "NCHAR");

  private final Grammar grammar;
  private final Cursor cursor;

  TypeNameParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** A type, which must be here. */
  TypeName parse() {
    Position start = cursor.position();
    cursor.note("data type");
    boolean quoted = cursor.peek().kind() == TokenKind.QUOTED;
    String name = cursor.name();
    if (!quoted) {
      name = withMoreWords(name);
    }
    List<Argument> arguments = null;
    if (cursor.accept(TokenKind.OPEN_PAREN)) {
      grammar.depth.enter(1);
      int outer = grammar.depth.openBranch();
      boolean empty = cursor.peek().kind() == TokenKind.CLOSE_PAREN;
      arguments = empty ? List.of() : grammar.list(this::argument);
      cursor.expect(TokenKind.CLOSE_PAREN);
      grammar.depth.grow(1);
      grammar.depth.closeBranch(outer);
      grammar.depth.leave(1);
    }
    return new TypeName(start, name, arguments);
  }

  /** The standard's names of several words, in capitals. */
  private String withMoreWords(String first) {
    String upper = first.toUpperCase(Locale.ROOT);
    StringBuilder name = new StringBuilder(upper);
    if (upper.equals("DOUBLE")) {
      append(name, "PRECISION");
    } else if (INTEGERS.contains(upper)) {
      if (!append(name, "SIGNED")) {
        append(name, "UNSIGNED");
      }
    } else {
      if (upper.equals("NATIONAL") && !append(name, "CHARACTER")) {
        append(name, "CHAR");
      }
      if (CHARACTERS.contains(upper) || upper.equals("NATIONAL")) {
        if (!append(name, "VARYING") && append(name, "LARGE")) {
          append(name, "OBJECT");
        }
      }
    }
    return name.length() == upper.length() ? first : name.toString();
  }

  private boolean append(StringBuilder name, String word) {
    if (!cursor.acceptWords(word)) {
      return false;
    }
    name.append(' ').append(word);
    return true;
  }

  private Argument argument() {
    Argument constant = constant();
    if (constant != null) {
      return constant;
    }
    TokenKind second = cursor.peek(1).kind();
    if (second == TokenKind.EQUALS) {
      String name = cursor.name();
      cursor.next();
      return new TypeName.Setting(name, literal());
    }
    if (cursor.isWordAhead(0, "SKIP") && isNameOrDot(second)) {
      cursor.next();
      if (cursor.isWordAhead(0, "REGEXP") && cursor.peek(1).kind() == TokenKind.STRING) {
        cursor.next();
        return new TypeName.SkipMatching(cursor.string());
      }
      return new TypeName.Skip(path());
    }
    boolean named = isNameOrDot(second) && !isWordOfType();
    return new TypeName.Nested(named ? String.join(".", path()) : null, parse());
  }

  private static boolean isNameOrDot(TokenKind kind) {
    return kind == TokenKind.WORD || kind == TokenKind.QUOTED || kind == TokenKind.DOT;
  }

  /** Whether two words here are one type, as INT UNSIGNED is. */
  private boolean isWordOfType() {
    int mark = cursor.mark();
    String first = cursor.name();
    boolean more = !withMoreWords(first).equals(first);
    cursor.reset(mark);
    return more;
  }

  private List<String> path() {
    List<String> path = new ArrayList<>();
    do {
      path.add(cursor.name());
    } while (cursor.accept(TokenKind.DOT));
    return path;
  }

  private @Nullable Argument constant() {
    return switch (cursor.peek().kind()) {
      case STRING -> {
        Literal text = literal();
        boolean numbered = cursor.accept(TokenKind.EQUALS);
        yield new TypeName.Constant(text, numbered ? number() : null);
      }
      case NUMBER, MINUS, PLUS -> new TypeName.Constant(number(), null);
      default -> null;
    };
  }

  private Literal literal() {
    Position start = cursor.position();
    boolean text = cursor.peek().kind() == TokenKind.STRING;
    return text ? new Literal.Text(start, cursor.string()) : number();
  }

  private Literal.Number number() {
    Position start = cursor.position();
    boolean negative = cursor.accept(TokenKind.MINUS);
    String digits = grammar.operands.digits();
    return new Literal.Number(start, negative ? "-" + digits : digits);
  }
}
