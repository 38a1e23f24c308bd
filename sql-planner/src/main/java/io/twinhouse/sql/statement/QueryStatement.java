// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;

/** A query. */
public record QueryStatement(Position position, Query query) implements Statement {
  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.query(this);
  }
}
