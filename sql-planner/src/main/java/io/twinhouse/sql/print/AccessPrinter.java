// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.engine.access.quota.QuotaInterval;
import io.twinhouse.engine.access.quota.QuotaKey;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Create.Mode;
import io.twinhouse.sql.statement.Grant;
import io.twinhouse.sql.statement.ObjectName;
import io.twinhouse.sql.statement.UserName;
import io.twinhouse.sql.statement.UserSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints users, roles, policies and rights. */
final class AccessPrinter {
  private final SqlText text;
  private final ExprPrinter expressions;

  AccessPrinter(SqlText text, ExprPrinter expressions) {
    this.text = text;
    this.expressions = expressions;
  }

  void name(UserName user) {
    text.name(user.name());
    if (user.host() != null) {
      text.add("@").string(user.host());
    }
  }

  void users(UserSet set) {
    if (set.isNone()) {
      text.add("NONE");
      return;
    }
    String comma = "";
    if (set.all()) {
      text.add("ALL");
      comma = ", ";
    }
    if (!set.users().isEmpty()) {
      text.add(comma).list(set.users(), this::name);
      comma = ", ";
    }
    text.add(set.currentUser() ? comma + "CURRENT_USER" : "");
    if (!set.except().isEmpty()) {
      text.add(" EXCEPT ").list(set.except(), this::name);
    }
  }

  void object(ObjectName object) {
    if (object.database() != null) {
      part(object.database());
      boolean databases = object.prefix() && object.table().equals(ObjectName.ANY);
      text.add(databases ? "*." : ".");
    }
    part(object.table());
    text.add(object.prefix() && !object.table().equals(ObjectName.ANY) ? "*" : "");
  }

  private void part(String part) {
    text.add(part.equals(ObjectName.ANY) ? part : Names.quoted(part));
  }

  private void start(String what, Mode mode) {
    boolean alter = mode == Mode.ALTER || mode == Mode.ALTER_IF_EXISTS;
    text.add(alter ? "ALTER " : "CREATE ").add(what);
    switch (mode) {
      case ALTER_IF_EXISTS -> text.add(" IF EXISTS ");
      case CREATE_IF_NOT_EXISTS -> text.add(" IF NOT EXISTS ");
      case CREATE_OR_REPLACE -> text.add(" OR REPLACE ");
      default -> text.add(" ");
    }
  }

  void user(Create.User user) {
    start("USER", user.mode());
    text.list(user.names(), this::name);
    StatementPrinter.cluster(text, user.cluster());
    rename(user.newName());
    if (user.authentication() != null) {
      authentication(user.authentication());
    }
    if (!user.hosts().isEmpty()) {
      text.add(" HOST ").list(user.hosts(), this::host);
    }
    if (user.validUntil() != null) {
      text.add(" VALID UNTIL ").string(user.validUntil());
    }
    set(" DEFAULT ROLE ", user.defaultRoles());
    if (user.defaultDatabase() != null) {
      text.add(" DEFAULT DATABASE ").name(user.defaultDatabase());
    }
    if (user.grantees() != null && user.grantees().all()) {
      text.add(" GRANTEES ANY");
    } else {
      set(" GRANTEES ", user.grantees());
    }
    settings(user.settings());
  }

  private void set(String keyword, @Nullable UserSet set) {
    if (set != null) {
      text.add(keyword);
      users(set);
    }
  }

  private void authentication(Create.Authentication authentication) {
    text.add(" IDENTIFIED");
    if (authentication.method() != null) {
      text.add(" WITH ").name(authentication.method());
    }
    if (authentication.secret() != null) {
      text.add(" BY ").string(authentication.secret());
    }
    if (authentication.salt() != null) {
      text.add(" SALT ").string(authentication.salt());
    }
  }

  private void host(Create.Host host) {
    text.add(host.kind().name());
    if (host.value() != null) {
      text.add(" ").string(host.value());
    }
  }

  void role(Create.Role role) {
    start("ROLE", role.mode());
    text.list(role.names(), this::name);
    StatementPrinter.cluster(text, role.cluster());
    rename(role.newName());
    settings(role.settings());
  }

  void profile(Create.Profile profile) {
    start("SETTINGS PROFILE", profile.mode());
    text.list(profile.names(), text::name);
    StatementPrinter.cluster(text, profile.cluster());
    rename(profile.newName());
    settings(profile.settings());
    set(" TO ", profile.to());
  }

