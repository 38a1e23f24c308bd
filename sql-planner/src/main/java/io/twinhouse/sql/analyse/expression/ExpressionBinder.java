// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Literals;
import io.twinhouse.sql.analyse.scope.NullableKeys;
import io.twinhouse.sql.analyse.scope.Parameters;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.ScopeText;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.ExprVisitor;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/**
 * Binds expressions over the columns of FROM. Aggregates, window functions and arrayJoin stay in
 * the result as calls.
 */
public final class ExpressionBinder implements ExprVisitor<RexNode> {

  private final Scope scope;
  private final LambdaFrame frame;
  private final Literals literals;

  public ExpressionBinder(Scope scope, LambdaFrame frame) {
    this.scope = scope;
    this.frame = frame;
    this.literals = new Literals(scope.context().rex());
  }

  Scope scope() {
    return scope;
  }

  LambdaFrame frame() {
    return frame;
  }

  /** The same scope within a lambda. */
  ExpressionBinder within(LambdaFrame inner) {
    return new ExpressionBinder(scope, inner);
  }

  public RexNode bind(Expr expression) {
    Checkpoint.pass();
    NullableKeys keys = scope.nullableKeys();
    if (keys.mayBeComputed() && !(expression instanceof Literal)) {
      RexNode plain = keys.before(() -> expression.accept(this));
      RexNode key = keys.read(plain);
      if (key != plain) {
        return key;
      }
    }
    return keys.read(expression.accept(this));
  }

  /** Binds arguments, with {@code *} and the like replaced by the columns they stand for. */
  public List<RexNode> bindAll(List<Expr> expressions) {
    List<RexNode> bound = new ArrayList<>();
    for (Expr expression : expressions) {
      if (expression instanceof ColumnSet columns) {
        new StarExpander(this).expand(columns).forEach(c -> bound.add(c.value()));
      } else {
        bound.add(bind(expression));
      }
    }
    return bound;
  }

  /** Looks at the windows of the WINDOW clause, which nothing may ask for. */
  public void checkWindows() {
    if (!scope.select().windows().isEmpty()) {
      new WindowBinder(this).checkNamed();
    }
  }

  @Override
  public RexNode number(Literal.Number number) {
    return literals.number(number);
  }

  @Override
  public RexNode text(Literal.Text text) {
    return literals.text(text);
  }

  @Override
  public RexNode nullLiteral(Literal.Null nullLiteral) {
    return literals.nullValue();
  }

  @Override
  public RexNode bool(Literal.Bool bool) {
    return literals.bool(bool);
  }

  @Override
  public RexNode identifier(Identifier identifier) {
    return new IdentifierResolver(this).resolve(identifier);
  }

  @Override
  public RexNode columnSet(ColumnSet columns) {
    throw Failures.of(
        ErrorCode.BAD_ARGUMENTS,
        "Matcher is not allowed in expression context. In scope " + scope.text());
  }

  @Override
  public RexNode call(Call call) {
    return new CallBinder(this).bind(call);
  }

  @Override
  public RexNode lambda(Expr.Lambda lambda) {
    throw Failures.of(
        ErrorCode.BAD_ARGUMENTS,
        "Lambda "
            + ScopeText.of(lambda)
            + " is not allowed in expression context. In scope "
            + scope.text());
  }

  @Override
  public RexNode between(Expr.Between between) {
    RexNode value = bind(between.value());
    RexNode low = bind(between.low());
    RexNode high = bind(between.high());
    var rex = scope.context().rex();
    return between.negated()
        ? rex.call("or", rex.call("less", value, low), rex.call("greater", value, high))
        : rex.call(
            "and", rex.call("greaterOrEquals", value, low), rex.call("lessOrEquals", value, high));
  }

  @Override
  public RexNode subquery(Expr.Subquery subquery) {
    return new SubqueryBinder(scope).scalar(subquery.query());
  }

  @Override
  public RexNode parameter(Expr.Parameter parameter) {
    return new Parameters(scope.context()).value(parameter);
  }

  @Override
  public RexNode aliased(Expr.Aliased aliased) {
    RexNode bound = frame.find(aliased);
    if (bound != null) {
      return bound;
    }
    Scope.Alias alias = scope.alias(aliased.alias());
    boolean known = alias != null && alias.expression.equals(aliased.expression());
    return known && alias != null && !alias.isInProgress()
        ? scope.bind(alias)
        : bind(aliased.expression());
  }
}
