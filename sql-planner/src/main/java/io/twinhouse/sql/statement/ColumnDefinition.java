// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Node;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as declared. In ALTER ... MODIFY all but the name may be missing.
 *
 * @param name with dots for a column within a Nested
 * @param type null when it follows from the default
 * @param nullability NULL or NOT NULL behind the type
 * @param defaultKind null for none
 * @param defaultValue null for an EPHEMERAL column without one, and when there is no default
 * @param autoIncrement whether it was to be counted up by itself, which no column is
 * @param codec the codecs, outermost first; empty for none
 * @param statistics kinds of statistics; empty for none
 */
public record ColumnDefinition(
    Position position,
    String name,
    @Nullable TypeName type,
    Nullability nullability,
    @Nullable DefaultKind defaultKind,
    @Nullable Expr defaultValue,
    boolean autoIncrement,
    @Nullable String comment,
    List<Call> codec,
    List<Call> statistics,
    @Nullable Expr ttl,
    List<SettingChange> settings)
    implements Node {

  public ColumnDefinition {
    codec = List.copyOf(codec);
    statistics = List.copyOf(statistics);
    settings = List.copyOf(settings);
  }

  /** What was said about NULL besides the type. */
  public enum Nullability {
    /** Nothing. */
    UNSPECIFIED,
    NULL,
    NOT_NULL
  }

  /** Where a value comes from that was not inserted. */
  public enum DefaultKind {
    DEFAULT,
    MATERIALIZED,
    ALIAS,
    EPHEMERAL
  }
}