  private void rename(@Nullable String newName) {
    if (newName != null) {
      text.add(" RENAME TO ").name(newName);
    }
  }

  private void settings(@Nullable List<Create.SettingRule> settings) {
    if (settings != null && settings.isEmpty()) {
      text.add(" SETTINGS NONE");
    } else if (settings != null) {
      text.add(" SETTINGS ").list(settings, this::setting);
    }
  }

  private void setting(Create.SettingRule rule) {
    if (rule.profile() != null) {
      text.add("PROFILE ").string(rule.profile());
      return;
    }
    text.name(String.valueOf(rule.setting()));
    value(" = ", rule.value());
    value(" MIN ", rule.min());
    value(" MAX ", rule.max());
    text.add(rule.writability() == null ? "" : " " + rule.writability());
  }

  private void value(String before, @Nullable Expr value) {
    if (value != null) {
      text.add(before);
      expressions.operand(value, Precedence.NEGATE);
    }
  }

  void rowPolicy(Create.RowPolicy policy) {
    start("ROW POLICY", policy.mode());
    text.list(policy.names(), text::name);
    StatementPrinter.cluster(text, policy.cluster());
    text.add(" ON ").list(policy.tables(), this::object);
    rename(policy.newName());
    if (policy.restrictive() != null) {
      text.add(policy.restrictive() ? " AS RESTRICTIVE" : " AS PERMISSIVE");
    }
    if (policy.using() != null) {
      text.add(" FOR SELECT USING ");
      expressions.operand(policy.using(), Precedence.LAMBDA);
    }
    set(" TO ", policy.to());
  }

  void quota(Create.Quota quota) {
    start("QUOTA", quota.mode());
    text.list(quota.names(), text::name);
    StatementPrinter.cluster(text, quota.cluster());
    rename(quota.newName());
    String key = quota.key();
    if (key != null) {
      boolean none = QuotaKey.NONE.word().equals(key);
      text.add(none ? " NOT KEYED" : " KEYED BY " + key.replace("_or_", ", "));
    }
    if (!quota.intervals().isEmpty()) {
      text.add(" ").list(quota.intervals(), this::interval);
    }
    set(" TO ", quota.to());
  }

  private void interval(Create.QuotaInterval interval) {
    text.add("FOR ").add(QuotaInterval.text(interval.seconds(), interval.randomized()));
    if (interval.dropped()) {
      text.add(" NO LIMITS");
    } else if (interval.limits().isEmpty()) {
      text.add(" TRACKING ONLY");
    } else {
      text.add(" MAX ").list(interval.limits(), this::limit);
    }
  }

  private void limit(Create.QuotaLimit limit) {
    text.add(limit.resource());
    value(" = ", limit.most());
  }

  void grant(Grant grant) {
    text.add(grant.revoke() ? "REVOKE" : "GRANT");
    StatementPrinter.cluster(text, grant.cluster());
    UserSet granted = grant.roles();
    boolean roles = granted != null;
    if (grant.revoke() && grant.option()) {
      text.add(roles ? " ADMIN OPTION FOR" : " GRANT OPTION FOR");
    }
    text.add(" ");
    if (granted != null) {
      users(granted);
    } else {
      privileges(grant.privileges());
    }
    text.add(grant.revoke() ? " FROM " : " TO ");
    users(grant.users());
    if (!grant.revoke() && grant.option()) {
      text.add(roles ? " WITH ADMIN OPTION" : " WITH GRANT OPTION");
    }
    text.add(grant.replace() ? " WITH REPLACE OPTION" : "");
  }

  /** Rights next to each other that are about one object share its name. */
  void privileges(List<Grant.Privilege> privileges) {
    List<Grant.Privilege> open = new ArrayList<>();
    String comma = "";
    for (int i = 0; i < privileges.size(); i++) {
      Grant.Privilege privilege = privileges.get(i);
      open.add(privilege);
      boolean last = i == privileges.size() - 1;
      if (last || !privileges.get(i + 1).object().equals(privilege.object())) {
        text.add(comma).list(open, this::privilege).add(" ON ");
        object(privilege.object());
        open.clear();
        comma = ", ";
      }
    }
  }

  private void privilege(Grant.Privilege privilege) {
    text.add(privilege.right());
    if (!privilege.columns().isEmpty()) {
      text.bracketed(privilege.columns(), text::name);
    }
  }
}
