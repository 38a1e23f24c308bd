// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.sql.analyse.scope.Operands;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an expression before it is bound. The bodies of lambdas are left out: their
 * names may be parameters.
 */
final class ParsedExpression {

  private final List<Expr> nodes = new ArrayList<>();

  private ParsedExpression(Expr expression) {
    add(expression);
  }

  static ParsedExpression of(String text) {
    return new ParsedExpression(SqlParser.parseExpression(text));
  }

  private void add(Expr node) {
    nodes.add(node);
    Operands.of(node).forEach(this::add);
  }

  boolean hasSubquery() {
    return nodes.stream().anyMatch(Expr.Subquery.class::isInstance);
  }

  boolean addsRows() {
    return call(call -> call.name().equals("arrayJoin")) != null;
  }

  /** The first call of an aggregate function, null for none. */
  @Nullable String aggregate() {
    return call(ParsedExpression::isAggregate);
  }

  /** The first call whose value is not the same each time, null for none. */
  @Nullable String nonDeterministic() {
    return call(ParsedExpression::isNonDeterministic);
  }

  private static boolean isAggregate(Call call) {
    FunctionRegistry registry = FunctionRegistry.standard();
    Optional<AggregateFunction> aggregate = registry.aggregate(call.name());
    return aggregate.isPresent() && registry.scalar(call.name()).isEmpty();
  }

  private static boolean isNonDeterministic(Call call) {
    Optional<ScalarFunction> function = FunctionRegistry.standard().scalar(call.name());
    return function.isPresent() && !function.get().traits().deterministic();
  }

  private @Nullable String call(Predicate<Call> wanted) {
    for (Expr node : nodes) {
      if (node instanceof Call call && wanted.test(call)) {
        return SqlPrinter.print(call);
      }
    }
    return null;
  }

  /** The names of columns, in order. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Expr node : nodes) {
      if (node instanceof Identifier name) {
        names.add(String.join(".", name.path()));
      }
    }
    return names;
  }
}
