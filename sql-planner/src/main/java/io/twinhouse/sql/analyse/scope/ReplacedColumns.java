// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code * REPLACE (e AS c)} where c stands elsewhere in the SELECT, too: on the server it
 * means e there, by the rules of aliases, and here it would be the column.
 */
final class ReplacedColumns {

  private ReplacedColumns() {}

  static void check(Select select) {
    Set<String> replaced =
        select.projections().stream()
            .filter(ColumnSet.class::isInstance)
            .flatMap(set -> ((ColumnSet) set).transformers().stream())
            .filter(ColumnSet.Replace.class::isInstance)
            .flatMap(replace -> ((ColumnSet.Replace) replace).columns().stream())
            .map(Expr.Aliased::alias)
            .collect(Collectors.toSet());
    if (!replaced.isEmpty()) {
      elsewhere(select).forEach(expression -> check(expression, replaced));
    }
  }

  /** What stands in the clauses behind the projections. */
  private static List<Expr> elsewhere(Select select) {
    List<Expr> expressions = new ArrayList<>();
    add(expressions, select.prewhere());
    add(expressions, select.where());
    add(expressions, select.having());
    add(expressions, select.qualify());
    if (select.groupBy() != null) {
      select.groupBy().sets().forEach(expressions::addAll);
    }
    if (select.orderBy() != null) {
      select.orderBy().items().forEach(item -> expressions.add(item.expression()));
    }
    if (select.limitBy() != null) {
      expressions.addAll(select.limitBy().keys());
    }
    return expressions;
  }

  private static void add(List<Expr> expressions, @Nullable Expr expression) {
    if (expression != null) {
      expressions.add(expression);
    }
  }

  private static void check(Expr expression, Set<String> replaced) {
    if (expression instanceof Identifier column
        && column.path().size() == 1
        && replaced.contains(column.path().get(0))) {
      throw Failures.of(
          ErrorCode.NOT_IMPLEMENTED,
          "The column "
              + column.path().get(0)
              + " both replaced by REPLACE and named in another clause is not supported: give the"
              + " expression an alias of its own");
    }
    Operands.of(expression).forEach(operand -> check(operand, replaced));
  }
}
