// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.AccessChange;
import io.twinhouse.engine.access.AccessChange.DefinePolicy;
import io.twinhouse.engine.access.AccessChange.DefineProfile;
import io.twinhouse.engine.access.AccessChange.DefineQuota;
import io.twinhouse.engine.access.AccessChange.DefineRole;
import io.twinhouse.engine.access.AccessChange.DefineUser;
import io.twinhouse.engine.access.AccessChange.Definition;
import io.twinhouse.engine.access.AccessChange.Mode;
import io.twinhouse.engine.access.AccessEntity;
import io.twinhouse.engine.access.Credential;
import io.twinhouse.engine.access.NameSet;
import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.access.SettingRule;
import io.twinhouse.engine.access.quota.QuotaKey;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.sql.analyse.scope.SettingTexts;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.ObjectName;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.UserName;
import io.twinhouse.sql.statement.UserSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CREATE, ALTER and DROP of users, roles, profiles, policies and quotas, and SET ROLE. */
public final class AccessStatements {

  private final PlanningContext context;

  public AccessStatements(PlanningContext context) {
    this.context = context;
  }

  /** CREATE and ALTER USER. */
  public Statement of(Create.User user) {
    refuseRare(user);
    List<Definition> definitions = new ArrayList<>();
    for (UserName name : user.names()) {
      check(user.mode(), "USER", name(name));
      definitions.add(
          new DefineUser(
              name(name),
              user.newName(),
              credential(user.authentication()),
              user.defaultRoles() == null ? null : names(user.defaultRoles()),
              user.defaultDatabase(),
              rules(user.settings())));
    }
    return define(user.mode(), definitions);
  }

  private static void refuseRare(Create.User user) {
    refuseCluster(user.cluster());
    if (user.hosts().stream().anyMatch(host -> host.kind() != Create.HostKind.ANY)) {
      throw notImplemented("HOST other than ANY");
    }
    if (user.validUntil() != null) {
      throw notImplemented("VALID UNTIL");
    }
    UserSet grantees = user.grantees();
    if (grantees != null && !(grantees.all() && grantees.except().isEmpty())) {
      throw notImplemented("GRANTEES other than ANY");
    }
  }

  private static @Nullable Credential credential(Create.@Nullable Authentication said) {
    if (said == null) {
      return null;
    }
    String method = said.method() == null ? "sha256_password" : said.method();
    return Credential.of(
        method.toLowerCase(Locale.ROOT),
        said.secret() == null ? "" : said.secret(),
        said.salt() == null ? "" : said.salt());
  }

  /** CREATE and ALTER ROLE. */
  public Statement of(Create.Role role) {
    refuseCluster(role.cluster());
    List<Definition> definitions = new ArrayList<>();
    for (UserName name : role.names()) {
      check(role.mode(), "ROLE", name(name));
      definitions.add(new DefineRole(name(name), role.newName(), rules(role.settings())));
    }
    return define(role.mode(), definitions);
  }

  /** CREATE and ALTER SETTINGS PROFILE. */
  public Statement of(Create.Profile profile) {
    refuseCluster(profile.cluster());
    check(profile.mode(), "SETTINGS PROFILE");
    NameSet to = profile.to() == null ? null : names(profile.to());
    List<SettingRule> rules = rules(profile.settings());
    List<Definition> definitions = new ArrayList<>();
    for (String name : profile.names()) {
      definitions.add(new DefineProfile(name, profile.newName(), rules, to));
    }
    return define(profile.mode(), definitions);
  }

  /** CREATE and ALTER ROW POLICY. */
  public Statement of(Create.RowPolicy policy) {
    refuseCluster(policy.cluster());
    NameSet to = policy.to() == null ? null : names(policy.to());
    String filter = policy.using() == null ? null : SqlPrinter.print(policy.using());
    List<Definition> definitions = new ArrayList<>();
    for (String name : policy.names()) {
      for (ObjectName table : policy.tables()) {
        String database = database(table);
        check(policy.mode(), "ROW POLICY", object(database, table));
        definitions.add(
            new DefinePolicy(
                name, database, table.table(), policy.newName(), policy.restrictive(), filter, to));
      }
    }
    return define(policy.mode(), definitions);
  }

  private String[] object(String database, ObjectName table) {
    return table.table().equals(ObjectName.ANY)
        ? new String[] {database}
        : new String[] {database, table.table()};
  }

  private String database(ObjectName table) {
    if (table.prefix() || ObjectName.ANY.equals(table.database())) {
      throw notImplemented("A row policy on several databases");
    }
    return table.database() == null ? context.bind().database() : table.database();
  }

  private void check(Create.Mode mode, String kind, String... object) {
    boolean alter = mode == Create.Mode.ALTER || mode == Create.Mode.ALTER_IF_EXISTS;
    require((alter ? "ALTER " : "CREATE ") + kind, object);
  }

