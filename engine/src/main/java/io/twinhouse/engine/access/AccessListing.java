// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessEntity.Grantee;
import io.twinhouse.engine.access.AccessEntity.Kind;
import io.twinhouse.engine.access.AccessEntity.Profile;
import io.twinhouse.engine.access.AccessEntity.RowPolicy;
import io.twinhouse.engine.access.AccessEntity.User;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is as rows of the system tables about access. A row is the names of columns, each with
 * its value behind it; columns that are left out hold their defaults.
 */
public final class AccessListing {

  private final Permissions permissions;
  private final Entities entities;

  /** Lists what was there when {@code permissions} were found. */
  public AccessListing(Permissions permissions) {
    this.permissions = permissions;
    this.entities = permissions.entities();
  }

  /** The rows of one of these tables; none for a table that is not about access. */
  public List<@Nullable Object[]> rows(String table) {
    return switch (table) {
      case "users" -> users();
      case "roles" -> roles();
      case "grants" -> grants();
      case "role_grants" -> roleGrants();
      case "current_roles" -> sessionRoles(permissions.currentRoles());
      case "enabled_roles" -> enabledRoles();
      case "row_policies" -> rowPolicies();
      case "settings_profiles" -> profiles();
      case "settings_profile_elements" -> profileElements();
      case "privileges" -> privileges();
      case "user_directories" -> directories();
      default -> List.of();
    };
  }

  private static Object[] row(@Nullable Object... namesAndValues) {
    return Arrays.copyOf(namesAndValues, namesAndValues.length);
  }

  private List<Object[]> users() {
    List<Object[]> rows = new ArrayList<>();
    for (AccessEntity entity : entities.all(Kind.USER)) {
      User user = (User) entity;
      EntitySet roles = user.defaultRoles();
      rows.add(
          row(
              "name",
              user.name(),
              "id",
              user.id(),
              "storage",
              user.origin().storage(),
              "auth_type",
              List.of(user.credential().kind().word()),
              "auth_params",
              List.of("{}"),
              "valid_until",
              List.of(0L),
              "host_ip",
              List.of("::/0"),
              "default_roles_all",
              roles.all(),
              "default_roles_list",
              entities.names(roles.ids()),
              "default_roles_except",
              entities.names(roles.except()),
              "grantees_any",
              true,
              "default_database",
              user.defaultDatabase() == null ? "" : user.defaultDatabase()));
    }
    return rows;
  }

  private List<Object[]> roles() {
    return entities.all(Kind.ROLE).stream()
        .map(r -> row("name", r.name(), "id", r.id(), "storage", r.origin().storage()))
        .toList();
  }

  private List<Grantee> grantees() {
    List<Grantee> grantees = new ArrayList<>();
    entities.all(Kind.USER).forEach(user -> grantees.add((Grantee) user));
    entities.all(Kind.ROLE).forEach(role -> grantees.add((Grantee) role));
    return grantees;
  }

  private List<Object[]> grants() {
    List<Object[]> rows = new ArrayList<>();
    for (Grantee grantee : grantees()) {
      for (RightsElement element : grantee.rights().elements()) {
        for (String privilege : element.privileges().names()) {
          for (List<RightsName> path : element.paths()) {
            rows.add(grant(grantee, element, privilege, path));
          }
        }
      }
    }
    return rows;
  }

  private static Object[] grant(
      Grantee grantee, RightsElement element, String privilege, List<RightsName> path) {
    boolean named = element.isNamed();
    return row(
        grantee.kind() == Kind.USER ? "user_name" : "role_name",
        grantee.name(),
        "access_type",
        privilege,
        "access_object",
        named && !path.isEmpty() ? element.objectText() : "",
        "database",
        named || path.isEmpty() ? null : path.get(0).text(),
        "table",
        named || path.size() < 2 ? null : path.get(1).text(),
        "column",
        named || path.size() < 3 ? null : path.get(2).text(),
        "is_partial_revoke",
        element.revoked(),
        "grant_option",
        element.grantOption());
  }

