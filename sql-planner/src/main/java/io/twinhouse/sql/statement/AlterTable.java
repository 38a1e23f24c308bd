// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE with one or more actions, done in their order. */
public record AlterTable(
    Position position, Identifier table, @Nullable String cluster, List<AlterAction> actions)
    implements Statement {
  public AlterTable {
    actions = List.copyOf(actions);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.alterTable(this);
  }
}
