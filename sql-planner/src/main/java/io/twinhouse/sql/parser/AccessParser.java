// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.lexer.Cursor;
import io.twinhouse.sql.lexer.TokenKind;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Create.HostKind;
import io.twinhouse.sql.statement.Create.Mode;
import io.twinhouse.sql.statement.Grant;
import io.twinhouse.sql.statement.ObjectName;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.UserName;
import io.twinhouse.sql.statement.UserSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Users, roles, row policies, quotas and rights. */
final class AccessParser {
  private static final List<String> WRITABILITY =
      List.of("CONST", "READONLY", "WRITABLE", "CHANGEABLE_IN_READONLY");

  private final Grammar grammar;
  private final Cursor cursor;

  AccessParser(Grammar grammar) {
    this.grammar = grammar;
    cursor = grammar.cursor;
  }

  /** A user or role. */
  UserName user() {
    String name = cursor.nameOrString();
    if (!cursor.accept(TokenKind.AT)) {
      return new UserName(name, null);
    }
    return new UserName(name, cursor.nameOrString());
  }

  /** Users and roles, ALL, NONE, with exceptions. */
  UserSet users() {
    if (cursor.acceptWords("NONE")) {
      return UserSet.NONE;
    }
    List<UserName> users = new ArrayList<>();
    boolean all = false;
    boolean current = false;
    do {
      if (cursor.acceptWords("ALL") || cursor.acceptWords("ANY")) {
        all = true;
      } else if (cursor.acceptWords("CURRENT_USER")) {
        current = true;
      } else {
        users.add(user());
      }
    } while (cursor.accept(TokenKind.COMMA));
    List<UserName> except = cursor.acceptWords("EXCEPT") ? grammar.list(this::user) : List.of();
    return new UserSet(users, all, current, except);
  }

  /** {@code *.*}, {@code db.*}, {@code db.t}, {@code t}, {@code db.t*}, {@code name(part)}. */
  ObjectName object() {
    String first = part();
    if (cursor.accept(TokenKind.OPEN_PAREN)) {
      // what SHOW GRANTS prints of a source that was granted as a table
      String inner = part();
      cursor.expect(TokenKind.CLOSE_PAREN);
      return new ObjectName(first, inner, false);
    }
    boolean prefix = !first.equals(ObjectName.ANY) && cursor.accept(TokenKind.ASTERISK);
    if (!cursor.accept(TokenKind.DOT)) {
      return new ObjectName(null, first, prefix);
    }
    String second = part();
    if (!second.equals(ObjectName.ANY) && cursor.accept(TokenKind.ASTERISK)) {
      prefix = true;
    }
    return new ObjectName(first, second, prefix);
  }

  private String part() {
    return cursor.accept(TokenKind.ASTERISK) ? ObjectName.ANY : cursor.name();
  }

  /** CREATE of a user, role, profile, policy or quota behind its first word; null if it is none. */
  @Nullable Statement create(Position start) {
    return definition(start, false);
  }

  /** ALTER of a user, role, profile, policy or quota behind its first word; null if it is none. */
  @Nullable Statement alter(Position start) {
    return definition(start, true);
  }

  private @Nullable Statement definition(Position start, boolean alter) {
    if (cursor.acceptWords("USER")) {
      return defineUser(start, mode(alter));
    }
    if (cursor.acceptWords("ROLE")) {
      Mode mode = mode(alter);
      List<UserName> names = grammar.list(this::user);
      String cluster = CreateParser.cluster(cursor);
      return new Create.Role(start, mode, names, newName(mode), cluster, settings());
    }
    if (cursor.acceptWords("SETTINGS", "PROFILE") || cursor.acceptWords("PROFILE")) {
      return defineProfile(start, mode(alter));
    }
    if (cursor.acceptWords("ROW", "POLICY") || cursor.acceptWords("POLICY")) {
      return definePolicy(start, mode(alter));
    }
    if (cursor.acceptWords("QUOTA")) {
      return new QuotaParser(grammar, this).quota(start, mode(alter));
    }
    return null;
  }

  @Nullable String newName(Mode mode) {
    boolean alter = mode == Mode.ALTER || mode == Mode.ALTER_IF_EXISTS;
    return alter && cursor.acceptWords("RENAME", "TO") ? cursor.nameOrString() : null;
  }

  private Statement defineProfile(Position start, Mode mode) {
    List<String> names = grammar.list(cursor::nameOrString);
    String cluster = CreateParser.cluster(cursor);
    String newName = newName(mode);
    List<Create.SettingRule> settings = settings();
    UserSet to = cursor.acceptWords("TO") ? users() : null;
    return new Create.Profile(start, mode, names, newName, cluster, settings, to);
  }

