// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Create.Mode;
import io.twinhouse.sql.statement.DictionaryBody;
import io.twinhouse.sql.statement.DictionaryBody.Attribute;
import io.twinhouse.sql.statement.DictionaryBody.Flag;
import io.twinhouse.sql.statement.DictionaryBody.Lifetime;
import io.twinhouse.sql.statement.DictionaryBody.Parameter;
import io.twinhouse.sql.statement.DictionaryBody.Parameters;
import io.twinhouse.sql.statement.DictionaryBody.Range;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.Storage;
import io.twinhouse.sql.statement.TableElements;
import io.twinhouse.sql.statement.UserName;
import io.twinhouse.sql.statement.ViewSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CREATE, REPLACE and ATTACH of tables, views, dictionaries and databases. */
final class CreateParser {
  private final Grammar grammar;
  private final Cursor cursor;
  private final AccessParser access;
  private final TableElementsParser elements;
  private final StorageParser storages;

  CreateParser(Grammar grammar, AccessParser access) {
    this.grammar = grammar;
    this.access = access;
    cursor = grammar.cursor;
    elements = new TableElementsParser(grammar);
    storages = new StorageParser(grammar, elements);
  }

  Statement create() {
    Position start = cursor.position();
    Mode mode = Mode.CREATE;
    if (cursor.acceptWords("REPLACE")) {
      mode = Mode.REPLACE;
    } else {
      cursor.expectWords("CREATE");
      if (cursor.acceptWords("OR", "REPLACE")) {
        mode = Mode.CREATE_OR_REPLACE;
      }
    }
    return what(start, mode);
  }

  Statement attach() {
    Position start = cursor.position();
    cursor.expectWords("ATTACH");
    return what(start, Mode.ATTACH);
  }

  private Statement what(Position start, Mode mode) {
    boolean temporary = cursor.acceptWords("TEMPORARY");
    if (cursor.acceptWords("TABLE")) {
      return table(start, ifNotExists(mode), temporary);
    }
    if (temporary) {
      throw cursor.atWords("VIEW") ? StatementParser.refusal("TEMPORARY VIEW") : cursor.failure();
    }
    Statement readable = view(start, mode);
    if (readable != null) {
      return readable;
    }
    if (mode != Mode.REPLACE && mode != Mode.ATTACH && cursor.acceptWords("FUNCTION")) {
      return function(start, ifNotExists(mode));
    }
    if (mode == Mode.REPLACE || mode == Mode.CREATE_OR_REPLACE) {
      refuseOthers();
      throw cursor.failure();
    }
    if (cursor.acceptWords("DATABASE")) {
      return database(start, ifNotExists(mode));
    }
    if (mode == Mode.CREATE && cursor.acceptWords("INDEX")) {
      return index(start);
    }
    Statement right = mode == Mode.CREATE ? access.create(start) : null;
    if (right == null) {
      refuseOthers();
      throw cursor.failure();
    }
    return right;
  }

  /** What can be read and is no table; null for something else. */
  private @Nullable Statement view(Position start, Mode mode) {
    if (cursor.acceptWords("VIEW")) {
      return view(start, ifNotExists(mode), false);
    }
    if (cursor.acceptWords("MATERIALIZED", "VIEW")) {
      return view(start, ifNotExists(mode), true);
    }
    return cursor.acceptWords("DICTIONARY") ? dictionary(start, ifNotExists(mode)) : null;
  }

  private Statement dictionary(Position start, Mode mode) {
    Identifier name = tableName();
    if (cursor.acceptWords("UUID")) {
      cursor.string();
    }
    return new DictionaryParser(grammar).rest(start, mode, name, cluster());
  }

  private Statement function(Position start, Mode mode) {
    Identifier name = grammar.columnSets.identifier();
    if (!name.isSimple()) {
      throw cursor.failure(start, "a function has a name without a database");
    }
    String cluster = cluster();
    for (String word : List.of("ARGUMENTS", "RETURNS", "ENGINE", "LANGUAGE")) {
      if (cursor.isWordAhead(0, word)) {
        throw StatementParser.refusal("CREATE FUNCTION ... " + word);
      }
    }
    cursor.expectWords("AS");
    return new Create.Function(start, mode, name.last(), cluster, grammar.expressions.plain());
  }

