// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessEntity.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Roles and the roles that are granted to them, and so on. */
final class RoleClosure {

  private RoleClosure() {}

  static Set<UUID> of(Entities entities, Set<UUID> roles) {
    Set<UUID> all = new LinkedHashSet<>();
    Deque<UUID> open = new ArrayDeque<>(roles);
    while (!open.isEmpty()) {
      UUID id = open.remove();
      if (entities.find(id) instanceof Role role && all.add(id)) {
        open.addAll(role.roles().keySet());
      }
    }
    return all;
  }
}
