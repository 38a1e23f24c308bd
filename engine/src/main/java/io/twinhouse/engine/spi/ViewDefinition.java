// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param query ClickHouse SELECT text
 * @param columns what it yields; empty where only the query tells
 * @param target the table that a materialized view writes to, null for an ordinary view
 * @param ownsTarget whether that table came with the view and goes with it
 * @param source the table whose inserts a materialized view sees, null for an ordinary view
 */
public record ViewDefinition(
    TableName name,
    String query,
    String comment,
    List<ColumnDefinition> columns,
    @Nullable TableName target,
    boolean ownsTarget,
    @Nullable TableName source) {

  public ViewDefinition {
    columns = List.copyOf(columns);
  }

  /** An ordinary view. */
  public ViewDefinition(TableName name, String query, String comment) {
    this(name, query, comment, List.of(), null, false, null);
  }

  /** Whether inserts into its source are written to its target. */
  public boolean isMaterialized() {
    return target != null;
  }

  /** The same under another name. */
  public ViewDefinition named(TableName newName) {
    return new ViewDefinition(newName, query, comment, columns, target, ownsTarget, source);
  }
}
