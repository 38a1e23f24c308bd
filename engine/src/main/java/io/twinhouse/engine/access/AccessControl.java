// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessChange.GrantRights;
import io.twinhouse.engine.access.AccessChange.GrantRoles;
import io.twinhouse.engine.access.AccessEntity.Kind;
import io.twinhouse.engine.access.AccessEntity.Origin;
import io.twinhouse.engine.access.AccessEntity.Profile;
import io.twinhouse.engine.access.AccessEntity.Quota;
import io.twinhouse.engine.access.AccessEntity.User;
import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.access.quota.QuotaAccounts;
import io.twinhouse.engine.access.quota.QuotaClient;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The users, roles, profiles, policies and quotas of one engine: those it was opened with, which no
 * statement changes, and those that statements made, which are kept with the store. Thread-safe.
 */
public final class AccessControl {

  /** Beyond this many users and sets of roles what they may do is found anew each time. */
  private static final int MOST_KNOWN = 1000;

  private final @Nullable AccessFiles files;
  private final QuotaAccounts accounts;
  private volatile State state = new State(Entities.NONE);

  /** Entities, and what users of whom something was asked may do with them. */
  private static final class State {
    final Entities entities;
    final Map<Asked, Permissions> known = new ConcurrentHashMap<>();

    State(Entities entities) {
      this.entities = entities;
    }
  }

  /** A user with the roles that a session set, empty for the default ones. */
  private record Asked(String user, Optional<Set<UUID>> roles) {}

  /**
   * @param files where statements' entities are kept, null for memory alone
   * @param clock by which intervals of quotas begin and end
   */
  public AccessControl(@Nullable AccessFiles files, Clock clock) {
    this.files = files;
    accounts = new QuotaAccounts(clock);
    if (files != null) {
      state = new State(files.read());
    }
    profile("default", List.of());
    profile("readonly", List.of(SettingRule.value("readonly", "1")));
    load(AccountRules.ofOrdinary("default", Credential.plaintext("")));
  }

  /** One of the profiles that every server has. */
  private void profile(String name, List<SettingRule> rules) {
    keep(
        state.entities.with(
            new Profile(id("profile " + name), name, Origin.USERS_FILE, rules, EntitySet.NONE)));
  }

  /** The same for the same name, so that what refers to it holds from one opening to the next. */
  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Lets a user in whom the engine's opener names, in place of one of that name. */
  public synchronized void load(AccountRules account) {
    AccessEntity stored = state.entities.find(Kind.USER, account.name());
    if (stored != null && stored.origin() == Origin.STATEMENTS) {
      // what the opener says holds, as on a server whose users.xml comes first
      keep(state.entities.without(stored));
    }
    keep(
        state.entities.with(
            new User(
                id("user " + account.name()),
                account.name(),
                Origin.USERS_FILE,
                account.credential(),
                EntitySet.ALL,
                null,
                account.settings(),
                StandardRights.of(account.administration()),
                Map.of())));
  }

  private void keep(Entities after) {
    state = new State(after);
  }

  /** Forgets a user that was loaded. */
  public synchronized void unload(String name) {
    AccessEntity known = state.entities.find(Kind.USER, name);
    if (known != null && known.origin() == Origin.USERS_FILE) {
      keep(state.entities.without(known));
    }
  }

  /** Whether a user of this name comes in by {@code password}. */
  public boolean admits(String name, String password) {
    return state.entities.find(Kind.USER, name) instanceof User user
        && user.credential().admits(password);
  }

  /** What a user may do whose session has its default roles. */
  public Permissions permissions(String name) {
    return permissions(name, null);
  }

  /**
   * What a user may do.
   *
   * @param roles current ones by id, null for the default ones
   */
  public Permissions permissions(String name, @Nullable Set<UUID> roles) {
    State now = state;
    // the same object for the same question: what is planned with it can be found again
    return now.known.size() > MOST_KNOWN
        ? found(now.entities, name, roles)
        : now.known.computeIfAbsent(
            new Asked(name, Optional.ofNullable(roles)), asked -> found(now.entities, name, roles));
  }

  private static Permissions found(Entities now, String name, @Nullable Set<UUID> roles) {
    User user = (User) now.find(Kind.USER, name);
    if (user == null) {
      return new Permissions(now, name, null, Set.of());
    }
    Set<UUID> current = new LinkedHashSet<>();
    for (UUID role : user.roles().keySet()) {
      boolean chosen = roles == null ? user.defaultRoles().has(role) : roles.contains(role);
      if (chosen) {
        current.add(role);
      }
    }
    return new Permissions(now, name, user, current);
  }

  /** Whether nothing has changed since {@code permissions} were found. */
  public boolean isCurrent(Permissions permissions) {
    return permissions.entities() == state.entities;
  }

