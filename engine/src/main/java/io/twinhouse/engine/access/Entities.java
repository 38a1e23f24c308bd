// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessEntity.Grantee;
import io.twinhouse.engine.access.AccessEntity.Kind;
import io.twinhouse.engine.access.AccessEntity.Origin;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All there are, by kind and name and by id. Immutable. */
final class Entities {

  static final Entities NONE = new Entities(Map.of());

  private final Map<UUID, AccessEntity> byId;
  private final Map<Kind, TreeMap<String, AccessEntity>> byName = new EnumMap<>(Kind.class);

  private Entities(Map<UUID, AccessEntity> byId) {
    this.byId = byId;
    for (Kind kind : Kind.values()) {
      byName.put(kind, new TreeMap<>());
    }
    byId.values().forEach(entity -> named(entity.kind()).put(entity.name(), entity));
  }

  private TreeMap<String, AccessEntity> named(Kind kind) {
    return byName.computeIfAbsent(kind, none -> new TreeMap<>());
  }

  Entities with(AccessEntity entity) {
    Map<UUID, AccessEntity> more = new HashMap<>(byId);
    more.put(entity.id(), entity);
    return new Entities(more);
  }

  /** These without one, whose roles nobody has any more. */
  Entities without(AccessEntity gone) {
    Map<UUID, AccessEntity> fewer = new HashMap<>(byId);
    fewer.remove(gone.id());
    fewer.replaceAll(
        (id, entity) -> {
          if (!(entity instanceof Grantee grantee) || !grantee.roles().containsKey(gone.id())) {
            return entity;
          }
          Map<UUID, Boolean> roles = new HashMap<>(grantee.roles());
          roles.remove(gone.id());
          return grantee.withRoles(roles);
        });
    return new Entities(fewer);
  }

  /** Those of a kind, in order of name. */
  Collection<AccessEntity> all(Kind kind) {
    return List.copyOf(named(kind).values());
  }

  Collection<AccessEntity> all() {
    return byId.values();
  }

  @Nullable AccessEntity find(Kind kind, String name) {
    return named(kind).get(name);
  }

  @Nullable AccessEntity find(UUID id) {
    return byId.get(id);
  }

  /**
   * The one of this name.
   *
   * @throws TwinhouseException UNKNOWN_USER, UNKNOWN_ROLE, THERE_IS_NO_PROFILE, UNKNOWN_ROW_POLICY,
   *     UNKNOWN_QUOTA
   */
  AccessEntity get(Kind kind, String name) {
    AccessEntity entity = find(kind, name);
    if (entity == null) {
      ErrorCode code =
          switch (kind) {
            case USER -> ErrorCode.UNKNOWN_USER;
            case ROLE -> ErrorCode.UNKNOWN_ROLE;
            case SETTINGS_PROFILE -> ErrorCode.THERE_IS_NO_PROFILE;
            case ROW_POLICY -> ErrorCode.UNKNOWN_ROW_POLICY;
            case QUOTA -> ErrorCode.UNKNOWN_QUOTA;
          };
      throw new TwinhouseException(
          code, "There is no " + kind.word() + " `" + name + "` in `user directories`.");
    }
    return entity;
  }

  /** A user or, if there is none of that name, a role. */
  Grantee grantee(String name) {
    AccessEntity user = find(Kind.USER, name);
    return (Grantee) (user == null ? get(Kind.ROLE, name) : user);
  }

  /** The ids of users and roles. */
  EntitySet granteeSet(NameSet names, String currentUser) {
    return resolved(names, currentUser, name -> grantee(name).id());
  }

  /** The ids of roles. */
  EntitySet roleSet(NameSet names) {
    return resolved(names, "", name -> get(Kind.ROLE, name).id());
  }

  private interface Resolver {
    UUID id(String name);
  }

  private static EntitySet resolved(NameSet names, String currentUser, Resolver resolver) {
    Set<UUID> ids = new LinkedHashSet<>();
    names.names().forEach(name -> ids.add(resolver.id(name)));
    if (names.currentUser()) {
      ids.add(resolver.id(currentUser));
    }
    Set<UUID> except = new LinkedHashSet<>();
    names.except().forEach(name -> except.add(resolver.id(name)));
    return new EntitySet(names.all(), ids, except);
  }

  /** Names of ids, in order; those that are gone are left out. */
  List<String> names(Set<UUID> ids) {
    List<String> names = new ArrayList<>();
    for (UUID id : ids) {
      AccessEntity entity = byId.get(id);
      if (entity != null) {
        names.add(entity.name());
      }
    }
    names.sort(null);
    return names;
  }

  static void requireChangeable(AccessEntity entity, String verb) {
    if (entity.origin() == Origin.USERS_FILE) {
      throw new TwinhouseException(
          ErrorCode.ACCESS_STORAGE_READONLY,
          "Cannot "
              + verb
              + " "
              + entity.kind().word()
              + " `"
              + entity.name()
              + "` "
              + (verb.equals("update") ? "in" : verb.equals("insert") ? "to" : "from")
              + " users_xml because this storage is readonly.");
    }
  }
}