  private Mode mode(boolean alter) {
    if (alter) {
      return cursor.acceptWords("IF", "EXISTS") ? Mode.ALTER_IF_EXISTS : Mode.ALTER;
    }
    if (cursor.acceptWords("IF", "NOT", "EXISTS")) {
      return Mode.CREATE_IF_NOT_EXISTS;
    }
    return cursor.acceptWords("OR", "REPLACE") ? Mode.CREATE_OR_REPLACE : Mode.CREATE;
  }

  private Statement defineUser(Position start, Mode mode) {
    List<UserName> names = grammar.list(this::user);
    String cluster = CreateParser.cluster(cursor);
    Create.Authentication authentication = null;
    List<Create.Host> hosts = List.of();
    UserSet roles = null;
    String database = null;
    UserSet grantees = null;
    String validUntil = null;
    String newName = newName(mode);
    List<Create.SettingRule> settings = null;
    while (cursor.peek().kind() == TokenKind.WORD) {
      if (authentication == null && atAuthentication()) {
        authentication = authentication();
      } else if (hosts.isEmpty() && cursor.acceptWords("HOST")) {
        hosts = grammar.list(this::host);
      } else if (roles == null && cursor.acceptWords("DEFAULT", "ROLE")) {
        roles = users();
      } else if (database == null && cursor.acceptWords("DEFAULT", "DATABASE")) {
        database = cursor.name();
      } else if (grantees == null && cursor.acceptWords("GRANTEES")) {
        grantees = users();
      } else if (validUntil == null && cursor.acceptWords("VALID", "UNTIL")) {
        validUntil = cursor.string();
      } else if (settings == null && cursor.atWords("SETTINGS")) {
        settings = settings();
      } else {
        refuseSingleSettings();
        break;
      }
    }
    return new Create.User(
        start,
        mode,
        names,
        newName,
        cluster,
        authentication,
        hosts,
        roles,
        database,
        grantees,
        validUntil,
        settings);
  }

  private boolean atAuthentication() {
    return cursor.atWords("IDENTIFIED") || cursor.atWords("NOT", "IDENTIFIED");
  }

  private Create.Authentication authentication() {
    if (cursor.acceptWords("NOT", "IDENTIFIED")) {
      return new Create.Authentication("no_password", null, null);
    }
    cursor.expectWords("IDENTIFIED");
    String method = null;
    if (cursor.acceptWords("WITH")) {
      method = cursor.name();
    }
    if (!cursor.acceptWords("BY")) {
      if (method == null) {
        throw cursor.failure();
      }
      if (cursor.atWords("SERVER") || cursor.atWords("REALM")) {
        throw StatementParser.refusal("IDENTIFIED WITH " + method);
      }
      return new Create.Authentication(method, null, null);
    }
    String secret = cursor.string();
    String salt = cursor.acceptWords("SALT") ? cursor.string() : null;
    return new Create.Authentication(method, secret, salt);
  }

  private Create.Host host() {
    for (HostKind kind : HostKind.values()) {
      if (cursor.acceptWords(kind.name())) {
        boolean valued = kind != HostKind.ANY && kind != HostKind.LOCAL && kind != HostKind.NONE;
        return new Create.Host(kind, valued ? cursor.string() : null);
      }
    }
    throw cursor.failure();
  }

  private @Nullable List<Create.SettingRule> settings() {
    refuseSingleSettings();
    if (!cursor.acceptWords("SETTINGS")) {
      return null;
    }
    if (cursor.acceptWords("NONE")) {
      return List.of();
    }
    return grammar.list(this::setting);
  }

  private void refuseSingleSettings() {
    for (String word : List.of("ADD", "MODIFY", "DROP")) {
      if (cursor.atWords(word)) {
        throw StatementParser.refusal(word + " of single settings");
      }
    }
  }

  private Create.SettingRule setting() {
    if (cursor.acceptWords("PROFILE")) {
      return new Create.SettingRule(cursor.nameOrString(), null, null, null, null, null);
    }
    String name = cursor.name();
    Expr value = cursor.accept(TokenKind.EQUALS) ? grammar.operands.parse() : null;
    Expr min = bound("MIN");
    Expr max = bound("MAX");
    String writability = null;
    for (String word : WRITABILITY) {
      if (cursor.acceptWords(word)) {
        writability = word.equals("READONLY") ? "CONST" : word;
        break;
      }
    }
    return new Create.SettingRule(null, name, value, min, max, writability);
  }

  private @Nullable Expr bound(String word) {
    if (!cursor.acceptWords(word)) {
      return null;
    }
    cursor.accept(TokenKind.EQUALS);
    return grammar.operands.parse();
  }

