// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.Set;
import java.util.UUID;

/**
 * Some users and roles, or all but some. Immutable.
 *
 * @param all whether these are all but {@code except}
 * @param ids which, if not all
 */
public record EntitySet(boolean all, Set<UUID> ids, Set<UUID> except) {

  public static final EntitySet ALL = new EntitySet(true, Set.of(), Set.of());
  public static final EntitySet NONE = new EntitySet(false, Set.of(), Set.of());

  public EntitySet {
    ids = Set.copyOf(ids);
    except = Set.copyOf(except);
  }

  boolean has(UUID id) {
    return (all || ids.contains(id)) && !except.contains(id);
  }

  /** Whether one of {@code some} is among these and the user is not excepted. */
  boolean matches(UUID user, Set<UUID> roles) {
    if (except.contains(user) || roles.stream().anyMatch(except::contains)) {
      return false;
    }
    return all || ids.contains(user) || roles.stream().anyMatch(ids::contains);
  }
}
