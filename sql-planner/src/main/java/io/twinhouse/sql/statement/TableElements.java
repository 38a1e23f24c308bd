// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Node;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the brackets of CREATE TABLE.
 *
 * @param primaryKey {@code PRIMARY KEY} among the columns, or a tuple of the columns that are
 *     marked so; null for none
 */
public record TableElements(
    List<ColumnDefinition> columns,
    List<Index> indexes,
    List<Constraint> constraints,
    List<Projection> projections,
    @Nullable Expr primaryKey) {

  public TableElements {
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
    constraints = List.copyOf(constraints);
    projections = List.copyOf(projections);
  }

  /**
   * {@code INDEX name expression TYPE type GRANULARITY granularity}.
   *
   * @param granularity in granules; 1 when not given
   */
  public record Index(
      Position position, String name, Expr expression, Call type, String granularity)
      implements Node {}

  /** {@code CONSTRAINT name CHECK expression}, or ASSUME. */
  public record Constraint(Position position, String name, boolean assumed, Expr expression)
      implements Node {}

  /** {@code PROJECTION name (SELECT ...)}, a SELECT without FROM. */
  public record Projection(Position position, String name, Select query) implements Node {}
}