  /** {@code CREATE INDEX i ON t ...} is {@code ALTER TABLE t ADD INDEX i ...}. */
  private Statement index(Position start) {
    boolean ifNotExists = cursor.acceptWords("IF", "NOT", "EXISTS");
    String name = cursor.name();
    cursor.expectWords("ON");
    Identifier table = tableName();
    AlterAction add =
        new AlterAction.AddIndex(
            start, ifNotExists, elements.ofCreateIndex(start, name), AlterAction.Place.UNSPECIFIED);
    return new AlterTable(start, table, null, List.of(add));
  }

  private void refuseOthers() {
    for (String word : List.of("SETTINGS", "NAMED", "LIVE", "WINDOW")) {
      if (cursor.isWordAhead(0, word)) {
        throw StatementParser.refusal("CREATE " + word);
      }
    }
  }

  private Mode ifNotExists(Mode mode) {
    boolean asked = cursor.acceptWords("IF", "NOT", "EXISTS");
    if (!asked) {
      return mode;
    }
    return switch (mode) {
      case CREATE -> Mode.CREATE_IF_NOT_EXISTS;
      case ATTACH -> Mode.ATTACH_IF_NOT_EXISTS;
      default -> throw cursor.failure();
    };
  }

  private Statement table(Position start, Mode mode, boolean temporary) {
    Identifier name = tableName();
    String uuid = cursor.acceptWords("UUID") ? cursor.string() : null;
    if (cursor.atWords("FROM")) {
      throw StatementParser.refusal("ATTACH TABLE ... FROM");
    }
    String cluster = cluster();
    TableElements columns = bracketedElements();
    Create.Like like = atLikeTable() ? likeTable() : null;
    Storage storage = storages.storage();
    String comment = comment();
    if (like == null) {
      like = likeQuery();
    }
    if (comment == null) {
      comment = comment();
    }
    return new Create.Table(
        start, mode, temporary, name, uuid, cluster, columns, storage, like, comment);
  }

  private @Nullable TableElements bracketedElements() {
    return cursor.peek().kind() == TokenKind.OPEN_PAREN ? elements.elements() : null;
  }

  private Identifier tableName() {
    Position start = cursor.position();
    Identifier name = grammar.columnSets.identifier();
    if (name.parts().size() > 2) {
      throw cursor.failure(start, "a table has a name of at most two parts");
    }
    return name;
  }

  /** {@code ON CLUSTER name}, or null. */
  private @Nullable String cluster() {
    return cluster(cursor);
  }

  static @Nullable String cluster(Cursor cursor) {
    if (!cursor.acceptWords("ON", "CLUSTER")) {
      return null;
    }
    return cursor.nameOrString();
  }

  private @Nullable String comment() {
    return cursor.acceptWords("COMMENT") ? cursor.string() : null;
  }

  /** Whether AS or CLONE AS with a table or table function is here. */
  private boolean atLikeTable() {
    int as = cursor.isWordAhead(0, "CLONE") ? 1 : 0;
    TokenKind kind = cursor.peek(as + 1).kind();
    boolean name = kind == TokenKind.WORD || kind == TokenKind.QUOTED;
    return cursor.isWordAhead(as, "AS") && name && !grammar.queries.startsQuery(as + 1);
  }

  private Create.Like likeTable() {
    boolean withRows = cursor.acceptWords("CLONE");
    cursor.expectWords("AS");
    Identifier name = grammar.columnSets.identifier();
    if (cursor.peek().kind() != TokenKind.OPEN_PAREN) {
      return new Create.LikeTable(name, withRows);
    }
    cursor.next();
    List<Expr> arguments = grammar.expressions.elementsBefore(TokenKind.CLOSE_PAREN, false);
    cursor.expect(TokenKind.CLOSE_PAREN);
    return new Create.LikeFunction(new Call(name.position(), name.name(), arguments));
  }

  private Create.@Nullable Like likeQuery() {
    boolean empty = cursor.acceptWords("EMPTY");
    if (!empty && !cursor.atWords("AS")) {
      return null;
    }
    cursor.expectWords("AS");
    return new Create.LikeQuery(grammar.queries.query(), empty);
  }

