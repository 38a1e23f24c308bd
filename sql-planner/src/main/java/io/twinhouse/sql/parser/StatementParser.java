// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SelectBuilder;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.TrailingSettings;
import io.twinhouse.sql.statement.UserSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Statements by their first words, and what may stand behind any of them. */
final class StatementParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final InsertParser inserts;
  private final CreateParser creates;
  private final AlterParser alters;
  private final DropParser drops;
  private final ShowParser shows;
  private final AdminParser admin;
  private final AccessParser access;

  StatementParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
    inserts = new InsertParser(grammar);
    access = new AccessParser(grammar);
    creates = new CreateParser(grammar, access);
    alters = new AlterParser(grammar, access);
    drops = new DropParser(grammar, access);
    shows = new ShowParser(grammar, this, access);
    admin = new AdminParser(grammar);
  }

  /**
   * A statement, or the SELECT that what is none would be if it had that word: no set operation,
   * and nothing is said about its result.
   */
  Statement statementOrExpressions() {
    int mark = cursor.mark();
    Depth.State state = grammar.depth.state();
    try {
      return statement();
    } catch (TwinhouseException e) {
      if (e.number() != ErrorCode.SYNTAX_ERROR.number()) {
        throw e;
      }
      cursor.reset(mark);
      grammar.depth.restore(state);
      grammar.forgetAttempts();
    }
    return new QueryStatement(cursor.position(), grammar.selects.selectOrExpressions());
  }

  /** A statement with what is said about its result, or several with PARALLEL WITH between. */
  Statement statement() {
    Position start = cursor.position();
    Statement first = single();
    if (!cursor.atWords("PARALLEL", "WITH")) {
      return first;
    }
    List<Statement> statements = new ArrayList<>(List.of(first));
    List<String> texts = new ArrayList<>(List.of(textFrom(start)));
    while (cursor.acceptWords("PARALLEL", "WITH")) {
      Position next = cursor.position();
      Statement statement = single();
      refuseData(statement, next);
      statements.add(statement);
      texts.add(textFrom(next));
    }
    return new Statement.SideBySide(start, statements, texts);
  }

  /** No statement beside others has data behind it. */
  private void refuseData(Statement statement, Position start) {
    Insert.Data data = statement instanceof Insert insert ? insert.data() : null;
    if (data != null
        && !cursor.text().substring(data.span().start(), data.span().end()).isBlank()) {
      throw cursor.failure(start, "data behind a statement with PARALLEL WITH before it");
    }
  }

  private String textFrom(Position start) {
    return cursor.text().substring(start.offset(), cursor.endOfPrevious());
  }

  private Statement single() {
    Position start = cursor.position();
    Statement statement = body();
    Formatted.Outfile outfile = null;
    String format = null;
    if (cursor.acceptWords("INTO", "OUTFILE")) {
      outfile = outfile();
    }
    List<SettingChange> settings = grammar.settings.clause();
    if (cursor.acceptWords("FORMAT")) {
      format = cursor.name();
    }
    if (settings.isEmpty()) {
      settings = grammar.settings.clause();
    }
    boolean plain = outfile == null && format == null && settings.isEmpty();
    if (!plain && outfile == null && format == null) {
      Statement within = TrailingSettings.within(statement, settings);
      if (within != null) {
        return within;
      }
    }
    return plain ? statement : new Formatted(start, statement, outfile, format, settings);
  }

  private Formatted.Outfile outfile() {
    String path = cursor.string();
    Formatted.Mode mode = Formatted.Mode.CREATE;
    if (cursor.acceptWords("APPEND")) {
      mode = Formatted.Mode.APPEND;
    } else if (cursor.acceptWords("TRUNCATE")) {
      mode = Formatted.Mode.TRUNCATE;
    }
    boolean andStdout = cursor.acceptWords("AND", "STDOUT");
    String compression = null;
    Integer level = null;
    if (cursor.acceptWords("COMPRESSION")) {
      compression = cursor.string();
      level = cursor.acceptWords("LEVEL") ? level() : null;
    }
    return new Formatted.Outfile(path, mode, andStdout, compression, level);
  }

  private int level() {
    Position start = cursor.position();
    String text = cursor.slice(cursor.expect(TokenKind.NUMBER));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw cursor.failure(start, "a level of compression is a small number");
    }
  }

  /** What EXPLAIN explains; what is said about the result is about that of EXPLAIN. */
  Statement explained() {
    grammar.depth.enter(20);
    Statement statement = body();
    grammar.depth.leave(20);
    return statement;
  }

  /** A statement without what is said about its result. */
  private Statement body() {
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      return query();
    }
    cursor.note("statement");
    if (cursor.peek().kind() != TokenKind.WORD) {
      throw cursor.failure();
    }
    Statement statement = known(cursor.slice(cursor.peek()).toUpperCase(Locale.ROOT));
    if (statement == null) {
      throw cursor.failure();
    }
    return statement;
  }

  private @Nullable Statement known(String word) {
    return switch (word) {
      case "SELECT", "FROM" -> query();
      case "WITH" -> with();
      case "INSERT" -> inserts.insert();
      case "CREATE", "REPLACE" -> creates.create();
      case "ATTACH" -> creates.attach();
      case "ALTER" -> alters.alter();
      case "DROP", "DETACH", "TRUNCATE", "UNDROP" -> drops.drop();
      case "RENAME", "EXCHANGE", "OPTIMIZE", "DELETE", "UPDATE", "CHECK" -> drops.command(word);
      case "SHOW", "DESCRIBE", "DESC", "EXISTS", "EXPLAIN" -> shows.inspection(word);
      case "USE", "SET" -> session();
      case "KILL", "SYSTEM" -> admin.command();
      case "GRANT", "REVOKE" -> access.grant();
      default -> refused(word);
    };
  }

  /** Statements that ClickHouse knows and we do not. */
  private @Nullable Statement refused(String word) {
    boolean known =
        switch (word) {
          case "BEGIN", "START" -> cursor.isWordAhead(1, "TRANSACTION");
          case "EXECUTE" -> cursor.isWordAhead(1, "AS");
          case "BACKUP", "RESTORE", "WATCH", "MOVE", "COPY" -> isName(1);
          case "COMMIT", "ROLLBACK" -> {
            if (endsAhead(1)) {
              throw new TwinhouseException(
                  ErrorCode.INVALID_TRANSACTION, "There is no current transaction.");
            }
            yield false;
          }
          default -> false;
        };
    if (known) {
      throw refusal(word);
    }
    return null;
  }

  private boolean endsAhead(int ahead) {
    TokenKind kind = cursor.peek(ahead).kind();
    return kind == TokenKind.END || kind == TokenKind.SEMICOLON;
  }

  /** The error for what ClickHouse could do. */
  static TwinhouseException refusal(String what) {
    return new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, what + " is not supported");
  }

  private Statement query() {
    Position start = cursor.position();
    return new QueryStatement(start, grammar.queries.query());
  }

  /** WITH may stand before INSERT, whose query then has it. */
  private Statement with() {
    boolean recursive = cursor.isWordAhead(1, "RECURSIVE");
    List<WithItem> items = grammar.attempt(this::insertItems);
    return items == null ? query() : inserts.insert(items, recursive);
  }

  /** From WITH on, where no other form is attempted: the first item may begin with one. */
  private List<WithItem> insertItems() {
    cursor.expectWords("WITH");
    cursor.acceptWords("RECURSIVE");
    List<WithItem> items = grammar.selects.withItems();
    if (!cursor.isWordAhead(0, "INSERT")) {
      throw cursor.failure();
    }
    return items;
  }

  /** The query with WITH items before its own. */
  static Select withItems(Select select, List<WithItem> items, boolean recursive) {
    List<WithItem> all = new ArrayList<>(items);
    all.addAll(select.with());
    SelectBuilder builder = select.toBuilder();
    return builder.with(all, recursive || select.recursive()).build();
  }

  private Statement session() {
    Position start = cursor.position();
    if (cursor.acceptWords("USE")) {
      if (cursor.isWordAhead(0, "DATABASE") && isName(1)) {
        cursor.next();
      }
      return new SessionCommand.Use(start, cursor.name());
    }
    cursor.expectWords("SET");
    if (cursor.isWordAhead(0, "TRANSACTION") && cursor.isWordAhead(1, "SNAPSHOT")) {
      throw new TwinhouseException(
          ErrorCode.INVALID_TRANSACTION, "There is no current transaction.");
    }
    if (cursor.isWordAhead(0, "ROLE") && isName(1)) {
      cursor.next();
      boolean byDefault = cursor.acceptWords("DEFAULT");
      return new SessionCommand.SetRole(start, byDefault ? null : access.users(), null);
    }
    if (cursor.acceptWords("DEFAULT", "ROLE")) {
      UserSet roles = access.users();
      cursor.expectWords("TO");
      return new SessionCommand.SetRole(start, roles, access.users());
    }
    return new SessionCommand.Set(start, grammar.settings.ofSet());
  }

  private boolean isName(int ahead) {
    TokenKind kind = cursor.peek(ahead).kind();
    return kind == TokenKind.WORD || kind == TokenKind.QUOTED;
  }
}
