// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;

/** One item of a WITH clause. */
public sealed interface WithItem extends Node permits WithItem.Named, WithItem.Expression {

  /**
   * {@code name (columns) AS (query)}: a query that FROM, JOIN and IN may name.
   *
   * @param columns new names for its columns; empty for none
   * @param materialized {@code AS MATERIALIZED}
   */
  record Named(
      Position position, String name, List<String> columns, boolean materialized, Query query)
      implements WithItem {
    public Named {
      columns = List.copyOf(columns);
    }
  }

  /** {@code expression AS name}, or an expression without a name, which does nothing. */
  record Expression(Position position, Expr expression) implements WithItem {}
}
