// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds expressions over all columns of a definition, aliases and ephemeral ones among them. */
final class ColumnExpressions {

  private final List<ColumnDefinition> columns;
  private final Schema schema;
  private final PlanningContext context;

  ColumnExpressions(List<ColumnDefinition> columns, PlanningContext context) {
    this.columns = columns;
    this.schema =
        new Schema(columns.stream().map(c -> new Field(c.name(), c.type())).distinct().toList());
    this.context = context;
  }

  /**
   * Binds an expression.
   *
   * @return null if the engine lacks what it names: that is refused where it is computed
   * @throws TwinhouseException what is wrong with it
   */
  @Nullable Expression compile(String text) {
    try {
      return QueryPlanner.compile(text, schema, context);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.NOT_IMPLEMENTED)) {
        return null;
      }
      throw e;
    }
  }

  /** Whether a kept column, or one that it is a part of, has this name. */
  boolean keeps(String name) {
    return columns.stream()
        .filter(c -> c.kind() != Kind.ALIAS && c.kind() != Kind.EPHEMERAL)
        .anyMatch(c -> c.name().equals(name) || name.startsWith(c.name() + "."));
  }

  /** Refuses the name of a column that no part keeps. */
  void requireStored(String name) {
    for (ColumnDefinition column : columns) {
      if (column.name().equals(name) && column.kind() == Kind.EPHEMERAL) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_IDENTIFIER, "Missing columns: '" + name + "' while processing a key");
      }
    }
  }
}
