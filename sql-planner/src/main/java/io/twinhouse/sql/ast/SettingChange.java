// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import org.jspecify.annotations.Nullable;

/**
 * {@code name = value} in a SETTINGS clause or SET.
 *
 * @param value a {@link Literal}, a {@code map} or {@code array} of them, a parameter, or an
 *     identifier or call where an engine's setting takes one; null for {@code DEFAULT}
 */
public record SettingChange(Position position, String name, @Nullable Expr value) implements Node {

  /** What the names of query parameters begin with, which SET sets too. */
  public static final String PARAMETER = "param_";
}
