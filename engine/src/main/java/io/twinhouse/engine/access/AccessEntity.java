// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.quota.QuotaInterval;
import io.twinhouse.engine.access.quota.QuotaKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user, role, settings profile, row policy or quota. Immutable. */
public sealed interface AccessEntity {

  /** Tells it from all others, whatever they are called. */
  UUID id();

  /** Its name among its kind; of a row policy {@code name ON db.table}. */
  String name();

  Kind kind();

  /** Where it is from. */
  Origin origin();

  /** The kinds, by the words of statements and errors. */
  enum Kind {
    USER("user"),
    ROLE("role"),
    SETTINGS_PROFILE("settings profile"),
    ROW_POLICY("row policy"),
    QUOTA("quota");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Where entities come from: what the engine was opened with cannot be changed by statements. */
  enum Origin {
    USERS_FILE("users_xml"),
    STATEMENTS("local_directory");

    private final String storage;

    Origin(String storage) {
      this.storage = storage;
    }

    /** As the column storage of system tables has it. */
    public String storage() {
      return storage;
    }
  }

  /** Somebody whom rights and roles are granted to: a user or a role. */
  sealed interface Grantee extends AccessEntity {

    GrantedRights rights();

    /** Roles by id, with whether they may be granted on (ADMIN OPTION). */
    Map<UUID, Boolean> roles();

    List<SettingRule> settings();

    Grantee withRights(GrantedRights newRights);

    Grantee withRoles(Map<UUID, Boolean> newRoles);
  }

  /**
   * A user.
   *
   * @param defaultRoles those of the granted roles that a session begins with
   * @param defaultDatabase null for the engine's
   */
  record User(
      UUID id,
      String name,
      Origin origin,
      Credential credential,
      EntitySet defaultRoles,
      @Nullable String defaultDatabase,
      List<SettingRule> settings,
      GrantedRights rights,
      Map<UUID, Boolean> roles)
      implements Grantee {

    public User {
      settings = List.copyOf(settings);
      roles = Map.copyOf(roles);
    }

    @Override
    public Kind kind() {
      return Kind.USER;
    }

    @Override
    public User withRights(GrantedRights newRights) {
      return new User(
          id, name, origin, credential, defaultRoles, defaultDatabase, settings, newRights, roles);
    }

    @Override
    public User withRoles(Map<UUID, Boolean> newRoles) {
      return new User(
          id, name, origin, credential, defaultRoles, defaultDatabase, settings, rights, newRoles);
    }

    User withDefaultRoles(EntitySet newRoles) {
      return new User(
          id, name, origin, credential, newRoles, defaultDatabase, settings, rights, roles);
    }
  }

  /** A role. */
  record Role(
      UUID id,
      String name,
      Origin origin,
      List<SettingRule> settings,
      GrantedRights rights,
      Map<UUID, Boolean> roles)
      implements Grantee {

    public Role {
      settings = List.copyOf(settings);
      roles = Map.copyOf(roles);
    }

    @Override
    public Kind kind() {
      return Kind.ROLE;
    }

    @Override
    public Role withRights(GrantedRights newRights) {
      return new Role(id, name, origin, settings, newRights, roles);
    }

    @Override
    public Role withRoles(Map<UUID, Boolean> newRoles) {
      return new Role(id, name, origin, settings, rights, newRoles);
    }
  }

  /**
   * A settings profile.
   *
   * @param to users and roles that have it without naming it
   */
  record Profile(UUID id, String name, Origin origin, List<SettingRule> settings, EntitySet to)
      implements AccessEntity {

    public Profile {
      settings = List.copyOf(settings);
    }

    @Override
    public Kind kind() {
      return Kind.SETTINGS_PROFILE;
    }
  }

  /**
   * A row policy.
   *
   * @param table {@code *} for all of the database
   * @param filter the condition's text; null for none, which lets all rows through
   * @param to whom it is for
   */
  record RowPolicy(
      UUID id,
      String shortName,
      String database,
      String table,
      Origin origin,
      boolean restrictive,
      @Nullable String filter,
      EntitySet to)
      implements AccessEntity {

    /** All tables of a database. */
    static final String ANY_TABLE = "*";

    @Override
    public String name() {
      return name(shortName, database, table);
    }

    static String name(String shortName, String database, String table) {
      String quoted = table.equals(ANY_TABLE) ? table : AccessText.quoted(table);
      return AccessText.quoted(shortName) + " ON " + AccessText.quoted(database) + "." + quoted;
    }

    boolean isOf(String wantedDatabase, String wantedTable) {
      return database.equals(wantedDatabase)
          && (table.equals(ANY_TABLE) || table.equals(wantedTable));
    }

    @Override
    public Kind kind() {
      return Kind.ROW_POLICY;
    }
  }

  /**
   * A quota.
   *
   * @param intervals the shortest first
   * @param to whom it is for
   */
  record Quota(
      UUID id,
      String name,
      Origin origin,
      QuotaKey key,
      List<QuotaInterval> intervals,
      EntitySet to)
      implements AccessEntity {

    public Quota {
      intervals = List.copyOf(intervals);
    }

    @Override
    public Kind kind() {
      return Kind.QUOTA;
    }
  }
}
