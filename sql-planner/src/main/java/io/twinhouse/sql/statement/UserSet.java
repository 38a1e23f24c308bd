// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import java.util.List;

/**
 * Some users and roles: {@code bob, alice}, {@code ALL EXCEPT bob}, {@code CURRENT_USER}, {@code
 * NONE} (all empty).
 *
 * @param all ALL, or ANY
 * @param currentUser CURRENT_USER is among them
 */
public record UserSet(
    List<UserName> users, boolean all, boolean currentUser, List<UserName> except) {
  /** Nobody. */
  public static final UserSet NONE = new UserSet(List.of(), false, false, List.of());

  public UserSet {
    users = List.copyOf(users);
    except = List.copyOf(except);
  }

  /** Whether nobody is meant. */
  public boolean isNone() {
    return users.isEmpty() && !all && !currentUser;
  }
}