  private Statement definePolicy(Position start, Mode mode) {
    List<String> names = grammar.list(cursor::name);
    String cluster = CreateParser.cluster(cursor);
    cursor.expectWords("ON");
    List<ObjectName> tables = grammar.list(this::object);
    if (cluster == null) {
      cluster = CreateParser.cluster(cursor);
    }
    String newName = newName(mode);
    Boolean restrictive = null;
    Expr using = null;
    UserSet to = null;
    while (cursor.peek().kind() == TokenKind.WORD) {
      if (cursor.acceptWords("AS", "RESTRICTIVE")) {
        restrictive = true;
      } else if (cursor.acceptWords("AS", "PERMISSIVE")) {
        restrictive = false;
      } else if (cursor.acceptWords("FOR", "SELECT") || cursor.acceptWords("FOR", "ALL")) {
        continue;
      } else if (using == null && cursor.acceptWords("USING")) {
        if (cursor.atWords("NONE")) {
          throw StatementParser.refusal("USING NONE");
        }
        using = grammar.expressions.plain();
      } else if (cursor.acceptWords("TO")) {
        to = users();
        break;
      } else {
        break;
      }
    }
    return new Create.RowPolicy(
        start, mode, names, newName, cluster, tables, restrictive, using, to);
  }

  Statement grant() {
    Position start = cursor.position();
    boolean revoke = cursor.acceptWords("REVOKE");
    if (!revoke) {
      cursor.expectWords("GRANT");
    }
    String cluster = CreateParser.cluster(cursor);
    boolean option = false;
    if (revoke) {
      option =
          cursor.acceptWords("GRANT", "OPTION", "FOR")
              || cursor.acceptWords("ADMIN", "OPTION", "FOR");
    }
    if (cursor.atWords("CURRENT", "GRANTS")) {
      throw StatementParser.refusal("GRANT CURRENT GRANTS");
    }
    List<Grant.Privilege> privileges = List.of();
    UserSet roles = null;
    if (namesObject()) {
      privileges = privileges();
    } else {
      roles = users();
    }
    cursor.expectWords(revoke ? "FROM" : "TO");
    UserSet users = users();
    boolean replace = false;
    while (!revoke && cursor.atWords("WITH")) {
      if (cursor.acceptWords("WITH", "REPLACE", "OPTION")) {
        replace = true;
      } else if (cursor.acceptWords("WITH", "GRANT", "OPTION")
          || cursor.acceptWords("WITH", "ADMIN", "OPTION")) {
        option = true;
      } else {
        throw cursor.failure();
      }
    }
    return new Grant(start, revoke, cluster, privileges, roles, users, option, replace);
  }

  /** Whether ON comes before TO or FROM, which tells rights from roles. */
  private boolean namesObject() {
    for (int i = 0; ; i++) {
      switch (cursor.peek(i).kind()) {
        case END, ERROR, SEMICOLON -> {
          return false;
        }
        case WORD -> {
          if (cursor.isWordAhead(i, "ON")) {
            return true;
          }
          if (cursor.isWordAhead(i, "TO") || cursor.isWordAhead(i, "FROM")) {
            return false;
          }
        }
        default -> {}
      }
    }
  }

  /** Rights up to an ON are all about the object behind it. */
  List<Grant.Privilege> privileges() {
    List<Grant.Privilege> privileges = new ArrayList<>();
    do {
      List<Grant.Privilege> open = new ArrayList<>();
      do {
        open.add(privilege());
      } while (cursor.accept(TokenKind.COMMA));
      cursor.expectWords("ON");
      ObjectName object = object();
      for (Grant.Privilege each : open) {
        privileges.add(new Grant.Privilege(each.right(), each.columns(), object));
      }
    } while (cursor.accept(TokenKind.COMMA));
    return privileges;
  }

  private Grant.Privilege privilege() {
    StringBuilder right = new StringBuilder();
    while (cursor.peek().kind() == TokenKind.WORD && !cursor.isWordAhead(0, "ON")) {
      String word = cursor.slice(cursor.next());
      String upper = word.toUpperCase(Locale.ROOT);
      boolean mixed = !word.equals(upper) && !word.equals(word.toLowerCase(Locale.ROOT));
      right.append(right.length() == 0 ? "" : " ").append(mixed ? word : upper);
    }
    if (right.length() == 0) {
      throw cursor.failure();
    }
    String name = right.toString();
    if (name.equals("ALL PRIVILEGES")) {
      name = "ALL";
    } else if (name.equals("NONE")) {
      name = "USAGE";
    }
    List<String> columns = List.of();
    if (cursor.peek().kind() == TokenKind.OPEN_PAREN) {
      columns = grammar.bracketed(cursor::name);
    }
    return new Grant.Privilege(name, columns, new ObjectName(null, ObjectName.ANY, false));
  }
}
