// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes a session. */
public sealed interface SessionCommand extends Statement
    permits SessionCommand.Use, SessionCommand.Set, SessionCommand.SetRole {

  /** {@code USE db}. */
  record Use(Position position, String database) implements SessionCommand {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.use(this);
    }
  }

  /** {@code SET a = 1, b = 2}. */
  record Set(Position position, List<SettingChange> settings) implements SessionCommand {
    public Set {
      settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.set(this);
    }
  }

  /**
   * {@code SET ROLE roles} and {@code SET DEFAULT ROLE roles TO users}.
   *
   * @param roles null for {@code SET ROLE DEFAULT}
   * @param users null for SET ROLE
   */
  record SetRole(Position position, @Nullable UserSet roles, @Nullable UserSet users)
      implements SessionCommand {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.setRole(this);
    }
  }
}