  private List<Object[]> roleGrants() {
    List<Object[]> rows = new ArrayList<>();
    for (Grantee grantee : grantees()) {
      for (Map.Entry<String, UUID> role : byName(grantee.roles().keySet()).entrySet()) {
        boolean byDefault =
            !(grantee instanceof User user) || user.defaultRoles().has(role.getValue());
        rows.add(
            row(
                grantee.kind() == Kind.USER ? "user_name" : "role_name",
                grantee.name(),
                "granted_role_name",
                role.getKey(),
                "granted_role_id",
                role.getValue(),
                "granted_role_is_default",
                byDefault,
                "with_admin_option",
                grantee.roles().getOrDefault(role.getValue(), false)));
      }
    }
    return rows;
  }

  private Map<String, UUID> byName(Set<UUID> ids) {
    Map<String, UUID> named = new TreeMap<>();
    for (UUID id : ids) {
      AccessEntity entity = entities.find(id);
      if (entity != null) {
        named.put(entity.name(), id);
      }
    }
    return named;
  }

  private List<Object[]> sessionRoles(Set<UUID> roles) {
    User user = permissions.entity();
    return byName(roles).entrySet().stream()
        .map(
            role ->
                row(
                    "role_name",
                    role.getKey(),
                    "with_admin_option",
                    user != null && user.roles().getOrDefault(role.getValue(), false),
                    "is_default",
                    user != null && user.defaultRoles().has(role.getValue())))
        .toList();
  }

  private List<Object[]> enabledRoles() {
    List<Object[]> rows = new ArrayList<>();
    for (Object[] role : sessionRoles(permissions.enabledRoles())) {
      Object[] wider = Arrays.copyOf(role, role.length + 2);
      AccessEntity entity = entities.find(Kind.ROLE, String.valueOf(role[1]));
      wider[role.length] = "is_current";
      wider[role.length + 1] = entity != null && permissions.currentRoles().contains(entity.id());
      rows.add(wider);
    }
    return rows;
  }

  private List<Object[]> rowPolicies() {
    List<Object[]> rows = new ArrayList<>();
    for (AccessEntity entity : entities.all(Kind.ROW_POLICY)) {
      RowPolicy policy = (RowPolicy) entity;
      boolean any = policy.table().equals(RowPolicy.ANY_TABLE);
      rows.add(
          row(
              "name",
              policy.name(),
              "short_name",
              policy.shortName(),
              "database",
              policy.database(),
              "table",
              any ? "" : policy.table(),
              "id",
              policy.id(),
              "storage",
              policy.origin().storage(),
              "select_filter",
              policy.filter(),
              "is_restrictive",
              policy.restrictive(),
              "apply_to_all",
              policy.to().all(),
              "apply_to_list",
              entities.names(policy.to().ids()),
              "apply_to_except",
              entities.names(policy.to().except())));
    }
    return rows;
  }

  private List<Object[]> profiles() {
    List<Object[]> rows = new ArrayList<>();
    for (AccessEntity entity : entities.all(Kind.SETTINGS_PROFILE)) {
      Profile profile = (Profile) entity;
      rows.add(
          row(
              "name",
              profile.name(),
              "id",
              profile.id(),
              "storage",
              profile.origin().storage(),
              "num_elements",
              (long) profile.settings().size(),
              "apply_to_all",
              profile.to().all(),
              "apply_to_list",
              entities.names(profile.to().ids()),
              "apply_to_except",
              entities.names(profile.to().except())));
    }
    return rows;
  }

  private List<Object[]> profileElements() {
    List<Object[]> rows = new ArrayList<>();
    entities
        .all(Kind.SETTINGS_PROFILE)
        .forEach(p -> elements(rows, "profile_name", p.name(), ((Profile) p).settings()));
    for (Grantee grantee : grantees()) {
      String column = grantee.kind() == Kind.USER ? "user_name" : "role_name";
      elements(rows, column, grantee.name(), grantee.settings());
    }
    return rows;
  }

