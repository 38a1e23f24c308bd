// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Node;
import io.twinhouse.sql.ast.Position;
import java.util.List;

/** One statement. */
public sealed interface Statement extends Node
    permits QueryStatement,
        Formatted,
        Insert,
        Create,
        AlterTable,
        Drop,
        TableCommand,
        Inspection,
        SessionCommand,
        ServerCommand,
        Statement.SideBySide,
        Grant {

  /** Calls the method of {@code visitor} for this kind of statement. */
  <R> R accept(StatementVisitor<R> visitor);

  /** Whether it has a result, even if that is of no rows. */
  default boolean hasResult() {
    return this instanceof QueryStatement
        || this instanceof Inspection
        || this instanceof TableCommand.Check
        || this instanceof Formatted formatted && formatted.statement().hasResult();
  }

  /**
   * Statements with PARALLEL WITH between them: none hangs on another, and none has a result.
   *
   * @param statements at least two
   * @param texts each statement as it was written
   */
  record SideBySide(Position position, List<Statement> statements, List<String> texts)
      implements Statement {

    public SideBySide {
      statements = List.copyOf(statements);
      texts = List.copyOf(texts);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.sideBySide(this);
    }
  }
}