  private void require(String privilege, String... object) {
    Permissions permissions = context.permissions();
    if (permissions != null) {
      permissions.check(RightsElement.of(PrivilegeSet.of(privilege), object));
    }
  }

  private static Statement define(Create.Mode mode, List<Definition> definitions) {
    Mode how =
        switch (mode) {
          case CREATE_IF_NOT_EXISTS -> Mode.CREATE_IF_NOT_EXISTS;
          case CREATE_OR_REPLACE -> Mode.CREATE_OR_REPLACE;
          case ALTER -> Mode.ALTER;
          case ALTER_IF_EXISTS -> Mode.ALTER_IF_EXISTS;
          default -> Mode.CREATE;
        };
    return new Statement.ChangeAccess(new AccessChange.Define(how, definitions));
  }

  private static @Nullable List<SettingRule> rules(@Nullable List<Create.SettingRule> said) {
    if (said == null) {
      return null;
    }
    List<SettingRule> rules = new ArrayList<>();
    for (Create.SettingRule rule : said) {
      if (rule.profile() != null) {
        rules.add(SettingRule.inherit(rule.profile()));
        continue;
      }
      String setting = String.valueOf(rule.setting());
      String value = text(rule.value());
      check(setting, value);
      rules.add(
          new SettingRule(
              null, setting, value, text(rule.min()), text(rule.max()), writability(rule)));
    }
    return rules;
  }

  /** Says what is wrong with a setting's name or its value. */
  private static void check(String setting, @Nullable String value) {
    Settings.DEFAULT.with(Map.of(setting, value == null ? Settings.DEFAULT.text(setting) : value));
  }

  private static @Nullable String writability(Create.SettingRule rule) {
    String said = rule.writability();
    if (said != null && !said.equals("CONST") && !said.equals("WRITABLE")) {
      throw notImplemented(said + " of a setting");
    }
    return said;
  }

  private static @Nullable String text(@Nullable Expr value) {
    return value == null ? null : SettingTexts.text(value);
  }

  /** CREATE and ALTER QUOTA. */
  public Statement of(Create.Quota quota) {
    refuseCluster(quota.cluster());
    check(quota.mode(), "QUOTA");
    NameSet to = quota.to() == null ? null : names(quota.to());
    List<Definition> definitions = new ArrayList<>();
    for (String name : quota.names()) {
      definitions.add(
          new DefineQuota(
              name,
              quota.newName(),
              quota.key() == null ? null : QuotaKey.of(quota.key()),
              QuotaLimits.changes(quota.intervals()),
              to));
    }
    return define(quota.mode(), definitions);
  }

  /** DROP of users, roles, profiles, policies and quotas. */
  public Statement of(Drop drop) {
    refuseCluster(drop.cluster());
    AccessEntity.Kind kind = AccessEntity.Kind.valueOf(drop.kind().name());
    List<String> names = new ArrayList<>();
    for (Identifier name : drop.names()) {
      if (kind != AccessEntity.Kind.ROW_POLICY) {
        boolean global =
            kind == AccessEntity.Kind.SETTINGS_PROFILE || kind == AccessEntity.Kind.QUOTA;
        require("DROP " + words(kind), global ? new String[0] : new String[] {name.last()});
        names.add(name.last());
      }
      for (ObjectName table : drop.tables()) {
        String database = database(table);
        require("DROP ROW POLICY", object(database, table));
        names.add(
            new DefinePolicy(name.last(), database, table.table(), null, null, null, null).name());
      }
    }
    return new Statement.ChangeAccess(new AccessChange.Remove(kind, names, drop.ifExists()));
  }

  private static String words(AccessEntity.Kind kind) {
    return kind.word().toUpperCase(Locale.ROOT);
  }

  /** SET ROLE and SET DEFAULT ROLE. */
  public Statement of(SessionCommand.SetRole set) {
    UserSet users = set.users();
    UserSet roles = set.roles();
    if (users == null) {
      return new Statement.SetRoles(roles == null ? null : names(roles));
    }
    NameSet to = names(users);
    for (String name : to.names()) {
      require("ALTER USER", name);
    }
    if (to.all()) {
      require("ALTER USER");
    }
    return new Statement.ChangeAccess(
        new AccessChange.SetDefaultRoles(names(roles == null ? UserSet.NONE : roles), to));
  }

  static NameSet names(UserSet set) {
    return new NameSet(
        set.users().stream().map(AccessStatements::name).toList(),
        set.all(),
        set.currentUser(),
        set.except().stream().map(AccessStatements::name).toList());
  }

  static String name(UserName user) {
    if (user.host() != null && !user.host().equals("%")) {
      throw notImplemented("A user of one host");
    }
    return user.name();
  }

  static void refuseCluster(@Nullable String cluster) {
    if (cluster != null) {
      throw notImplemented("ON CLUSTER");
    }
  }

  static TwinhouseException notImplemented(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, what + " is not supported by the embedded engine");
  }
}
