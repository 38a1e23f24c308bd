// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param kind how {@code expression} is used
 * @param expression ClickHouse expression text, null for {@link Kind#PLAIN}
 * @param codec as written within the brackets of CODEC, empty for the default; the embedded store
 *     keeps it and encodes as it sees fit
 * @param ttl ClickHouse expression text of when the value turns into the default, null for never
 */
public record ColumnDefinition(
    String name,
    Type type,
    Kind kind,
    @Nullable String expression,
    String comment,
    String codec,
    @Nullable String ttl) {

  /** A column without CODEC and TTL. */
  public ColumnDefinition(
      String name, Type type, Kind kind, @Nullable String expression, String comment) {
    this(name, type, kind, expression, comment, "", null);
  }

  /** What a column's expression is for. */
  public enum Kind {
    PLAIN,
    DEFAULT,
    MATERIALIZED,
    ALIAS,
    EPHEMERAL
  }

  /** The same column of another type. */
  public ColumnDefinition ofType(Type other) {
    return new ColumnDefinition(name, other, kind, expression, comment, codec, ttl);
  }

  public static ColumnDefinition plain(String name, Type type) {
    return new ColumnDefinition(name, type, Kind.PLAIN, null, "");
  }
}
