// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.statement.Drop;

/** What statements that take something away may be told to take. */
final class DropTargets {

  private DropTargets() {}

  /**
   * Keeps tables from statements about views; IF EXISTS is no excuse.
   *
   * @throws TwinhouseException INCORRECT_QUERY
   */
  static void requireViews(Drop statement, PlanningContext context) {
    if (statement.kind() != Drop.Kind.VIEW || statement.temporary()) {
      return;
    }
    Storage storage = context.storage();
    for (Identifier identifier : statement.names()) {
      TableName name = CatalogQueries.name(identifier, context);
      if (storage.databases().contains(name.database())
          && storage.table(name).isPresent()
          && storage.view(name).isEmpty()) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_QUERY, "Table " + name + " is not a View.");
      }
    }
  }
}
