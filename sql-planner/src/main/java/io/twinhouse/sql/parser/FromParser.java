// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.JoinKind;
import io.twinhouse.sql.ast.FromItem.Locality;
import io.twinhouse.sql.ast.FromItem.Strictness;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables and joins. */
final class FromParser {
  private static final int BRACKET_WEIGHT = 4;

  private final Grammar grammar;
  private final Cursor cursor;
  private boolean beforeSelect;

  FromParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** What stands behind a FROM that comes before SELECT, which then is no alias. */
  FromItem fromBeforeSelect() {
    boolean outer = beforeSelect;
    beforeSelect = true;
    FromItem item = joins();
    beforeSelect = outer;
    return item;
  }

  /** What stands behind FROM. */
  FromItem from() {
    boolean outer = beforeSelect;
    beforeSelect = false;
    FromItem item = joins();
    beforeSelect = outer;
    return item;
  }

  private FromItem joins() {
    int outer = grammar.depth.openBranch();
    FromItem left = table();
    while (true) {
      FromItem joined = join(left);
      if (joined == left) {
        break;
      }
      left = joined;
      grammar.depth.grow(2);
    }
    grammar.depth.closeBranch(outer);
    return left;
  }

  private FromItem join(FromItem left) {
    Position start = cursor.position();
    if (cursor.accept(TokenKind.COMMA)) {
      return new FromItem.Join(
          start, left, table(), Locality.UNSPECIFIED, JoinKind.COMMA, null, null);
    }
    if (cursor.acceptWords("LEFT", "ARRAY", "JOIN")) {
      return new FromItem.ArrayJoin(start, left, true, grammar.expressions.elements());
    }
    if (cursor.acceptWords("INNER", "ARRAY", "JOIN") || cursor.acceptWords("ARRAY", "JOIN")) {
      return new FromItem.ArrayJoin(start, left, false, grammar.expressions.elements());
    }
    return wordedJoin(left, start);
  }

  /** A join that is written with the word; {@code left} itself if there is none. */
  private FromItem wordedJoin(FromItem left, Position start) {
    int mark = cursor.mark();
    Locality locality = locality();
    boolean natural = cursor.acceptWords("NATURAL");
    Strictness strictness = strictness();
    JoinKind written = kind();
    if (strictness == null) {
      strictness = strictness();
    }
    if (written == JoinKind.LEFT || written == JoinKind.RIGHT || written == JoinKind.FULL) {
      cursor.acceptWords("OUTER");
    }
    if (!cursor.acceptWords("JOIN")) {
      if (cursor.mark() != mark) {
        throw cursor.failure();
      }
      return left;
    }
    JoinKind kind = written != null ? written : defaultKind(strictness);
    boolean free = natural || kind == JoinKind.CROSS || kind == JoinKind.PASTE;
    checkStrictness(start, strictness, kind, free);
    FromItem right = table();
    FromItem.Condition none = natural ? new FromItem.Natural() : null;
    FromItem.Condition condition = free ? none : condition();
    return new FromItem.Join(start, left, right, locality, kind, strictness, condition);
  }

  private void checkStrictness(
      Position start, @Nullable Strictness strictness, JoinKind kind, boolean free) {
    if (free && strictness != null) {
      throw cursor.failure(start, "ANY, ALL, ASOF, SEMI and ANTI need a join with a condition");
    }
    if (isOneSided(strictness) && kind != JoinKind.LEFT && kind != JoinKind.RIGHT) {
      throw cursor.failure(start, "SEMI and ANTI JOIN should be LEFT or RIGHT");
    }
  }

  private static JoinKind defaultKind(@Nullable Strictness strictness) {
    return isOneSided(strictness) ? JoinKind.LEFT : JoinKind.INNER;
  }

  private static boolean isOneSided(@Nullable Strictness strictness) {
    return strictness == Strictness.SEMI || strictness == Strictness.ANTI;
  }

  private Locality locality() {
    if (cursor.acceptWords("GLOBAL")) {
      return Locality.GLOBAL;
    }
    return cursor.acceptWords("LOCAL") ? Locality.LOCAL : Locality.UNSPECIFIED;
  }

  private @Nullable Strictness strictness() {
    for (Strictness strictness : Strictness.values()) {
      if (cursor.acceptWords(strictness.name())) {
        return strictness;
      }
    }
    return cursor.acceptWords("ONLY") ? Strictness.ANTI : null;
  }

  private @Nullable JoinKind kind() {
    for (JoinKind kind : JoinKind.values()) {
      if (kind != JoinKind.COMMA && cursor.acceptWords(kind.name())) {
        return kind;
      }
    }
    return null;
  }

  private FromItem.Condition condition() {
    if (cursor.acceptWords("USING")) {
      boolean bracket = cursor.accept(TokenKind.OPEN_PAREN);
      List<Expr> columns = grammar.expressions.elements();
      if (bracket) {
        cursor.expect(TokenKind.CLOSE_PAREN);
      }
      return new FromItem.Using(columns);
    }
    cursor.expectWords("ON");
    return new FromItem.On(grammar.expressions.plain());
  }