  private Statement view(Position start, Mode mode, boolean materialized) {
    Identifier name = tableName();
    if (cursor.acceptWords("UUID")) {
      cursor.string();
    }
    String cluster = cluster();
    if (cursor.atWords("REFRESH")) {
      throw StatementParser.refusal("REFRESH of a materialized view");
    }
    Identifier to = null;
    TableElements toColumns = null;
    TableElements columns = null;
    if (materialized && cursor.acceptWords("TO")) {
      to = tableName();
      toColumns = bracketedElements();
    } else {
      columns = bracketedElements();
      if (materialized && columns != null && cursor.acceptWords("TO")) {
        to = tableName();
      }
    }
    Storage none = new Storage(start, null, null, null, null, null, List.of(), List.of());
    Storage storage = materialized && to == null ? storages.storage() : none;
    ViewSecurity security = security();
    boolean populate = materialized && cursor.acceptWords("POPULATE");
    if (populate && to != null) {
      throw cursor.failure(
          start, "a materialized view cannot have both TO and POPULATE, use EMPTY and INSERT");
    }
    boolean empty = materialized && cursor.acceptWords("EMPTY");
    if (security == null) {
      security = security();
    }
    String comment = comment();
    cursor.expectWords("AS");
    Query query = grammar.queries.query();
    if (comment == null) {
      comment = comment();
    }
    return new Create.View(
        start,
        mode,
        materialized,
        name,
        cluster,
        columns,
        to,
        toColumns,
        storage,
        populate,
        empty,
        security,
        query,
        comment);
  }

  private @Nullable ViewSecurity security() {
    return security(cursor, access);
  }

  /** DEFINER and SQL SECURITY in either order; null for none of them. */
  static @Nullable ViewSecurity security(Cursor cursor, AccessParser access) {
    ViewSecurity.Kind kind = securityKind(cursor);
    if (!cursor.acceptWords("DEFINER")) {
      return kind == null ? null : new ViewSecurity(null, false, kind);
    }
    cursor.accept(TokenKind.EQUALS);
    boolean current = cursor.acceptWords("CURRENT_USER");
    UserName definer = current ? null : access.user();
    if (kind == null) {
      kind = securityKind(cursor);
    }
    return new ViewSecurity(definer, current, kind);
  }

  private static ViewSecurity.@Nullable Kind securityKind(Cursor cursor) {
    if (!cursor.acceptWords("SQL", "SECURITY")) {
      return null;
    }
    for (ViewSecurity.Kind kind : ViewSecurity.Kind.values()) {
      if (cursor.acceptWords(kind.name())) {
        return kind;
      }
    }
    throw cursor.failure();
  }

  private Statement database(Position start, Mode mode) {
    String name = cursor.name();
    String cluster = cluster();
    Call engine = storages.engine();
    List<SettingChange> settings = grammar.settings.clause();
    return new Create.Database(start, mode, name, cluster, engine, settings, comment());
  }

  /** What is named in capitals, singular, at this place; null if it is something else. */
  static Drop.@Nullable Kind kind(Cursor cursor) {
    if (cursor.acceptWords("ROW", "POLICY") || cursor.acceptWords("POLICY")) {
      return Drop.Kind.ROW_POLICY;
    }
    if (cursor.acceptWords("SETTINGS", "PROFILE") || cursor.acceptWords("PROFILE")) {
      return Drop.Kind.SETTINGS_PROFILE;
    }
    for (Drop.Kind kind : Drop.Kind.values()) {
      if (cursor.acceptWords(kind.name())) {
        return kind;
      }
    }
    return null;
  }

  /** The rest of CREATE DICTIONARY. */
  private static final class DictionaryParser {
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
      String min = cursor.acceptWords("MIN") ? seconds() : null;
      if (min == null && cursor.peek().kind() == TokenKind.NUMBER) {
        return new Lifetime(start, "0", seconds());
      }
      cursor.expectWords("MAX");
      String max = seconds();
      if (min == null) {
        cursor.expectWords("MIN");
        min = seconds();
      }
      return new Lifetime(start, min, max);
    }

    private String seconds() {
      Position start = cursor.position();
      String digits = grammar.operands.digits();
      if (!digits.matches("[0-9]{1,18}")) {
        throw cursor.failure(start, "a lifetime is a number of seconds");
      }
      return digits;
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
}
