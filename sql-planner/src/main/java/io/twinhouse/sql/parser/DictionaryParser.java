// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.DictionaryBody;
import io.twinhouse.sql.statement.DictionaryBody.Attribute;
import io.twinhouse.sql.statement.DictionaryBody.Flag;
import io.twinhouse.sql.statement.DictionaryBody.Lifetime;
import io.twinhouse.sql.statement.DictionaryBody.Parameter;
import io.twinhouse.sql.statement.DictionaryBody.Parameters;
import io.twinhouse.sql.statement.DictionaryBody.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CREATE DICTIONARY. */
final class DictionaryParser {
  private final Grammar grammar;
  private final Cursor cursor;

  DictionaryParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** The rest of a statement behind its name and ON CLUSTER. */
  Create.Dictionary rest(
      Position start, Create.Mode mode, Identifier name, @Nullable String cluster) {
    boolean attach = mode == Create.Mode.ATTACH || mode == Create.Mode.ATTACH_IF_NOT_EXISTS;
    boolean bare = cursor.peek().kind() != TokenKind.OPEN_PAREN && !atClause();
    return new Create.Dictionary(start, mode, name, cluster, attach && bare ? null : body());
  }

  private boolean atClause() {
    return cursor.atWords("PRIMARY", "KEY") || cursor.atWords("SOURCE");
  }

  private DictionaryBody body() {
    Position start = cursor.position();
    List<Attribute> attributes = grammar.bracketed(this::attribute);
    List<String> key = List.of();
    Parameters source = null;
    Lifetime lifetime = null;
    Parameters layout = null;
    Range range = null;
    List<SettingChange> settings = List.of();
    boolean more = true;
    while (more) {
      if (key.isEmpty() && cursor.acceptWords("PRIMARY", "KEY")) {
        key = key();
      } else if (source == null && clause("SOURCE")) {
        source = closed(parameters());
      } else if (lifetime == null && clause("LIFETIME")) {
        lifetime = closed(lifetime());
      } else if (layout == null && clause("LAYOUT")) {
        layout = closed(parameters());
      } else if (range == null && clause("RANGE")) {
        range = closed(range());
      } else if (settings.isEmpty() && clause("SETTINGS")) {
        settings = closed(grammar.settings.changes());
      } else {
        more = false;
      }
    }
    String comment = cursor.acceptWords("COMMENT") ? cursor.string() : null;
    return new DictionaryBody(
        start, attributes, key, source, lifetime, layout, range, settings, comment);
  }

  private boolean clause(String word) {
    if (!cursor.isWordAhead(0, word) || cursor.peek(1).kind() != TokenKind.OPEN_PAREN) {
      return false;
    }
    cursor.next();
    cursor.next();
    return true;
  }

  private <T> T closed(T clause) {
    cursor.expect(TokenKind.CLOSE_PAREN);
    return clause;
  }

  private List<String> key() {
    return cursor.peek().kind() == TokenKind.OPEN_PAREN
        ? grammar.bracketed(cursor::name)
        : grammar.list(cursor::name);
  }

  private Attribute attribute() {
    Position start = cursor.position();
    String name = cursor.name();
    TypeName type = grammar.types.parse();
    Expr defaultValue = null;
    Expr expression = null;
    List<Flag> flags = new ArrayList<>();
    boolean more = true;
    while (more) {
      Flag flag = flag();
      if (flag != null) {
        flags.add(flag);
      } else if (defaultValue == null && cursor.acceptWords("DEFAULT")) {
        defaultValue = constant();
      } else if (expression == null && cursor.acceptWords("EXPRESSION")) {
        expression = grammar.expressions.plain();
      } else {
        more = false;
      }
    }
    return new Attribute(start, name, type, defaultValue, expression, flags);
  }

  /** A literal, nothing that would have to be computed. */
  private Expr constant() {
    Position start = cursor.position();
    Expr value = grammar.expressions.plain();
    if (!isLiteral(value)) {
      throw cursor.failure(start, "the default of an attribute is a literal");
    }
    return value;
  }

  private static boolean isLiteral(Expr value) {
    return value instanceof Literal
        || value instanceof Call call
            && (call.name().equals("array") || call.name().equals("tuple"))
            && call.arguments().stream().allMatch(DictionaryParser::isLiteral);
  }

  private @Nullable Flag flag() {
    for (Flag flag : Flag.values()) {
      if (cursor.acceptWords(flag.name())) {
        return flag;
      }
    }
    return null;
  }

  /** {@code NAME(KEY value ...)}, where a layout may come without brackets. */
  private Parameters parameters() {
    Position start = cursor.position();
    String name = cursor.name().toLowerCase(Locale.ROOT);
    boolean brackets = cursor.accept(TokenKind.OPEN_PAREN);
    return new Parameters(start, name, brackets ? pairs() : List.of(), brackets);
  }

  /** Up to the bracket that closes them. */
  private List<Parameter> pairs() {
    List<Parameter> pairs = new ArrayList<>();
    while (!cursor.accept(TokenKind.CLOSE_PAREN)) {
      grammar.depth.enter(1);
      pairs.add(pair());
      grammar.depth.leave(1);
    }
    return pairs;
  }

  private Parameter pair() {
    Position start = cursor.position();
    String key = cursor.name();
    return cursor.accept(TokenKind.OPEN_PAREN)
        ? new Parameter(start, key, null, pairs())
        : new Parameter(start, key, grammar.expressions.plain(), List.of());
  }

  /** {@code 300}, or {@code MIN 0 MAX 300} in either order. */
  private Lifetime lifetime() {
    Position start = cursor.position();
    String min = cursor.acceptWords("MIN") ? grammar.operands.digits() : null;
    if (min == null && cursor.peek().kind() == TokenKind.NUMBER) {
      return new Lifetime(start, "0", grammar.operands.digits());
    }
    cursor.expectWords("MAX");
    String max = grammar.operands.digits();
    if (min == null) {
      cursor.expectWords("MIN");
      min = grammar.operands.digits();
    }
    return new Lifetime(start, min, max);
  }

  private Range range() {
    Position start = cursor.position();
    boolean first = cursor.acceptWords("MIN");
    if (!first) {
      cursor.expectWords("MAX");
    }
    String one = cursor.name();
    cursor.expectWords(first ? "MAX" : "MIN");
    String other = cursor.name();
    return first ? new Range(start, one, other) : new Range(start, other, one);
  }
}