  /** One table with its alias, FINAL and SAMPLE. */
  FromItem table() {
    Position start = cursor.position();
    FromItem.Source source = source(start);
    String alias = null;
    if (cursor.acceptWords("AS")) {
      alias = cursor.name();
    } else if (atImplicitAlias()) {
      alias = cursor.name();
    }
    List<String> columns = List.of();
    if (alias != null && cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      columns = grammar.bracketed(cursor::name);
    }
    boolean isFinal = cursor.acceptWords("FINAL");
    FromItem.Sample sample = cursor.acceptWords("SAMPLE") ? sample() : null;
    return new FromItem.Table(start, source, alias, columns, isFinal, sample);
  }

  private boolean atImplicitAlias() {
    return !cursor.isWordAhead(0, "UUID")
        && !(beforeSelect && cursor.isWordAhead(0, "SELECT"))
        && grammar.expressions.atImplicitAlias();
  }

  private FromItem.Source source(Position start) {
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      return bracket(start);
    }
    cursor.note("table, table function, subquery or list of joined tables");
    if (cursor.peek().kind() == TokenKind.STRING) {
      return new FromItem.Named(
          new Identifier(start, Identifier.of(cursor.nameOrString()).parts()));
    }
    Identifier name = grammar.columnSets.identifier();
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      return function(name);
    }
    if (name.parts().size() > 2) {
      throw cursor.failure(start, "a table has a name of at most two parts");
    }
    return new FromItem.Named(name);
  }

  /** A sub-query, or joined tables, which become one. */
  private FromItem.Source bracket(Position start) {
    if (grammar.queries.startsBehindBracket(0)) {
      return new FromItem.Derived(grammar.queries.subquery().query());
    }
    grammar.depth.enter(BRACKET_WEIGHT);
    cursor.expect(TokenKind.OPEN_PAREN);
    if (grammar.queries.atValues(0)) {
      Query values = grammar.queries.values();
      cursor.expect(TokenKind.CLOSE_PAREN);
      grammar.depth.leave(BRACKET_WEIGHT);
      return new FromItem.Derived(values);
    }
    FromItem inner = from();
    Query query = onlyQuery(inner);
    if (query != null && grammar.queries.atSetOperator()) {
      query = grammar.queries.continued(query);
    } else if (query == null) {
      if (inner instanceof FromItem.Table) {
        cursor.note("JOIN");
        throw cursor.failure();
      }
      query = QueryParser.allOf(start, inner);
    }
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(1);
    grammar.depth.leave(BRACKET_WEIGHT);
    return new FromItem.Derived(query);
  }

  /** The query, when the item is nothing but a query in brackets. */
  private static @Nullable Query onlyQuery(FromItem item) {
    boolean bare =
        item instanceof FromItem.Table table
            && table.alias() == null
            && !table.isFinal()
            && table.sample() == null;
    return bare && ((FromItem.Table) item).source() instanceof FromItem.Derived derived
        ? derived.query()
        : null;
  }

  private FromItem.Source function(Identifier name) {
    cursor.expect(TokenKind.OPEN_PAREN);
    List<Expr> arguments = new ArrayList<>();
    List<SettingChange> settings = List.of();
    boolean view = name.isSimple() && name.last().equalsIgnoreCase("view");
    if (view && grammar.queries.startsQuery(0)) {
      Position start = cursor.position();
      arguments.add(new Expr.Subquery(start, grammar.queries.query()));
    } else if (atSettings()) {
      settings = grammar.settings.clause();
    } else if (cursor.peek().kind() != TokenKind.CLOSE_PAREN) {
      do {
        if (atSettings()) {
          settings = grammar.settings.clause();
          break;
        }
        arguments.add(grammar.expressions.element());
      } while (cursor.accept(TokenKind.COMMA));
    }
    cursor.expect(TokenKind.CLOSE_PAREN);
    grammar.depth.grow(2);
    return new FromItem.Function(new Call(name.position(), name.name(), arguments), settings);
  }

  private boolean atSettings() {
    TokenKind next = cursor.peek(1).kind();
    return cursor.isWordAhead(0, "SETTINGS")
        && (next == TokenKind.WORD || next == TokenKind.QUOTED);
  }

  private FromItem.Sample sample() {
    FromItem.Ratio ratio = ratio();
    return new FromItem.Sample(ratio, cursor.acceptWords("OFFSET") ? ratio() : null);
  }

  private FromItem.Ratio ratio() {
    String numerator = decimal();
    boolean divided = cursor.accept(TokenKind.SLASH);
    String denominator = divided ? decimal() : "1";
    return new FromItem.Ratio(numerator, denominator);
  }

  /** A number in decimal digits, without the underscores between them. */
  private String decimal() {
    Position start = cursor.position();
    String digits = grammar.operands.digits();
    boolean based = digits.length() > 1 && Character.isLetter(digits.charAt(1));
    if (based && Character.toLowerCase(digits.charAt(1)) != 'e') {
      throw cursor.failure(start, "sample ratio or offset in decimal digits");
    }
    return digits.replace("_", "");
  }
}
