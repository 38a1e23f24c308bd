// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessEntity.Kind;
import io.twinhouse.engine.access.quota.QuotaInterval;
import io.twinhouse.engine.access.quota.QuotaKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of users, roles, profiles, policies, quotas or rights, as a statement asks for it. */
public sealed interface AccessChange {

  /** What is done when there is one of that name, or none. */
  enum Mode {
    CREATE,
    CREATE_IF_NOT_EXISTS,
    CREATE_OR_REPLACE,
    ALTER,
    ALTER_IF_EXISTS
  }

  /** CREATE and ALTER. */
  record Define(Mode mode, List<Definition> definitions) implements AccessChange {
    public Define {
      definitions = List.copyOf(definitions);
    }
  }

  /** DROP of entities by their full names. */
  record Remove(Kind kind, List<String> names, boolean ifExists) implements AccessChange {
    public Remove {
      names = List.copyOf(names);
    }
  }

  /**
   * GRANT and REVOKE of privileges.
   *
   * @param replace what was granted before is taken away first
   */
  record GrantRights(boolean revoke, List<RightsElement> elements, NameSet to, boolean replace)
      implements AccessChange {
    public GrantRights {
      elements = List.copyOf(elements);
    }
  }

  /**
   * GRANT and REVOKE of roles.
   *
   * @param adminOption with the right to grant them on; of REVOKE only that right
   */
  record GrantRoles(boolean revoke, NameSet roles, NameSet to, boolean adminOption, boolean replace)
      implements AccessChange {}

  /** SET DEFAULT ROLE. */
  record SetDefaultRoles(NameSet roles, NameSet users) implements AccessChange {}

  /** What CREATE and ALTER say of one entity; what is null is as before, or by default. */
  sealed interface Definition {

    /** Its full name. */
    String name();

    Kind kind();

    /** The name that ALTER gives it; null for the same. */
    @Nullable String newName();
  }

  /** A user. */
  record DefineUser(
      String name,
      @Nullable String newName,
      @Nullable Credential credential,
      @Nullable NameSet defaultRoles,
      @Nullable String defaultDatabase,
      @Nullable List<SettingRule> settings)
      implements Definition {
    @Override
    public Kind kind() {
      return Kind.USER;
    }
  }

  /** A role. */
  record DefineRole(String name, @Nullable String newName, @Nullable List<SettingRule> settings)
      implements Definition {
    @Override
    public Kind kind() {
      return Kind.ROLE;
    }
  }

  /** A settings profile. */
  record DefineProfile(
      String name,
      @Nullable String newName,
      @Nullable List<SettingRule> settings,
      @Nullable NameSet to)
      implements Definition {
    @Override
    public Kind kind() {
      return Kind.SETTINGS_PROFILE;
    }
  }

  /**
   * A row policy.
   *
   * @param newShortName null for the same
   * @param filter null when not given
   */
  record DefinePolicy(
      String shortName,
      String database,
      String table,
      @Nullable String newShortName,
      @Nullable Boolean restrictive,
      @Nullable String filter,
      @Nullable NameSet to)
      implements Definition {

    @Override
    public String name() {
      return AccessEntity.RowPolicy.name(shortName, database, table);
    }

    @Override
    public @Nullable String newName() {
      return newShortName == null
          ? null
          : AccessEntity.RowPolicy.name(newShortName, database, table);
    }

    @Override
    public Kind kind() {
      return Kind.ROW_POLICY;
    }
  }

  /**
   * A quota.
   *
   * @param key null when not given
   * @param intervals those that are set anew or taken away; others stay
   */
  record DefineQuota(
      String name,
      @Nullable String newName,
      @Nullable QuotaKey key,
      List<IntervalChange> intervals,
      @Nullable NameSet to)
      implements Definition {

    public DefineQuota {
      intervals = List.copyOf(intervals);
    }

    @Override
    public Kind kind() {
      return Kind.QUOTA;
    }
  }

  /**
   * What is said of an interval of a quota.
   *
   * @param gone whether there is to be none of this length
   */
  record IntervalChange(QuotaInterval interval, boolean gone) {}
}
