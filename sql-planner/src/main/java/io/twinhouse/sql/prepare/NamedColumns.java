// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.TableElements;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code CREATE VIEW v (a, b) AS SELECT x, y}: names without types are aliases of what each SELECT
 * of the query lists.
 */
final class NamedColumns {

  private NamedColumns() {}

  /**
   * The view with its names in its query, or as it is where its columns have types.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for as many names as the query has not columns
   */
  static Create.View of(Create.View view) {
    TableElements elements = view.elements();
    boolean named =
        elements != null
            && !elements.columns().isEmpty()
            && elements.columns().stream().allMatch(column -> column.type() == null);
    if (!named || elements == null) {
      return view;
    }
    if (view.to() != null) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR,
          "When creating a materialized view you can't declare both 'ENGINE' and 'TO"
              + " [db].[table]'.");
    }
    List<String> names = elements.columns().stream().map(column -> column.name()).toList();
    return view.withColumns(null).withQuery(aliased(view.query(), names));
  }

  private static Query aliased(Query query, List<String> names) {
    if (query instanceof SetOperation operation) {
      List<Query> operands = operation.operands().stream().map(q -> aliased(q, names)).toList();
      return new SetOperation(
          operation.position(), operation.kind(), operation.quantifier(), operands);
    }
    Select select = (Select) query;
    List<Expr> projections = select.projections();
    if (projections.stream().anyMatch(ColumnSet.class::isInstance)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot use column aliases with asterisk (*) or COLUMNS matcher in SELECT list of a view"
              + " definition. Please list the columns explicitly.");
    }
    if (projections.size() != names.size()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Number of aliases does not match number of expressions in SELECT list.");
    }
    List<Expr> aliased = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Expr written = projections.get(i);
      Expr inner = written instanceof Expr.Aliased known ? known.expression() : written;
      aliased.add(new Expr.Aliased(written.position(), inner, names.get(i)));
    }
    return select.toBuilder().projections(aliased).build();
  }
}
