// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GRANT and REVOKE of privileges or of roles.
 *
 * @param revoke REVOKE
 * @param privileges empty when roles are meant
 * @param roles null when privileges are meant
 * @param option with the option to pass it on; in REVOKE only that option is taken
 * @param replace what was granted before is taken away
 */
public record Grant(
    Position position,
    boolean revoke,
    @Nullable String cluster,
    List<Privilege> privileges,
    @Nullable UserSet roles,
    UserSet users,
    boolean option,
    boolean replace)
    implements Statement {

  public Grant {
    privileges = List.copyOf(privileges);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.grant(this);
  }

  /**
   * A right on an object.
   *
   * @param right its words in capitals, for instance {@code ALTER UPDATE}; names of functions as
   *     written
   * @param columns empty for all
   */
  public record Privilege(String right, List<String> columns, ObjectName object) {
    public Privilege {
      columns = List.copyOf(columns);
    }
  }
}
