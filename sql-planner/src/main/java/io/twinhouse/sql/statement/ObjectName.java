// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import org.jspecify.annotations.Nullable;

/**
 * What a right or a policy is about: {@code *.*}, {@code db.*}, {@code db.t}, {@code t}, {@code
 * db.t*}.
 *
 * @param database null for the current one, {@link #ANY} for all
 * @param table {@link #ANY} for all
 * @param prefix all tables (or, if table is {@link #ANY}, databases) whose names start so
 */
public record ObjectName(@Nullable String database, String table, boolean prefix) {
  /** All of a kind. */
  public static final String ANY = "*";
}
