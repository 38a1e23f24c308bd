// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.Inspection.Explained;
import io.twinhouse.sql.statement.Inspection.Flag;
import io.twinhouse.sql.statement.Inspection.Kind;
import io.twinhouse.sql.statement.Inspection.Subject;
import io.twinhouse.sql.statement.ObjectName;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.UserSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SHOW, DESCRIBE, EXISTS and EXPLAIN. */
final class ShowParser {
  /** What may stand behind SHOW and its flags; longer ones first. */
  private static final List<Map.Entry<String, Subject>> SUBJECTS =
      List.of(
          Map.entry("FILESYSTEM CACHES", Subject.FILESYSTEM_CACHES),
          Map.entry("SETTINGS PROFILES", Subject.SETTINGS_PROFILES),
          Map.entry("CURRENT ROLES", Subject.CURRENT_ROLES),
          Map.entry("ENABLED ROLES", Subject.ENABLED_ROLES),
          Map.entry("CURRENT QUOTA", Subject.CURRENT_QUOTA),
          Map.entry("ROW POLICIES", Subject.ROW_POLICIES),
          Map.entry("POLICIES", Subject.ROW_POLICIES),
          Map.entry("PROFILES", Subject.SETTINGS_PROFILES),
          Map.entry("DATABASES", Subject.DATABASES),
          Map.entry("TABLES", Subject.TABLES),
          Map.entry("DICTIONARIES", Subject.DICTIONARIES),
          Map.entry("COLUMNS", Subject.COLUMNS),
          Map.entry("FIELDS", Subject.COLUMNS),
          Map.entry("INDEXES", Subject.INDEXES),
          Map.entry("INDICES", Subject.INDEXES),
          Map.entry("INDEX", Subject.INDEXES),
          Map.entry("KEYS", Subject.INDEXES),
          Map.entry("PROCESSLIST", Subject.PROCESSLIST),
          Map.entry("GRANTS", Subject.GRANTS),
          Map.entry("USERS", Subject.USERS),
          Map.entry("ROLES", Subject.ROLES),
          Map.entry("QUOTAS", Subject.QUOTAS),
          Map.entry("QUOTA", Subject.CURRENT_QUOTA),
          Map.entry("SETTINGS", Subject.SETTINGS),
          Map.entry("SETTING", Subject.SETTING),
          Map.entry("ENGINES", Subject.ENGINES),
          Map.entry("FUNCTIONS", Subject.FUNCTIONS),
          Map.entry("CLUSTERS", Subject.CLUSTERS),
          Map.entry("CLUSTER", Subject.CLUSTER),
          Map.entry("ACCESS", Subject.ACCESS),
          Map.entry("PRIVILEGES", Subject.PRIVILEGES),
          Map.entry("MERGES", Subject.MERGES));

  /** All of them are shown. */
  private static final Set<Subject> UNFILTERED =
      Set.of(
          Subject.USERS,
          Subject.ROLES,
          Subject.CURRENT_ROLES,
          Subject.ENABLED_ROLES,
          Subject.SETTINGS_PROFILES,
          Subject.ROW_POLICIES,
          Subject.QUOTAS,
          Subject.CURRENT_QUOTA,
          Subject.GRANTS,
          Subject.ACCESS,
          Subject.PRIVILEGES,
          Subject.PROCESSLIST,
          Subject.ENGINES);

  private final Grammar grammar;
  private final Cursor cursor;
  private final StatementParser statements;
  private final AccessParser access;

  ShowParser(Grammar grammar, StatementParser statements, AccessParser access) {
    this.grammar = grammar;
    this.statements = statements;
    this.access = access;
    cursor = grammar.cursor;
  }

  Statement inspection(String word) {
    Position start = cursor.position();
    cursor.next();
    return switch (word) {
      case "SHOW" -> show(start);
      case "EXISTS" -> exists(start);
      case "EXPLAIN" -> explain(start);
      default -> describe(start);
    };
  }

