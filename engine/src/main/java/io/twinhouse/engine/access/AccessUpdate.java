// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessChange.Define;
import io.twinhouse.engine.access.AccessChange.DefinePolicy;
import io.twinhouse.engine.access.AccessChange.DefineProfile;
import io.twinhouse.engine.access.AccessChange.DefineQuota;
import io.twinhouse.engine.access.AccessChange.DefineRole;
import io.twinhouse.engine.access.AccessChange.DefineUser;
import io.twinhouse.engine.access.AccessChange.Definition;
import io.twinhouse.engine.access.AccessChange.GrantRights;
import io.twinhouse.engine.access.AccessChange.GrantRoles;
import io.twinhouse.engine.access.AccessChange.IntervalChange;
import io.twinhouse.engine.access.AccessChange.Mode;
import io.twinhouse.engine.access.AccessChange.Remove;
import io.twinhouse.engine.access.AccessChange.SetDefaultRoles;
import io.twinhouse.engine.access.AccessEntity.Grantee;
import io.twinhouse.engine.access.AccessEntity.Kind;
import io.twinhouse.engine.access.AccessEntity.Origin;
import io.twinhouse.engine.access.AccessEntity.Profile;
import io.twinhouse.engine.access.AccessEntity.Quota;
import io.twinhouse.engine.access.AccessEntity.Role;
import io.twinhouse.engine.access.AccessEntity.RowPolicy;
import io.twinhouse.engine.access.AccessEntity.User;
import io.twinhouse.engine.access.quota.QuotaInterval;
import io.twinhouse.engine.access.quota.QuotaKey;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one change makes of all entities: all of it, or an error and nothing. */
final class AccessUpdate {

  private final String currentUser;
  private final @Nullable UUID restoredId;
  private Entities entities;

  private AccessUpdate(Entities entities, String currentUser, @Nullable UUID restoredId) {
    this.entities = entities;
    this.currentUser = currentUser;
    this.restoredId = restoredId;
  }

  /** The entities after {@code change}. */
  static Entities apply(Entities before, AccessChange change, String currentUser) {
    return applied(new AccessUpdate(before, currentUser, null), change);
  }

  /** The entities with one that has been there before, under the id it had. */
  static Entities restore(Entities before, AccessChange change, UUID id) {
    return applied(new AccessUpdate(before, "", id), change);
  }

  private static Entities applied(AccessUpdate update, AccessChange change) {
    if (change instanceof Define define) {
      define.definitions().forEach(each -> update.define(define.mode(), each));
    } else if (change instanceof Remove remove) {
      remove.names().forEach(name -> update.remove(remove, name));
    } else if (change instanceof GrantRights grant) {
      update.grant(grant);
    } else if (change instanceof GrantRoles grant) {
      update.grant(grant);
    } else if (change instanceof SetDefaultRoles set) {
      update.setDefaultRoles(set);
    }
    return update.entities;
  }

  private void define(Mode mode, Definition definition) {
    AccessEntity old = entities.find(definition.kind(), definition.name());
    boolean alter = mode == Mode.ALTER || mode == Mode.ALTER_IF_EXISTS;
    if (alter) {
      if (old == null && mode == Mode.ALTER_IF_EXISTS) {
        return;
      }
      old = entities.get(definition.kind(), definition.name());
      Entities.requireChangeable(old, "update");
      requireFree(definition, old);
    } else if (old != null) {
      Entities.requireChangeable(old, "insert");
      if (mode == Mode.CREATE_IF_NOT_EXISTS) {
        return;
      }
      if (mode == Mode.CREATE) {
        throw exists(definition.kind(), definition.name());
      }
    }
    checkProfiles(definition);
    AccessEntity made = made(definition, alter ? old : null, old == null ? null : old.id());
    entities = entities.with(made);
  }

  private void requireFree(Definition definition, AccessEntity old) {
    String name = definition.newName();
    AccessEntity other = name == null ? null : entities.find(definition.kind(), name);
    if (other != null && !other.id().equals(old.id())) {
      throw exists(definition.kind(), String.valueOf(name));
    }
  }

  private static TwinhouseException exists(Kind kind, String name) {
    String text = kind.word() + " `" + name + "`";
    return new TwinhouseException(
        ErrorCode.ACCESS_ENTITY_ALREADY_EXISTS,
        text + ": cannot insert because " + text + " already exists in local_directory");
  }

