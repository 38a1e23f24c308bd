// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.frontend.Access;
import org.jspecify.annotations.Nullable;

/**
 * Who wants a statement prepared, and within which limits.
 *
 * @param access null but for SQL that nobody has read
 * @param permissions null for what the engine does of itself
 * @param quota that the statement counts against; null for what the engine does of itself
 */
record Asker(
    String user,
    String queryId,
    @Nullable Access access,
    @Nullable Permissions permissions,
    @Nullable EnabledQuota quota) {

  /** The engine itself, in the course of what somebody asked for. */
  static Asker engine(String user) {
    return new Asker(user, "", null, null, null);
  }

  /** The engine itself, for the query that somebody asks. */
  static Asker engine(QueryRequest request) {
    return new Asker(request.user(), request.queryId(), null, null, null);
  }
}