  private Statement show(Position start) {
    if (cursor.acceptWords("CREATE")) {
      return showCreate(start);
    }
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (Flag flag : List.of(Flag.EXTENDED, Flag.FULL, Flag.TEMPORARY, Flag.CHANGED)) {
      if (cursor.acceptWords(flag.name())) {
        flags.add(flag);
      }
    }
    Subject subject = subject();
    if (subject == null) {
      return shortShowCreate(start);
    }
    String database = null;
    String name = null;
    UserSet users = null;
    switch (subject) {
      case COLUMNS, INDEXES -> {
        Identifier table = from();
        boolean qualified = table.parts().size() > 1;
        database = qualified ? table.parts().get(0).text() : null;
        name = table.last();
        if (!qualified && atFrom()) {
          database = from().last();
        }
      }
      case TABLES, DICTIONARIES -> database = atFrom() ? from().last() : null;
      case SETTING -> name = cursor.name();
      case CLUSTER -> name = cursor.nameOrString();
      case GRANTS -> users = grantees(flags);
      case ROW_POLICIES -> name = cursor.acceptWords("ON") ? objectText() : null;
      default -> {}
    }
    Inspection.Filter filter = filter(subject);
    boolean limited = !UNFILTERED.contains(subject) && cursor.acceptWords("LIMIT");
    Expr limit = limited ? grammar.expressions.plain() : null;
    return new Inspection.Show(start, subject, flags, database, name, filter, limit, users);
  }

  private String objectText() {
    ObjectName object = access.object();
    String database = object.database();
    return database == null ? object.table() : database + "." + object.table();
  }

  private @Nullable Subject subject() {
    for (Map.Entry<String, Subject> entry : SUBJECTS) {
      if (cursor.acceptWords(entry.getKey().split(" "))) {
        return entry.getValue();
      }
    }
    return null;
  }

  private boolean atFrom() {
    return cursor.atWords("FROM") || cursor.atWords("IN");
  }

  private Identifier from() {
    if (!cursor.acceptWords("FROM")) {
      cursor.expectWords("IN");
    }
    return grammar.columnSets.identifier();
  }

  private @Nullable UserSet grantees(Set<Flag> flags) {
    UserSet users = null;
    if (cursor.acceptWords("FOR")) {
      users = access.users();
      boolean self = users.currentUser() && users.users().isEmpty();
      users = self ? null : users;
    }
    if (cursor.acceptWords("WITH", "IMPLICIT")) {
      flags.add(Flag.WITH_IMPLICIT);
    }
    if (cursor.acceptWords("FINAL")) {
      flags.add(Flag.FINAL);
    }
    return users;
  }

  private Inspection.@Nullable Filter filter(Subject subject) {
    boolean wherePossible =
        switch (subject) {
          case TABLES, DICTIONARIES, COLUMNS, INDEXES -> true;
          default -> false;
        };
    if (wherePossible && cursor.acceptWords("WHERE")) {
      return new Inspection.Where(grammar.expressions.plain());
    }
    if (UNFILTERED.contains(subject)) {
      return null;
    }
    boolean negatable = subject != Subject.FUNCTIONS && subject != Subject.SETTINGS;
    boolean negated = negatable && cursor.acceptWords("NOT");
    boolean ignoreCase = cursor.acceptWords("ILIKE");
    if (!ignoreCase && !cursor.acceptWords("LIKE")) {
      if (negated) {
        throw cursor.failure();
      }
      return null;
    }
    return new Inspection.Like(negated, ignoreCase, cursor.string());
  }

  /** {@code SHOW TABLE t} is {@code SHOW CREATE TABLE t}. */
  private Statement shortShowCreate(Position start) {
    for (Kind kind : List.of(Kind.TABLE, Kind.VIEW, Kind.DICTIONARY, Kind.DATABASE)) {
      if (cursor.acceptWords(kind.name())) {
        List<Identifier> name = List.of(grammar.columnSets.identifier());
        return new Inspection.ShowCreate(start, kind, false, name, null, false);
      }
    }
    throw cursor.failure();
  }

  private Statement showCreate(Position start) {
    Statement rights = showCreateOfRights(start);
    if (rights != null) {
      return rights;
    }
    boolean temporary = cursor.acceptWords("TEMPORARY");
    Kind kind = Kind.TABLE;
    for (Kind each : List.of(Kind.TABLE, Kind.VIEW, Kind.DICTIONARY, Kind.DATABASE)) {
      if (cursor.acceptWords(each.name())) {
        kind = each;
        break;
      }
    }
    List<Identifier> name = List.of(grammar.columnSets.identifier());
    return new Inspection.ShowCreate(start, kind, temporary, name, null, false);
  }

  /** What is shown of users, roles and policies; more than one if the word is plural. */
  private record Rights(Kind kind, boolean plural) {}