  private void checkProfiles(Definition definition) {
    List<SettingRule> rules = settings(definition);
    for (SettingRule rule : rules == null ? List.<SettingRule>of() : rules) {
      if (rule.profile() != null) {
        entities.get(Kind.SETTINGS_PROFILE, rule.profile());
      }
    }
  }

  private static @Nullable List<SettingRule> settings(Definition definition) {
    if (definition instanceof DefineUser user) {
      return user.settings();
    }
    if (definition instanceof DefineRole role) {
      return role.settings();
    }
    return definition instanceof DefineProfile profile ? profile.settings() : null;
  }

  private AccessEntity made(Definition definition, @Nullable AccessEntity old, @Nullable UUID id) {
    UUID sameId = id == null ? fresh() : id;
    if (definition instanceof DefineUser user) {
      return user(user, (User) old, sameId);
    }
    if (definition instanceof DefineRole role) {
      Role before = (Role) old;
      return new Role(
          sameId,
          named(role),
          Origin.STATEMENTS,
          or(role.settings(), before == null ? List.of() : before.settings()),
          before == null ? GrantedRights.NONE : before.rights(),
          before == null ? Map.of() : before.roles());
    }
    if (definition instanceof DefineProfile profile) {
      Profile before = (Profile) old;
      return new Profile(
          sameId,
          named(profile),
          Origin.STATEMENTS,
          or(profile.settings(), before == null ? List.of() : before.settings()),
          set(profile.to(), before == null ? EntitySet.NONE : before.to()));
    }
    return definition instanceof DefineQuota quota
        ? quota(quota, (Quota) old, sameId)
        : policy((DefinePolicy) definition, (RowPolicy) old, sameId);
  }

  private UUID fresh() {
    return restoredId == null ? UUID.randomUUID() : restoredId;
  }

  private User user(DefineUser user, @Nullable User before, UUID id) {
    EntitySet oldRoles = before == null ? EntitySet.ALL : before.defaultRoles();
    EntitySet roles =
        user.defaultRoles() == null ? oldRoles : entities.roleSet(user.defaultRoles());
    Map<UUID, Boolean> granted = new HashMap<>(before == null ? Map.of() : before.roles());
    for (UUID role : roles.ids()) {
      if (before == null) {
        granted.put(role, false);
      } else if (!granted.containsKey(role)) {
        throw notGranted(entities.names(Set.of(role)).get(0), "default");
      }
    }
    Credential credential = before == null ? Credential.NONE : before.credential();
    String database = user.defaultDatabase();
    if (database == null && before != null) {
      database = before.defaultDatabase();
    }
    return new User(
        id,
        named(user),
        Origin.STATEMENTS,
        or(user.credential(), credential),
        roles,
        database,
        or(user.settings(), before == null ? List.of() : before.settings()),
        before == null ? GrantedRights.NONE : before.rights(),
        granted);
  }

  private RowPolicy policy(DefinePolicy policy, @Nullable RowPolicy before, UUID id) {
    boolean wasRestrictive = before != null && before.restrictive();
    String filter = policy.filter() == null && before != null ? before.filter() : policy.filter();
    return new RowPolicy(
        id,
        or(policy.newShortName(), policy.shortName()),
        policy.database(),
        policy.table(),
        Origin.STATEMENTS,
        or(policy.restrictive(), wasRestrictive),
        filter,
        set(policy.to(), before == null ? EntitySet.NONE : before.to()));
  }

  private Quota quota(DefineQuota quota, @Nullable Quota before, UUID id) {
    SortedMap<Long, QuotaInterval> intervals = new TreeMap<>();
    for (QuotaInterval interval : before == null ? List.<QuotaInterval>of() : before.intervals()) {
      intervals.put(interval.seconds(), interval);
    }
    for (IntervalChange change : quota.intervals()) {
      if (change.gone()) {
        intervals.remove(change.interval().seconds());
      } else {
        intervals.put(change.interval().seconds(), change.interval());
      }
    }
    return new Quota(
        id,
        named(quota),
        Origin.STATEMENTS,
        or(quota.key(), before == null ? QuotaKey.NONE : before.key()),
        List.copyOf(intervals.values()),
        set(quota.to(), before == null ? EntitySet.NONE : before.to()));
  }

  private static String named(Definition definition) {
    return or(definition.newName(), definition.name());
  }

