// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.List;

/**
 * The roles of who asks, by name.
 *
 * @param current those set, or the default ones
 * @param enabled these and the roles granted to them
 * @param byDefault those that the user's sessions begin with
 */
public record SessionRoles(List<String> current, List<String> enabled, List<String> byDefault) {

  /** Somebody without roles. */
  public static final SessionRoles NONE = new SessionRoles(List.of(), List.of(), List.of());

  public SessionRoles {
    current = List.copyOf(current);
    enabled = List.copyOf(enabled);
    byDefault = List.copyOf(byDefault);
  }
}
