// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server is told to do. */
public sealed interface ServerCommand extends Statement
    permits ServerCommand.Kill, ServerCommand.SystemCommand {

  /** How KILL goes about it. */
  enum KillMode {
    ASYNC,
    SYNC,
    TEST
  }

  /** {@code KILL QUERY | MUTATION WHERE ...}. */
  record Kill(
      Position position, boolean mutation, @Nullable String cluster, Expr where, KillMode mode)
      implements ServerCommand {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.kill(this);
    }
  }

  /**
   * SYSTEM.
   *
   * @param command its words in capitals, for instance {@code STOP MERGES}
   * @param targets tables or other names it is about; empty for all
   */
  record SystemCommand(
      Position position, String command, @Nullable String cluster, List<Identifier> targets)
      implements ServerCommand {
    public SystemCommand {
      targets = List.copyOf(targets);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.system(this);
    }
  }
}
