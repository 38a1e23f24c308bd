// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Select;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses {@code * REPLACE (e AS c)} where c stands in a window or in QUALIFY, too, of which the
 * server takes some for e and others for the column.
 */
final class ReplacedColumns {

  private ReplacedColumns() {}

  /**
   * @param columnsFirst whether columns go before aliases of their name, though not all of them on
   *     the server
   */
  static void check(Select select, boolean columnsFirst) {
    Set<String> replaced = new HashSet<>();
    for (Expr projection : select.projections()) {
      if (columnsFirst) {
        check(projection, replaced);
      }
      if (projection instanceof ColumnSet set) {
        replaced.addAll(names(set));
      }
    }
    if (!replaced.isEmpty()) {
      List<Expr> others = windows(select);
      if (columnsFirst) {
        addClauses(select, others);
      }
      others.forEach(expression -> check(expression, replaced));
    }
  }

  private static List<String> names(ColumnSet set) {
    return set.transformers().stream()
        .filter(ColumnSet.Replace.class::isInstance)
        .flatMap(replace -> ((ColumnSet.Replace) replace).columns().stream())
        .map(Expr.Aliased::alias)
        .toList();
  }

  private static List<Expr> windows(Select select) {
    List<Expr> expressions = new ArrayList<>();
    add(expressions, select.qualify());
    select.windows().forEach(window -> expressions.addAll(Operands.of(window.definition())));
    return expressions;
  }

  /** Adds what stands in the other clauses behind the projections. */
  private static void addClauses(Select select, List<Expr> expressions) {
    add(expressions, select.prewhere());
    add(expressions, select.where());
    add(expressions, select.having());
    if (select.groupBy() != null) {
      select.groupBy().sets().forEach(expressions::addAll);
    }
    if (select.orderBy() != null) {
      select.orderBy().items().forEach(item -> expressions.add(item.expression()));
    }
    if (select.limitBy() != null) {
      expressions.addAll(select.limitBy().keys());
    }
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
              + " both replaced by REPLACE and named behind it is not supported: give the"
              + " expression an alias of its own");
    }
    Operands.of(expression).forEach(operand -> check(operand, replaced));
  }
}
