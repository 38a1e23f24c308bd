// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Position;
import java.util.List;

/**
 * Statements with PARALLEL WITH between them: none hangs on another, and none has a result.
 *
 * @param statements at least two
 * @param texts each statement as it was written
 */
public record SideBySide(Position position, List<Statement> statements, List<String> texts)
    implements Statement {

  public SideBySide {
    statements = List.copyOf(statements);
    texts = List.copyOf(texts);
  }

  /** Whether a statement has a result, even if it is of no rows. */
  public static boolean hasResult(Statement statement) {
    if (statement instanceof Formatted formatted) {
      return hasResult(formatted.statement());
    }
    return statement instanceof QueryStatement
        || statement instanceof Inspection
        || statement instanceof TableCommand.Check;
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.sideBySide(this);
  }
}
