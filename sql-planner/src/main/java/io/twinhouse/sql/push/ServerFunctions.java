// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.push;

import io.twinhouse.engine.expression.Expression.SetSource;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.GroupingSetsAggregate;
import io.twinhouse.sql.rel.InSetOperator;
import io.twinhouse.sql.rel.LambdaOperator;
import io.twinhouse.sql.rel.ScalarSubqueryOperator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.sql.SqlOperator;

/** Whether a server has all functions that a node or an expression calls. */
final class ServerFunctions {

  private static final Pattern COMBINATORS =
      Pattern.compile(
          "(.+?)(?:If|Array|Map|SimpleState|State|Merge|MergeState|ForEach|Distinct|OrDefault"
              + "|OrNull|Resample|ArgMin|ArgMax)*");

  private final Storage server;

  ServerFunctions(Storage server) {
    this.server = server;
  }

  /** Whether the server has what the node itself calls; its inputs are not looked at. */
  boolean has(RelNode node) {
    Finder finder = new Finder();
    node.accept(finder);
    return !finder.missing && aggregates(node).stream().allMatch(this::hasAggregate);
  }

  boolean has(RexNode expression) {
    Finder finder = new Finder();
    expression.accept(finder);
    return !finder.missing;
  }

  private static List<AggregateCall> aggregates(RelNode node) {
    if (node instanceof Aggregate aggregate) {
      return aggregate.getAggCallList();
    }
    return node instanceof GroupingSetsAggregate sets ? sets.calls() : List.of();
  }

  private boolean hasAggregate(AggregateCall call) {
    String name = ((AggregateOperator) call.getAggregation()).function();
    Matcher combined = COMBINATORS.matcher(name);
    return server.hasFunction(name) || combined.matches() && server.hasFunction(combined.group(1));
  }

  /** Sub-queries are other plans, which are pushed by themselves, or not. */
  private boolean isRunThere(SqlOperator operator) {
    if (operator instanceof FunctionOperator function) {
      return server.hasFunction(function.getName());
    }
    return !(operator instanceof ScalarSubqueryOperator)
        && !(operator instanceof InSetOperator in && in.source() instanceof SetSource.Subquery);
  }

  private final class Finder extends RexShuttle {
    private boolean missing;

    @Override
    public RexNode visitCall(RexCall call) {
      missing |= !isRunThere(call.getOperator());
      if (call.getOperator() instanceof LambdaOperator lambda) {
        lambda.body().accept(this);
      }
      return super.visitCall(call);
    }
  }
}
