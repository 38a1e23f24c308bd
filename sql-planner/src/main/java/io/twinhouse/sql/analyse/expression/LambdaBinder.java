// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.HigherOrderFunction;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.BindingOperators.LambdaParameter;
import io.twinhouse.sql.analyse.scope.Captures;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Operands;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.ScopeText;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.statement.FunctionBodies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexVisitorImpl;
import org.jspecify.annotations.Nullable;

/** Binds calls of higher-order functions, and calls of lambdas that have a name. */
final class LambdaBinder {

  private final ExpressionBinder binder;
  private final RexFactory rex;

  LambdaBinder(ExpressionBinder binder) {
    this.binder = binder;
    this.rex = binder.scope().context().rex();
  }

  /** The lambda that {@code argument} is or names, else null. */
  static Expr.@Nullable Lambda lambdaOf(Expr argument, Scope scope) {
    if (argument instanceof Expr.Lambda lambda) {
      return lambda;
    }
    if (argument instanceof Expr.Aliased aliased) {
      return lambdaOf(aliased.expression(), scope);
    }
    if (argument instanceof Identifier name && name.isSimple()) {
      Scope.Alias alias = scope.alias(name.last());
      return alias != null && alias.expression instanceof Expr.Lambda lambda ? lambda : null;
    }
    return null;
  }

