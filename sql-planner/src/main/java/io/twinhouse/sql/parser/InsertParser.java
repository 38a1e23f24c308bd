// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** INSERT, up to its data. */
final class InsertParser {
  private final Grammar grammar;
  private final Cursor cursor;

  InsertParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  Statement insert() {
    return insert(List.of(), false);
  }

  /** An INSERT behind WITH. */
  Statement insert(List<WithItem> with, boolean recursive) {
    Position start = cursor.position();
    cursor.expectWords("INSERT");
    cursor.expectWords("INTO");
    Insert.Target target = target();
    List<Expr> columns = null;
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN && !grammar.queries.startsBehindBracket(0)) {
      columns = grammar.bracketed(this::column);
    }
    if (cursor.acceptWords("FROM", "INFILE")) {
      return infile(start, target, columns);
    }
    List<SettingChange> settings = grammar.settings.clause();
    Insert.Source source = with.isEmpty() ? data() : null;
    if (source == null) {
      Query query = grammar.queries.query();
      if (!with.isEmpty()) {
        if (!(query instanceof Select select)) {
          throw cursor.failure(start, "WITH before INSERT needs one SELECT");
        }
        query = StatementParser.withItems(select, with, recursive);
      }
      source = new Insert.Selected(query, Insert.Selected.readsInput(query) ? received() : null);
    }
    return new Insert(start, target, columns, settings, source);
  }

  private Insert.Target target() {
    boolean table = atWordBeforeName("TABLE");
    if (table) {
      cursor.next();
    }
    if (!atWordBeforeName("FUNCTION")) {
      if (cursor.peek().kind() == TokenKind.STRING) {
        Identifier name = Identifier.of(cursor.nameOrString());
        return new Insert.Table(name);
      }
      return new Insert.Table(grammar.columnSets.identifier());
    }
    cursor.next();
    Position start = cursor.position();
    String function = cursor.name();
    cursor.expect(TokenKind.OPEN_PAREN);
    List<Expr> arguments = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
    cursor.expect(TokenKind.CLOSE_PAREN);
    Expr partitionBy = null;
    if (cursor.acceptWords("PARTITION", "BY")) {
      partitionBy = grammar.expressions.plain();
    }
    return new Insert.Function(new Call(start, function, arguments), partitionBy);
  }

  private boolean atWordBeforeName(String word) {
    TokenKind next = cursor.peek(1).kind();
    boolean name = next == TokenKind.WORD || next == TokenKind.QUOTED;
    return cursor.isWordAhead(0, word)
        && (name || next == TokenKind.STRING || next == TokenKind.OPEN_CURLY)
        && !cursor.isWordAhead(1, "VALUES")
        && !cursor.isWordAhead(1, "SELECT")
        && !cursor.isWordAhead(1, "FORMAT");
  }

  private Expr column() {
    Position start = cursor.position();
    if (cursor.peek().kind() == TokenKind.ASTERISK) {
      return grammar.columnSets.asterisk(start, null);
    }
    if (grammar.columnSets.atColumns(0)) {
      return grammar.columnSets.columns(start, null);
    }
    List<Identifier.Part> parts = new ArrayList<>();
    parts.add(new Identifier.Part(Identifier.PartKind.NAME, cursor.name()));
    return grammar.columnSets.restOfPath(start, parts);
  }

  private Insert infile(Position start, Insert.Target target, @Nullable List<Expr> columns) {
    String path = cursor.string();
    String compression = cursor.acceptWords("COMPRESSION") ? cursor.string() : null;
    List<SettingChange> settings = grammar.settings.clause();
    String format = cursor.acceptWords("FORMAT") ? cursor.name() : null;
    Insert.Source source = new Insert.Infile(path, compression, format);
    return new Insert(start, target, columns, settings, source);
  }

  /** FORMAT and data behind a query; null without. */
  private Insert.@Nullable Data received() {
    return cursor.atWords("FORMAT") ? (Insert.Data) data() : null;
  }

  /** VALUES or FORMAT with the place of what follows; null if a query comes. */
  private Insert.@Nullable Source data() {
    if (cursor.atWords("VALUES")) {
      cursor.next();
      return located("Values", cursor.endOfPrevious());
    }
    if (!cursor.acceptWords("FORMAT")) {
      return null;
    }
    String format = cursor.name();
    return located(format, behindLine(cursor.endOfPrevious()));
  }

  /** Blanks and one end of line between the format's name and the data are no data. */
  private int behindLine(int from) {
    String text = cursor.text();
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
  }

  private Insert.Source located(String format, int start) {
    int end = grammar.script ? endOfData(format, start) : cursor.text().length();
    cursor.jumpTo(end);
    return new Insert.Data(format, new Insert.Span(start, end));
  }

  /**
   * In a script VALUES end at a semicolon that is not in quotes, data of other formats at a
   * semicolon at the end of a line.
   */
  private int endOfData(String format, int start) {
    if (format.equalsIgnoreCase("Values")) {
      return start + Cursor.lengthOfStatement(cursor.text().substring(start));
    }
    String text = cursor.text();
    for (int at = text.indexOf(';', start); at >= 0; at = text.indexOf(';', at + 1)) {
      int next = at + 1;
      while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
        next++;
      }
      if (next == text.length() || text.charAt(next) == '\n') {
        return at;
      }
    }
    return text.length();
  }
}