  private @Nullable Rights rights() {
    if (cursor.acceptWords("USER")) {
      return new Rights(Kind.USER, false);
    }
    if (cursor.acceptWords("USERS")) {
      return new Rights(Kind.USER, true);
    }
    if (cursor.acceptWords("ROLE")) {
      return new Rights(Kind.ROLE, false);
    }
    if (cursor.acceptWords("ROLES")) {
      return new Rights(Kind.ROLE, true);
    }
    if (cursor.acceptWords("ROW", "POLICY") || cursor.acceptWords("POLICY")) {
      return new Rights(Kind.ROW_POLICY, false);
    }
    if (cursor.acceptWords("SETTINGS", "PROFILES") || cursor.acceptWords("PROFILES")) {
      return new Rights(Kind.SETTINGS_PROFILE, true);
    }
    if (cursor.acceptWords("SETTINGS", "PROFILE") || cursor.acceptWords("PROFILE")) {
      return new Rights(Kind.SETTINGS_PROFILE, false);
    }
    for (String word : List.of("QUOTA", "QUOTAS")) {
      if (cursor.isWordAhead(0, word) && cursor.peek(1).kind() != TokenKind.DOT) {
        cursor.next();
        return new Rights(Kind.QUOTA, word.endsWith("S"));
      }
    }
    boolean policies = cursor.acceptWords("ROW", "POLICIES") || cursor.acceptWords("POLICIES");
    return policies ? new Rights(Kind.ROW_POLICY, true) : null;
  }

  private @Nullable Statement showCreateOfRights(Position start) {
    Rights rights = rights();
    if (rights == null) {
      return null;
    }
    List<Identifier> names = new ArrayList<>();
    boolean named = cursor.atName() && !atBehindNames();
    if (named && !cursor.acceptWords("CURRENT_USER")) {
      names.addAll(grammar.list(this::userName));
    }
    boolean ofTable = rights.kind() == Kind.ROW_POLICY && cursor.acceptWords("ON");
    ObjectName table = ofTable ? access.object() : null;
    return new Inspection.ShowCreate(start, rights.kind(), false, names, table, rights.plural());
  }

  private boolean atBehindNames() {
    return cursor.atWords("ON")
        || cursor.atWords("FORMAT")
        || cursor.atWords("SETTINGS")
        || cursor.atWords("INTO", "OUTFILE");
  }

  private Identifier userName() {
    Position start = cursor.position();
    return new Identifier(start, Identifier.of(access.user().name()).parts());
  }

  private Statement exists(Position start) {
    boolean temporary = cursor.acceptWords("TEMPORARY");
    Kind kind = Kind.TABLE;
    for (Kind each : List.of(Kind.TABLE, Kind.VIEW, Kind.DICTIONARY, Kind.DATABASE)) {
      if (cursor.acceptWords(each.name())) {
        kind = each;
        break;
      }
    }
    return new Inspection.Exists(start, kind, temporary, grammar.columnSets.identifier());
  }

  private Statement describe(Position start) {
    cursor.acceptWords("TABLE");
    if (grammar.queries.startsQuery(0)) {
      Position at = cursor.position();
      FromItem.Source source = new FromItem.Derived(grammar.queries.query());
      FromItem.Table table = new FromItem.Table(at, source, null, List.of(), false, null);
      return new Inspection.Describe(start, table);
    }
    return new Inspection.Describe(start, (FromItem.Table) grammar.froms.table());
  }

  private Statement explain(Position start) {
    Explained what = Explained.PLAN;
    if (cursor.acceptWords("QUERY", "TREE")) {
      what = Explained.QUERY_TREE;
    } else if (cursor.atWords("TABLE", "OVERRIDE") || cursor.atWords("CURRENT", "TRANSACTION")) {
      throw StatementParser.refusal("EXPLAIN " + cursor.slice(cursor.peek()));
    } else {
      for (Explained each : Explained.values()) {
        if (each != Explained.QUERY_TREE && cursor.acceptWords(each.name())) {
          what = each;
          break;
        }
      }
    }
    List<SettingChange> settings = List.of();
    boolean hasSettings =
        cursor.peek(1).kind() == TokenKind.EQUALS
            && (cursor.peek().kind() == TokenKind.WORD || cursor.peek().kind() == TokenKind.QUOTED);
    if (hasSettings) {
      settings = grammar.settings.changes();
    }
    return new Inspection.Explain(start, what, settings, statements.explained());
  }
}