  /**
   * The quota that a user's query counts against: the first by name that is for the user or one of
   * the roles.
   *
   * @throws TwinhouseException QUOTA_REQUIRES_CLIENT_KEY
   */
  public EnabledQuota quota(Permissions permissions, QuotaClient client) {
    User user = permissions.entity();
    for (AccessEntity entity : permissions.entities().all(Kind.QUOTA)) {
      Quota quota = (Quota) entity;
      if (user != null
          && client.counted()
          && quota.to().matches(user.id(), permissions.enabledRoles())) {
        String key = key(quota, user.name(), client);
        return new EnabledQuota(
            user.name(),
            accounts.account(quota.id(), quota.name(), quota.intervals(), key),
            accounts);
      }
    }
    return new EnabledQuota(permissions.user(), null, accounts);
  }

  private static String key(Quota quota, String user, QuotaClient client) {
    boolean named = !client.key().isEmpty();
    return switch (quota.key()) {
      case NONE -> "";
      case USER_NAME -> user;
      case IP_ADDRESS -> client.address();
      case FORWARDED_IP_ADDRESS -> client.forwarded();
      case CLIENT_KEY_OR_USER_NAME -> named ? client.key() : user;
      case CLIENT_KEY_OR_IP_ADDRESS -> named ? client.key() : client.address();
      case CLIENT_KEY -> {
        if (!named) {
          throw new TwinhouseException(
              ErrorCode.QUOTA_REQUIRES_CLIENT_KEY,
              "Quota " + quota.name() + " (for user " + user + ") requires a client supplied key.");
        }
        yield client.key();
      }
    };
  }

  /** The database that a user's sessions begin in; null for the engine's default. */
  public @Nullable String defaultDatabase(String name) {
    return state.entities.find(Kind.USER, name) instanceof User user
        ? user.defaultDatabase()
        : null;
  }

  /** What the rules of a user, their profiles and roles make of settings. */
  public SettingLimits settings(Permissions permissions) {
    User user = permissions.entity();
    if (user == null) {
      return SettingLimits.NONE;
    }
    Entities now = permissions.entities();
    SettingLimits.Builder limits = new SettingLimits.Builder();
    for (AccessEntity profile : now.all(Kind.SETTINGS_PROFILE)) {
      if (((Profile) profile).to().matches(user.id(), permissions.enabledRoles())) {
        add(((Profile) profile).settings(), now, limits, 0);
      }
    }
    for (UUID id : permissions.enabledRoles()) {
      if (now.find(id) instanceof AccessEntity.Role role) {
        add(role.settings(), now, limits, 0);
      }
    }
    add(user.settings(), now, limits, 0);
    return limits.build();
  }

  private static void add(
      List<SettingRule> rules, Entities now, SettingLimits.Builder limits, int depth) {
    if (depth > 32) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Settings profiles inherit in a circle");
    }
    for (SettingRule rule : rules) {
      if (rule.profile() == null) {
        limits.add(rule);
      } else if (now.find(Kind.SETTINGS_PROFILE, rule.profile()) instanceof Profile profile) {
        add(profile.settings(), now, limits, depth + 1);
      }
    }
  }

  /**
   * The ids of roles that a user sets as current.
   *
   * @throws TwinhouseException UNKNOWN_ROLE, SET_NON_GRANTED_ROLE
   */
  public Set<UUID> currentRoles(String name, NameSet roles) {
    Entities now = state.entities;
    EntitySet set = now.roleSet(roles);
    User user = (User) now.find(Kind.USER, name);
    Set<UUID> granted = user == null ? Set.of() : user.roles().keySet();
    for (UUID id : set.ids()) {
      if (!granted.contains(id)) {
        throw AccessUpdate.notGranted(now.names(Set.of(id)).get(0), "current");
      }
    }
    Set<UUID> current = new LinkedHashSet<>();
    for (UUID id : granted) {
      if (set.has(id)) {
        current.add(id);
      }
    }
    return current;
  }

  /**
   * Does what a statement asks for, all of it or nothing, and keeps it.
   *
   * @throws TwinhouseException ACCESS_DENIED, UNKNOWN_USER, UNKNOWN_ROLE,
   *     ACCESS_ENTITY_ALREADY_EXISTS, ACCESS_STORAGE_READONLY, ...
   */
  public synchronized void change(AccessChange change, Permissions by) {
    if (change instanceof GrantRoles grant) {
      EntitySet roles = state.entities.roleSet(grant.roles());
      state.entities.all(Kind.ROLE).stream().filter(r -> roles.has(r.id())).forEach(by::checkAdmin);
    }
    if (change instanceof GrantRights grant) {
      AccessUpdate.needed(state.entities, grant, by.user()).forEach(by::check);
    }
    Entities after = AccessUpdate.apply(state.entities, change, by.user());
    if (files != null) {
      files.write(state.entities, after);
    }
    Entities before = state.entities;
    keep(after);
    follow(before, after);
  }

  /** Accounts go on by the quotas as they are now. */
  private void follow(Entities before, Entities after) {
    for (AccessEntity entity : before.all(Kind.QUOTA)) {
      AccessEntity now = after.find(entity.id());
      if (now == null) {
        accounts.forget(entity.id());
      } else if (!now.equals(entity)) {
        accounts.define(now.id(), now.name(), ((Quota) now).intervals());
      }
    }
  }
}