  private static <T> T or(@Nullable T wanted, T otherwise) {
    return wanted == null ? otherwise : wanted;
  }

  private EntitySet set(@Nullable NameSet names, EntitySet otherwise) {
    return names == null ? otherwise : entities.granteeSet(names, currentUser);
  }

  private void remove(Remove remove, String name) {
    if (remove.ifExists() && entities.find(remove.kind(), name) == null) {
      return;
    }
    AccessEntity entity = entities.get(remove.kind(), name);
    Entities.requireChangeable(entity, "remove");
    entities = entities.without(entity);
  }

  private void grant(GrantRights grant) {
    for (Grantee grantee : grantees(grant.to())) {
      GrantedRights rights = grant.replace() ? GrantedRights.NONE : grantee.rights();
      for (RightsElement element : grant.elements()) {
        rights = grant.revoke() ? rights.revoke(element) : rights.grant(element);
      }
      entities = entities.with(grantee.withRights(rights));
    }
  }

  /** What somebody needs to have, with the option to grant it, for a change of rights. */
  static List<RightsElement> needed(Entities entities, GrantRights grant, String currentUser) {
    List<RightsElement> needed = new ArrayList<>();
    List<Grantee> grantees = new AccessUpdate(entities, currentUser, null).grantees(grant.to());
    for (RightsElement element : grant.elements()) {
      PrivilegeSet some = grant.revoke() ? PrivilegeSet.NONE : element.privileges();
      for (Grantee grantee : grant.revoke() ? grantees : List.<Grantee>of()) {
        // nobody needs to have what is not there to be taken away
        for (List<RightsName> path : element.paths()) {
          PrivilegeSet there = grantee.rights().all().grantedSomewhere(path);
          some = some.with(element.privileges().and(there));
        }
      }
      if (!some.isEmpty()) {
        needed.add(element.limited(some).granted(true));
      }
    }
    return needed;
  }

  private List<Grantee> grantees(NameSet names) {
    EntitySet set = entities.granteeSet(names, currentUser);
    List<Grantee> grantees = new ArrayList<>();
    for (Kind kind : List.of(Kind.USER, Kind.ROLE)) {
      for (AccessEntity entity : entities.all(kind)) {
        // ALL means those that can be changed
        boolean meant = set.has(entity.id());
        if (meant && !(set.all() && entity.origin() == Origin.USERS_FILE)) {
          Entities.requireChangeable(entity, "update");
          grantees.add((Grantee) entity);
        }
      }
    }
    return grantees;
  }

  private void grant(GrantRoles grant) {
    EntitySet roles = entities.roleSet(grant.roles());
    for (Grantee grantee : grantees(grant.to())) {
      Map<UUID, Boolean> now = new HashMap<>(grant.replace() ? Map.of() : grantee.roles());
      for (AccessEntity role : entities.all(Kind.ROLE)) {
        if (roles.has(role.id()) && !grant.revoke()) {
          refuseCycle(role, grantee);
          now.merge(role.id(), grant.adminOption(), Boolean::logicalOr);
        } else if (roles.has(role.id()) && grant.adminOption()) {
          now.computeIfPresent(role.id(), (id, option) -> false);
        } else if (roles.has(role.id())) {
          now.remove(role.id());
        }
      }
      entities = entities.with(grantee.withRoles(now));
    }
  }

  private void refuseCycle(AccessEntity role, Grantee grantee) {
    Set<UUID> within = RoleClosure.of(entities, Set.of(role.id()));
    if (within.contains(grantee.id())) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Granting role `" + role.name() + "` to role `" + grantee.name() + "` makes a circle");
    }
  }

  private void setDefaultRoles(SetDefaultRoles set) {
    EntitySet roles = entities.roleSet(set.roles());
    for (Grantee grantee : grantees(set.users())) {
      if (!(grantee instanceof User user)) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_USER,
            "There is no user `" + grantee.name() + "` in `user directories`.");
      }
      for (UUID id : roles.ids()) {
        if (!user.roles().containsKey(id)) {
          throw notGranted(entities.names(Set.of(id)).get(0), "default");
        }
      }
      entities = entities.with(user.withDefaultRoles(roles));
    }
  }

  static TwinhouseException notGranted(String role, String as) {
    return new TwinhouseException(
        ErrorCode.SET_NON_GRANTED_ROLE,
        "Role " + AccessText.quoted(role) + " should be granted to set as a " + as + ".");
  }
}
