// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import org.jspecify.annotations.Nullable;

/**
 * By whose rights a view reads.
 *
 * @param definer a user; null when not given or CURRENT_USER
 * @param currentUser {@code DEFINER = CURRENT_USER}
 * @param kind null when SQL SECURITY was not given
 */
public record ViewSecurity(@Nullable UserName definer, boolean currentUser, @Nullable Kind kind) {
  /** The kinds of SQL SECURITY. */
  public enum Kind {
    DEFINER,
    INVOKER,
    NONE
  }
}
