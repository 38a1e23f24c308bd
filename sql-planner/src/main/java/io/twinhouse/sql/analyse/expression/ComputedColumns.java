// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.parser.SqlParser;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rex.RexNode;

/** ALIAS columns of tables: expressions that are bound where the column is named. */
final class ComputedColumns {

  private ComputedColumns() {}

  static RexNode bind(Scope around, TableColumns table, ColumnDefinition column) {
    Expr expression = SqlParser.parseExpression(String.valueOf(column.expression()));
    Select select = Select.builder().projections(List.of(expression)).build();
    Scope scope = new Scope(around.context(), null, select);
    scope.setColumns(new FromColumns(List.of(table), Map.of(), Map.of()));
    RexNode value = new ExpressionBinder(scope, LambdaFrame.NONE).bind(expression);
    return around.context().rex().cast(value, column.type());
  }
}
