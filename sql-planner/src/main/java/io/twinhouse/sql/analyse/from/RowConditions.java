// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.frontend.Access;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.expression.ExpressionBinder;
import io.twinhouse.sql.analyse.from.FromBinder.From;
import io.twinhouse.sql.analyse.scope.AliasCollector;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.math.BigInteger;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/**
 * Leaves of each table the rows that its reader may see, and of those the ones that SAMPLE takes.
 * What may not be read at all is only noted down here: as on the server, what else is wrong with a
 * query is said first.
 */
final class RowConditions {

  private static final TableName ONE = new TableName("system", "one");

  private final AnalysisContext context;

  RowConditions(Scope scope) {
    this.context = scope.context();
  }

  void checkSystem(TableName table) {
    context.dependencies().readSystem(table);
    if (context.access() != null && !table.equals(ONE)) {
      context.deny(table);
    }
  }

  From limited(TableName table, From from) {
    String policy = context.rowPolicy(table);
    From seen = policy == null ? from : filtered(from, policy);
    Access access = context.access();
    if (access == null) {
      return seen;
    }
    String condition = access.condition(table);
    if (condition == null) {
      context.deny(table);
      return seen;
    }
    return condition.isEmpty() ? seen : filtered(seen, condition);
  }

  /**
   * The rows whose sampling key lies in a share of all values of its type.
   *
   * @param key the table's sampling key, an unsigned integer
   */
  From sampled(From from, String key, SampledShare share) {
    Type type = RexFactory.typeOf(bind(SqlParser.parseExpression(key), from));
    if (!(type instanceof IntegerType integer) || integer.signed() || integer.bits() > 64) {
      throw Failures.notImplemented("SAMPLE by a key of type " + type.name());
    }
    BigInteger lower = share.lower(integer.bits());
    BigInteger upper = share.upper(integer.bits());
    if (lower.bitLength() > integer.bits()) {
      return filtered(from, "0");
    }
    From rest = lower.signum() == 0 ? from : filtered(from, "(" + key + ") >= " + lower);
    return upper.bitLength() > integer.bits() ? rest : filtered(rest, "(" + key + ") < " + upper);
  }

  private From filtered(From from, String condition) {
    return new From(
        Relations.filter(
            from.rel(), context.rex().truth(bind(SqlParser.parseExpression(condition), from))),
        from.columns());
  }

  /** Only the table's own columns are in sight, whatever the query calls by their names. */
  private RexNode bind(Expr condition, From from) {
    Select select = Select.builder().projections(List.of(condition)).build();
    Scope own = new Scope(context, null, select);
    own.setColumns(from.columns());
    AliasCollector.collect(own, List.of());
    return new ExpressionBinder(own, LambdaFrame.NONE).bind(condition);
  }
}
