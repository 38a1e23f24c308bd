// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.rel.Relations;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/**
 * The columns of a view, by the names, in the order and of the types that it was made with: what
 * its query yields may have changed since then, or may have been declared otherwise at once.
 */
final class DeclaredColumns {

  private DeclaredColumns() {}

  /** What the view's query yields, as the view declares it. */
  static Relation of(Relation rows, ViewDefinition view, AnalysisContext context, Scope scope) {
    List<String> names = view.columns().stream().map(ColumnDefinition::name).toList();
    List<Type> types = view.columns().stream().map(ColumnDefinition::type).toList();
    if (names.isEmpty() || names.equals(rows.names()) && types.equals(rows.types())) {
      return rows;
    }
    List<RexNode> yielded = rows.columns(context.rex());
    List<RexNode> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int at = rows.names().indexOf(names.get(i));
      if (at < 0) {
        throw Failures.of(
            ErrorCode.UNKNOWN_IDENTIFIER,
            "Unknown expression identifier `"
                + names.get(i)
                + "`: the query of view "
                + view.name()
                + " yields no such column. In scope "
                + scope.text());
      }
      columns.add(context.rex().cast(yielded.get(at), types.get(i)));
    }
    return new Relation(Relations.project(rows.rel(), columns, names), names);
  }
}
