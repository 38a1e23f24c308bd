// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.WithItem;
import io.twinhouse.sql.statement.TreeParts;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps views from reading tables that were not meant: a name without a database means the database
 * that is current when the view is made, but a kept text is read in the database of the view.
 */
final class ViewScope {

  private ViewScope() {}

  /**
   * Refuses a view of another database whose query leaves databases out.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED with the name to write out
   */
  static void check(TableName view, Query query, String currentDatabase) {
    if (view.database().equals(currentDatabase)) {
      return;
    }
    Set<String> own = new HashSet<>();
    TreeParts.visit(
        query,
        part -> {
          if (part instanceof WithItem.Named named) {
            own.add(named.name());
          }
        });
    TreeParts.visit(
        query,
        part -> {
          if (part instanceof FromItem.Named table
              && table.name().parts().size() == 1
              && !own.contains(table.name().last())) {
            throw new TwinhouseException(
                ErrorCode.NOT_IMPLEMENTED,
                "View "
                    + view
                    + " is not in the current database, so that its tables need theirs: write "
                    + currentDatabase
                    + "."
                    + table.name().last());
          }
        });
  }
}
