// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessEntity.Grantee;
import io.twinhouse.engine.access.AccessEntity.Kind;
import io.twinhouse.engine.access.AccessEntity.RowPolicy;
import io.twinhouse.engine.access.AccessEntity.User;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.SessionRoles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do with the roles of a session: their own rights, those of the roles and what
 * comes with them. A snapshot: immutable, equal only to itself, so that what was planned with it
 * can be kept as long as it is in force.
 */
public final class Permissions {

  private static final PrivilegeSet SELECT = PrivilegeSet.of("SELECT");
  private static final PrivilegeSet SHOW_COLUMNS = PrivilegeSet.of("SHOW COLUMNS");

  private final Entities entities;
  private final String user;
  private final @Nullable User entity;
  private final Set<UUID> currentRoles;
  private final Set<UUID> enabledRoles;
  private final GrantedRights rights;
  private final List<RowPolicy> policies = new ArrayList<>();
  private final boolean ordinary;

  Permissions(Entities entities, String name, @Nullable User user, Set<UUID> currentRoles) {
    this.entities = entities;
    this.user = name;
    this.entity = user;
    this.currentRoles = currentRoles;
    this.enabledRoles = RoleClosure.of(entities, currentRoles);
    GrantedRights all = user == null ? StandardRights.OWNER : user.rights();
    for (UUID role : enabledRoles) {
      if (entities.find(role) instanceof Grantee grantee) {
        all = all.union(grantee.rights());
      }
    }
    this.rights = all.withImplied();
    this.ordinary = rights.all().granted(List.of()).contains(StandardRights.ORDINARY.all().here());
    for (AccessEntity policy : entities.all(Kind.ROW_POLICY)) {
      if (user != null && ((RowPolicy) policy).to().matches(user.id(), enabledRoles)) {
        policies.add((RowPolicy) policy);
      }
    }
  }

  /** Whose these are. */
  public String user() {
    return user;
  }

  /** The names of the roles. */
  public SessionRoles roles() {
    if (entity == null || entity.roles().isEmpty()) {
      return SessionRoles.NONE;
    }
    Set<UUID> byDefault = new HashSet<>(entity.roles().keySet());
    byDefault.removeIf(role -> !entity.defaultRoles().has(role));
    return new SessionRoles(
        entities.names(currentRoles), entities.names(enabledRoles), entities.names(byDefault));
  }

  Entities entities() {
    return entities;
  }

  @Nullable User entity() {
    return entity;
  }

  Set<UUID> currentRoles() {
    return currentRoles;
  }

  Set<UUID> enabledRoles() {
    return enabledRoles;
  }

  GrantedRights rights() {
    return rights;
  }

  /** Whether all may be done that has nothing to do with users and rights. */
  public boolean isOrdinary() {
    return ordinary;
  }

  /** Whether every row of every table may be read. */
  public boolean readsEverything() {
    return policies.isEmpty() && rights.all().granted(List.of()).contains(SELECT);
  }

  /**
   * Whether all that {@code element} names is granted, with the option to grant it if it says so.
   */
  public boolean allows(RightsElement element) {
    Rights tree = element.grantOption() ? rights.grantable() : rights.all();
    return element.paths().stream().allMatch(p -> tree.granted(p).contains(element.privileges()));
  }

  /** Whether {@code element} is granted, at least on some part of its object. */
  public boolean allowsSomewhere(RightsElement element) {
    return element.paths().stream()
        .anyMatch(path -> rights.all().grantedSomewhere(path).contains(element.privileges()));
  }

  /**
   * Requires all that {@code element} names.
   *
   * @throws TwinhouseException ACCESS_DENIED
   */
  public void check(RightsElement element) {
    if (!allows(element)) {
      throw denied(element);
    }
  }

  /** Requires that a table may be read, these columns or, if there are none, any of them. */
  public void checkSelect(String database, String table, List<String> columns) {
    RightsElement whole = RightsElement.of(SELECT, database, table);
    if (!columns.isEmpty()) {
      check(whole.onColumns(columns));
    } else if (!allowsSomewhere(whole)) {
      throw denied("SELECT for at least one column on " + whole.objectText());
    }
  }

  private TwinhouseException denied(RightsElement element) {
    RightsElement without = element.granted(false);
    String what = text(element) + (element.grantOption() ? " WITH GRANT OPTION" : "");
    if (element.grantOption() && allows(without)) {
      return refusal("The required privileges have been granted, but without grant option. ", what);
    }
    RightsElement missing = lacking(element);
    boolean partly = !missing.equals(element);
    return refusal("", what + (partly ? ". (Missing permissions: " + text(missing) + ")" : ""));
  }

  /** What of {@code element} is not granted: columns, or privileges. */
  private RightsElement lacking(RightsElement element) {
    Rights tree = element.grantOption() ? rights.grantable() : rights.all();
    if (element.columns().isEmpty()) {
      return element.limited(element.privileges().without(tree.granted(element.paths().get(0))));
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < element.columns().size(); i++) {
      if (!tree.granted(element.paths().get(i)).contains(element.privileges())) {
        columns.add(element.columns().get(i));
      }
    }
    return element.onColumns(columns);
  }

  /** Columns that somebody may not know of are not told to them. */
  private String text(RightsElement element) {
    boolean known =
        element.columns().isEmpty() || allows(element.limited(SHOW_COLUMNS).granted(false));
    return (known ? element : element.onColumns(List.of())).withoutPrefix().toString();
  }

  private TwinhouseException refusal(String before, String right) {
    return new TwinhouseException(
        ErrorCode.ACCESS_DENIED,
        user
            + ": Not enough privileges. "
            + before
            + "To execute this query, it's necessary to have the grant "
            + right
            + ".");
  }

  /** The refusal to do what takes {@code right}, in the server's words. */
  public TwinhouseException denied(String right) {
    return refusal("", right);
  }

  /**
   * Which rows of a table are to be seen: one permissive policy must let a row through, if there
   * are any, and all restrictive ones; an expression over the table's columns, null for all rows.
   */
  public @Nullable String rowCondition(String database, String table) {
    List<String> permissive = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (RowPolicy policy : policies) {
      if (policy.isOf(database, table)) {
        String condition = policy.filter() == null ? "1" : "(" + policy.filter() + ")";
        (policy.restrictive() ? all : permissive).add(condition);
      }
    }
    if (!permissive.isEmpty()) {
      all.add("(" + String.join(" OR ", permissive) + ")");
    }
    return all.isEmpty() ? null : String.join(" AND ", all);
  }

  /** Requires that a role may be granted and revoked: ROLE ADMIN, or the role with ADMIN OPTION. */
  void checkAdmin(AccessEntity role) {
    boolean admin = allows(RightsElement.of(PrivilegeSet.of("ROLE ADMIN")));
    for (UUID id : enabledRoles) {
      if (entities.find(id) instanceof Grantee grantee) {
        admin |= grantee.roles().getOrDefault(role.id(), false);
      }
    }
    if (entity != null) {
      admin |= entity.roles().getOrDefault(role.id(), false);
    }
    if (!admin) {
      throw new TwinhouseException(
          ErrorCode.ACCESS_DENIED,
          "Not enough privileges. To execute this query, it's necessary to have the role "
              + AccessText.quoted(role.name())
              + " granted with ADMIN option.");
    }
  }
}