  RexNode bind(Call call) {
    ScalarFunction function = rex.registry().scalar(call.name()).orElse(null);
    if (function == null) {
      throw Failures.of(
          ErrorCode.UNKNOWN_FUNCTION, "Function with name `" + call.name() + "` does not exist.");
    }
    Expr.Lambda lambda = lambdaOf(call.arguments().get(0), binder.scope());
    if (!(function instanceof HigherOrderFunction higher)) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Function " + function.name() + " can't have lambda-expressions as arguments");
    }
    if (lambda == null) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "Function " + function.name() + " does not accept a lambda at this position");
    }
    List<RexNode> rest = binder.bindAll(call.arguments().subList(1, call.arguments().size()));
    List<Argument> arguments = RexFactory.arguments(rest);
    List<Type> types = higher.lambdaParameters(lambda.parameters().size(), arguments);
    if (types.size() != lambda.parameters().size()) {
      throw Failures.of(
          ErrorCode.TYPE_MISMATCH,
          "Function "
              + function.name()
              + " expects a lambda of "
              + types.size()
              + " arguments, found "
              + lambda.parameters().size());
    }
    List<RexNode> operands = new ArrayList<>();
    operands.add(bindLambda(lambda, types));
    operands.addAll(rest);
    return rex.call(call.name(), operands);
  }

  private RexNode bindLambda(Expr.Lambda lambda, List<Type> types) {
    Map<String, RexNode> parameters = new HashMap<>();
    List<RexNode> ordered = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      String name = lambda.parameters().get(i);
      int number = binder.scope().context().nextNumber();
      RexNode parameter = rex.make(types.get(i), new LambdaParameter(number, name), List.of());
      parameters.put(name, parameter);
      ordered.add(parameter);
    }
    RexNode body = bindBody(lambda, parameters);
    Set<RexNode> captures = new LinkedHashSet<>(Captures.of(body));
    captures.removeAll(ordered);
    body.accept(new DrawnCalls(ordered, captures));
    List<RexNode> captured = List.copyOf(captures);
    List<RexNode> inputs = new ArrayList<>(captured);
    inputs.addAll(ordered);
    RexNode renumbered = body.accept(new Renumbering(inputs));
    return rex.lambda(lambda.parameters(), types, captured, renumbered);
  }

  /** Aliases of a body are known in all of it; those of lambdas within it are theirs. */
  private RexNode bindBody(Expr.Lambda lambda, Map<String, RexNode> parameters) {
    LambdaFrame frame = binder.frame().plus(parameters);
    List<Expr.Aliased> aliases = new ArrayList<>();
    collectAliases(lambda.body(), aliases);
    for (Expr.Aliased alias : ordered(aliases)) {
      if (parameters.containsKey(alias.alias())) {
        throw Failures.of(
            ErrorCode.BAD_ARGUMENTS,
            "Alias name '"
                + alias.alias()
                + "' inside lambda cannot have same name as lambda argument. In scope "
                + ScopeText.of(lambda)
                + ".");
      }
      frame = frame.plus(alias, binder.within(frame).bind(alias.expression()));
    }
    return binder.within(frame).bind(lambda.body());
  }

  /**
   * What an alias names comes before it, wherever it stands in the body.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for aliases that name each
   *     other
   */
  private static List<Expr.Aliased> ordered(List<Expr.Aliased> aliases) {
    List<Expr.Aliased> left = new ArrayList<>(aliases);
    List<Set<String>> named = new ArrayList<>();
    for (Expr.Aliased alias : aliases) {
      Set<String> names = new HashSet<>();
      collectNames(alias.expression(), names);
      names.remove(alias.alias()); // its own name means what is outside
      named.add(names);
    }
    List<Expr.Aliased> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<String> open = new HashSet<>();
      left.forEach(alias -> open.add(alias.alias()));
      int next = 0;
      while (next < left.size() && !Collections.disjoint(named.get(next), open)) {
        next++;
      }
      if (next == left.size()) {
        throw Failures.notImplemented("Aliases in a lambda that name each other");
      }
      ordered.add(left.remove(next));
      named.remove(next);
    }
    return ordered;
  }

  private static void collectNames(Expr expression, Set<String> names) {
    if (expression instanceof Identifier name) {
      names.add(name.parts().get(0).text());
    } else if (expression instanceof Expr.Lambda inner) {
      Set<String> within = new HashSet<>();
      collectNames(inner.body(), within);
      inner.parameters().forEach(within::remove);
      names.addAll(within);
    }
    Operands.of(expression).forEach(operand -> collectNames(operand, names));
  }

  /** What stands within another alias comes first. */
  private static void collectAliases(Expr expression, List<Expr.Aliased> aliases) {
    if (expression instanceof Expr.Lambda) {
      return;
    }
    Operands.of(expression).forEach(operand -> collectAliases(operand, aliases));
    if (expression instanceof Expr.Aliased aliased
        && !(aliased.expression() instanceof Expr.Lambda)) {
      aliases.add(aliased);
    }
  }

  /** {@code f(x)} where {@code f} is the alias of a lambda: its body over the arguments. */
  RexNode inline(Expr.Lambda lambda, Call call) {
    if (lambda.parameters().size() != call.arguments().size()) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Lambda "
              + call.name()
              + " expects "
              + lambda.parameters().size()
              + " arguments, passed "
              + call.arguments().size());
    }
    return over(lambda, binder.bindAll(call.arguments()));
  }

  private RexNode over(Expr.Lambda lambda, List<RexNode> values) {
    Map<String, RexNode> parameters = new HashMap<>();
    for (int i = 0; i < lambda.parameters().size(); i++) {
      parameters.put(lambda.parameters().get(i), values.get(i));
    }
    RexNode bound = bindBody(lambda, parameters);
    if (bound.nodeCount() < 0 || bound.nodeCount() > FunctionBodies.MOST_PARTS) {
      throw FunctionBodies.tooBig();
    }
    return bound;
  }

  /** A call of a user's function: its lambda over the arguments, looked up anew each time. */
  RexNode made(Expr.Lambda lambda, Call call) {
    if (!call.isPlain()) {
      throw Failures.of(
          ErrorCode.FUNCTION_CANNOT_HAVE_PARAMETERS,
          "Function " + call.name() + " is neither parametric nor an aggregate");
    }
    binder.scope().context().dependencies().refuseReuse();
    List<RexNode> values = binder.bindAll(call.arguments());
    FunctionBodies.checkArguments(lambda, values.size());
    binder.scope().context().enterFunction(call.name());
    try {
      return over(lambda, values);
    } finally {
      binder.scope().context().leaveFunction(call.name());
    }
  }

  /** Finds calls that say something else each time and name no parameter: drawn once a row. */
  private static final class DrawnCalls extends RexVisitorImpl<@Nullable Void> {
    private final List<RexNode> parameters;
    private final Set<RexNode> found;

    DrawnCalls(List<RexNode> parameters, Set<RexNode> found) {
      super(true);
      this.parameters = parameters;
      this.found = found;
    }

    @Override
    public @Nullable Void visitCall(RexCall call) {
      boolean drawn =
          !call.getOperator().isDeterministic()
              && Collections.disjoint(Captures.of(call), parameters);
      if (!drawn) {
        return super.visitCall(call);
      }
      found.add(call);
      return null;
    }
  }

  /** Replaces what a body captures, and its parameters, by references to its inputs. */
  private final class Renumbering extends RexShuttle {
    private final Map<RexNode, Integer> positions = new HashMap<>();

    Renumbering(List<RexNode> inputs) {
      for (int i = 0; i < inputs.size(); i++) {
        positions.put(inputs.get(i), i);
      }
    }

    @Override
    public RexNode visitInputRef(org.apache.calcite.rex.RexInputRef input) {
      return reference(input);
    }

    @Override
    public RexNode visitCall(RexCall call) {
      return positions.containsKey(call) ? reference(call) : super.visitCall(call);
    }

    private RexNode reference(RexNode node) {
      Integer position = positions.get(node);
      if (position == null) {
        throw new IllegalStateException("not captured: " + node);
      }
      return rex.input(position, RexFactory.typeOf(node));
    }
  }
}