  private static void elements(
      Collection<Object[]> rows, String column, String name, List<SettingRule> rules) {
    long index = 0;
    for (SettingRule rule : rules) {
      rows.add(
          row(
              column,
              name,
              "index",
              index++,
              "setting_name",
              rule.profile() == null ? rule.setting() : null,
              "value",
              rule.value(),
              "min",
              rule.min(),
              "max",
              rule.max(),
              "writability",
              rule.writability(),
              "inherit_profile",
              rule.profile()));
    }
  }

  private static List<Object[]> privileges() {
    return Privileges.all().stream()
        .map(
            privilege ->
                row(
                    "privilege",
                    privilege.name(),
                    "aliases",
                    privilege.aliases(),
                    "level",
                    privilege.level() == null ? null : privilege.level().name(),
                    "parent_group",
                    privilege.group().isEmpty() ? null : privilege.group()))
        .toList();
  }

  private static List<Object[]> directories() {
    List<Object[]> rows = new ArrayList<>();
    long precedence = 1;
    for (AccessEntity.Origin origin : AccessEntity.Origin.values()) {
      String storage = origin.storage();
      rows.add(row("name", storage, "type", storage, "params", "{}", "precedence", precedence++));
    }
    return rows;
  }

  /** The definition of one entity; secrets are left out. */
  public String create(Kind kind, String name) {
    return new Definitions(entities).create(entities.get(kind, name), false);
  }

  /** The definition of the user that asks. */
  public String createCurrentUser() {
    return create(Kind.USER, permissions.user());
  }

  /** The definitions of all of a kind, in order of name. */
  public List<String> createAll(Kind kind) {
    Definitions definitions = new Definitions(entities);
    return entities.all(kind).stream().map(entity -> definitions.create(entity, false)).toList();
  }

  /**
   * The definitions of row policies.
   *
   * @param names short ones; empty for all
   * @param database null for any
   * @param table null for any
   */
  public List<String> createPolicies(
      List<String> names, @Nullable String database, @Nullable String table) {
    List<String> texts = new ArrayList<>();
    if (database != null && table != null) {
      // says if one of them is not there
      names.forEach(n -> create(Kind.ROW_POLICY, RowPolicy.name(n, database, table)));
    }
    for (AccessEntity entity : entities.all(Kind.ROW_POLICY)) {
      RowPolicy policy = (RowPolicy) entity;
      boolean meant =
          (names.isEmpty() || names.contains(policy.shortName()))
              && (database == null || database.equals(policy.database()))
              && (table == null || table.equals(policy.table()));
      if (meant) {
        texts.add(create(Kind.ROW_POLICY, policy.name()));
      }
    }
    return texts;
  }

  /** Names of all users, then of all roles. */
  public List<String> granteeNames() {
    return grantees().stream().map(Grantee::name).toList();
  }

  /** Whether this is a user's name. */
  public boolean isUser(String name) {
    return entities.find(Kind.USER, name) != null;
  }

  /** SHOW GRANTS of a user or role; null for the user that asks. */
  public List<String> grants(@Nullable String name) {
    return new Definitions(entities)
        .grants(entities.grantee(name == null ? permissions.user() : name));
  }

  /** SHOW GRANTS FINAL: rights with those of roles, and with what they imply if asked for. */
  public List<String> effectiveGrants(@Nullable String name, boolean implied) {
    Grantee grantee = entities.grantee(name == null ? permissions.user() : name);
    GrantedRights rights = grantee.rights();
    for (UUID id : RoleClosure.of(entities, grantee.roles().keySet())) {
      if (entities.find(id) instanceof Grantee role) {
        rights = rights.union(role.rights());
      }
    }
    return Definitions.grants(grantee.name(), implied ? rights.withImplied() : rights);
  }

  /** SHOW ACCESS: everything that makes all this again. */
  public List<String> everything() {
    List<String> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      all.addAll(createAll(kind));
    }
    for (Grantee grantee : grantees()) {
      all.addAll(new Definitions(entities).grants(grantee));
    }
    return all;
  }

  /** Names of the roles of the session that were set, or of these and all within them. */
  public List<String> roleNames(boolean enabled) {
    return entities.names(enabled ? permissions.enabledRoles() : permissions.currentRoles());
  }
}
