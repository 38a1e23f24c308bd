// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.VariantType;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Captures;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Literals;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.SubColumns;
import io.twinhouse.sql.analyse.scope.UserFunctions;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.UnnestArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.rex.RexNode;

/** Binds calls: first the forms that are no function of the registry, then functions. */
final class CallBinder {
  private static final Set<String> LITERALS = Set.of("null", "true", "false");
  private static final Set<String> CASTS = Set.of("CAST", "accurateCast", "accurateCastOrNull");

  private final ExpressionBinder binder;
  private final Scope scope;
  private final RexFactory rex;

  CallBinder(ExpressionBinder binder) {
    this.binder = binder;
    this.scope = binder.scope();
    this.rex = scope.context().rex();
  }

  RexNode bind(Call call) {
    try {
      return bindForm(call);
    } catch (TwinhouseException e) {
      throw Failures.inScope(e, scope);
    }
  }

  /** IN that is 0 where a NULL makes it NULL. */
  private RexNode nullIn(Call call) {
    if (scope.context().isOn("transform_null_in", false)) {
      throw Failures.notImplemented("Function " + call.name() + " with transform_null_in = 1");
    }
    RexNode in = new SetBinder(binder).bind(call, false);
    return RexFactory.typeOf(in).isNullable()
        ? rex.call("ifNull", in, new Literals(rex).number(new Literal.Number(call.position(), "0")))
        : in;
  }

  private RexNode bindForm(Call call) {
    switch (call.name()) {
      case "in", "globalIn":
        return new SetBinder(binder).bind(call, false);
      case "notIn", "globalNotIn":
        return new SetBinder(binder).bind(call, true);
      case "nullIn", "globalNullIn":
        return nullIn(call);
      case "notNullIn", "globalNotNullIn":
        return rex.call("not", nullIn(call));
      case "caseWithExpression":
        return caseOf(call);
      case "arrayJoin":
        return arrayJoin(call);
      case "exists":
        if (call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expr.Subquery subquery) {
          return new SubqueryBinder(scope).exists(subquery.query());
        }
        break;
      default:
        break;
    }
    if (call.name().toLowerCase(Locale.ROOT).equals("grouping")) {
      return grouping(call);
    }
    if (call.over() != null) {
      return binder.scope().nullableKeys().before(() -> new WindowBinder(binder).bind(call));
    }
    Scope.Alias alias = scope.alias(call.name());
    if (alias != null && alias.expression instanceof Expr.Lambda lambda) {
      return new LambdaBinder(binder).inline(lambda, call);
    }
    Expr.Lambda made = UserFunctions.find(scope.context().planning(), call.name());
    return made == null ? bindFunction(call) : new LambdaBinder(binder).made(made, call);
  }

  private RexNode bindFunction(Call call) {
    if (new AggregateBinder(binder).knows(call.name())) {
      return new AggregateBinder(binder).bind(call);
    }
    if (WindowBinder.isWindowFunction(call.name())) {
      throw Failures.of(
          ErrorCode.BAD_ARGUMENTS,
          "The function '"
              + call.name()
              + "' can only be used as a window function, not as an aggregate function");
    }
    if (!call.parameters().isEmpty()) {
      throw Failures.of(
          rex.registry().scalar(call.name()).isPresent()
              ? ErrorCode.BAD_ARGUMENTS
              : ErrorCode.UNKNOWN_FUNCTION,
          "Function with name `" + call.name() + "` does not exist.");
    }
    if (LookupName.isTaken(call.name())) {
      scope.context().dependencies().refuseReuse();
      Call quoted = LookupName.quoted(call, binder);
      if (quoted != call) {
        scope.replace(call, quoted);
      }
      return bound(quoted, new LookupName(binder).operands(quoted));
    }
    if (call.name().equals("joinGet") || call.name().equals("joinGetOrNull")) {
      return joinGet(call);
    }
    boolean lambdas = call.arguments().stream().anyMatch(this::isLambda);
    return lambdas ? new LambdaBinder(binder).bind(call) : bindPlain(call);
  }

  /** The rows that are there when the statement is bound. */
  private RexNode joinGet(Call call) {
    scope.context().dependencies().refuseReuse();
    Call quoted = LookupName.quoted(call, binder);
    if (quoted != call) {
      scope.replace(call, quoted);
    }
    List<RexNode> operands = binder.bindAll(quoted.arguments());
    LookupName names = new LookupName(binder);
    names.requireJoined(operands);
    Type shared = names.sharedColumn(operands);
    if (shared != null && !shared.isNullable() && call.name().equals("joinGetOrNull")) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Nested type " + shared.name() + " cannot be inside Nullable type");
    }
    RexNode value = bound(quoted, operands);
    return shared == null ? value : rex.cast(value, shared);
  }

  private RexNode bindPlain(Call call) {
    return bindPlain(call, false);
  }

  /**
   * @param within whether it is an argument of a call, of which the server may compute a constant
   */
  private RexNode bindPlain(Call call, boolean within) {
    boolean grouped = scope.aggregates();
    List<RexNode> operands = new ArrayList<>();
    boolean literal = NumberArrays.isLiteralArray(call);
    try {
      for (Expr argument : call.arguments()) {
        operands.addAll(bindArgument(argument, !literal || within));
      }
      LargeLiterals.settle(call, operands, scope);
      if (literal && !within) {
        // the server makes one value of it, which has one type of elements
        requireOneType(operands);
      }
      refuseSuspicious(call, operands);
      boolean rows = call.name().equals("formatRow") || call.name().equals("formatRowNoNewline");
      RexNode value = bound(call, rows ? named(call, operands) : operands);
      value = withNames(call, value);
      if (!literal && RexFactory.constantOf(value) == null) {
        refuseUnlikeArrays(call, operands);
      }
      LargeLiterals.requireSettled(operands, value);
      TakenBranch.requirePrecise(call, operands, value);
      return TakenBranch.folded(call, operands, value, scope.context().rex());
    } catch (TwinhouseException e) {
      int place = TakenBranch.of(binder, call, operands, e);
      if (place < 0 || place == operands.size()) {
        throw e;
      }
      // an aggregate in the branch that is dropped groups nothing on the server
      if (scope.aggregates() != grouped && !TakenBranch.aggregates(operands, place)) {
        throw e;
      }
      Expr taken = call.arguments().get(place);
      scope.replace(call, taken);
      // bound once: calls in each other would be bound twice as often at each depth
      return place < operands.size() ? operands.get(place) : binder.bind(taken);
    }
  }

  /**
   * @param foldable whether an array of literals may be part of a constant that is computed
   */
  private List<RexNode> bindArgument(Expr argument, boolean foldable) {
    return foldable && NumberArrays.isLiteralArray(argument)
        ? List.of(bindPlain((Call) argument, true))
        : binder.bindAll(List.of(argument));
  }

  /** The names of columns that arguments are. */
  private List<String> names(List<Expr> arguments) {
    List<String> names = new ArrayList<>();
    for (Expr argument : arguments) {
      if (argument instanceof ColumnSet columns) {
        new StarExpander(binder).expand(columns).forEach(column -> names.add(column.name()));
      } else {
        names.add(new ColumnNames(scope).of(argument));
      }
    }
    return names;
  }

  /** A tuple whose elements have the names of its arguments, if that is asked for. */
  private RexNode withNames(Call call, RexNode value) {
    boolean asked =
        call.name().equals("tuple")
            && "1".equals(scope.context().setting("enable_named_columns_in_function_tuple"));
    if (!asked || !(RexFactory.typeOf(value) instanceof TupleType tuple)) {
      return value;
    }
    List<String> names = names(call.arguments());
    boolean fit =
        !names.isEmpty()
            && names.size() == tuple.elements().size()
            && Set.copyOf(names).size() == names.size()
            && names.stream().allMatch(CallBinder::isBareName);
    return fit ? rex.cast(value, new TupleType(names, tuple.elements())) : value;
  }

  private static boolean isBareName(String name) {
    return name.matches("[A-Za-z0-9_]*[A-Za-z_][A-Za-z0-9_]*")
        && !LITERALS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Puts the names of the columns that are to be formatted beside the format's name. */
  private List<RexNode> named(Call call, List<RexNode> operands) {
    if (operands.size() < 2) {
      return operands;
    }
    List<String> names = names(call.arguments().subList(1, call.arguments().size()));
    BytesColumn texts = BytesColumn.ofStrings(names.toArray(String[]::new));
    RexNode list =
        rex.constant(
            new ArrayType(StringType.INSTANCE),
            ArrayColumn.of(new int[] {0, names.size()}, texts, 1));
    List<RexNode> all = new ArrayList<>(operands);
    all.set(0, rex.call("tuple", operands.get(0), list));
    return all;
  }

  /** The server binds calls once that are equal, and so are their aliases. */
  /** An array of literals without a common type that stays one value beside columns. */
  private static void refuseUnlikeArrays(Call call, List<RexNode> operands) {
    if (operands.size() != call.arguments().size()) {
      return;
    }
    for (int i = 0; i < operands.size(); i++) {
      if (NumberArrays.isLiteralArray(call.arguments().get(i))
          && SubColumns.innermost(RexFactory.typeOf(operands.get(i)))
              instanceof VariantType unlike) {
        LeastSupertype.of(unlike.members());
      }
    }
  }

  private static void requireOneType(List<RexNode> operands) {
    LeastSupertype.of(operands.stream().map(RexFactory::typeOf).toList());
  }

  /**
   * A type that a cast names may be one that is taken for a mistake; not so where it has a default.
   */
  private void refuseSuspicious(Call call, List<RexNode> operands) {
    if (operands.size() < 2 || !CASTS.contains(call.name())) {
      return;
    }
    ConstantOperator constant = RexFactory.constantOf(operands.get(1));
    if (constant != null && constant.value() instanceof BytesColumn name) {
      scope.context().suspiciousTypes().refuse(TypeParser.parse(name.string(0)));
    }
  }

  private RexNode bound(Call call, List<RexNode> operands) {
    RexNode value = rex.call(call.name(), operands);
    boolean drawn =
        RexFactory.constantOf(value) != null
            && rex.registry()
                .scalar(call.name())
                .filter(function -> !function.traits().deterministic())
                .isPresent();
    if (!drawn) {
      return value;
    }
    boolean ofRow = operands.stream().anyMatch(operand -> !Captures.of(operand).isEmpty());
    // the numbers of columns mean others in another sub-query
    String within = ofRow ? "@" + System.identityHashCode(scope) : "";
    return scope.context().drawn(call.name() + operands + scope.aliasOf(call) + within, value);
  }

  private boolean isLambda(Expr argument) {
    return LambdaBinder.lambdaOf(argument, scope) != null;
  }

  /** {@code CASE x WHEN a THEN b ... ELSE c END}: conditions x = a. */
  private RexNode caseOf(Call call) {
    List<RexNode> parts = new ArrayList<>(binder.bindAll(call.arguments()));
    LargeLiterals.settle(call, parts, scope);
    if (parts.size() < 4 || parts.size() % 2 != 0) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Invalid number of arguments for function caseWithExpression: " + parts.size());
    }
    RexNode value = parts.get(0);
    Type type = RexFactory.typeOf(value);
    if (type.isNullable() && type.base() instanceof EnumType) {
      throw Failures.notImplemented("CASE of type " + type.name());
    }
    List<Type> results = new ArrayList<>();
    for (int i = 2; i < parts.size(); i += 2) {
      results.add(RexFactory.typeOf(parts.get(i)));
    }
    results.add(RexFactory.typeOf(parts.get(parts.size() - 1)));
    LeastSupertype.of(results); // no Variant here, unlike in CASE without a value
    List<RexNode> branches = new ArrayList<>();
    for (int i = 1; i + 1 < parts.size(); i += 2) {
      refuseUnlike(type.base(), RexFactory.typeOf(parts.get(i)).base());
      boolean missing = RexFactory.typeOf(parts.get(i)).base() instanceof NothingType;
      branches.add(missing ? rex.call("isNull", value) : rex.call("equals", value, parts.get(i)));
      branches.add(parts.get(i + 1));
    }
    branches.add(parts.get(parts.size() - 1));
    RexNode result = rex.call("multiIf", branches);
    boolean dictionary =
        parts.stream().anyMatch(p -> RexFactory.typeOf(p) instanceof LowCardinalityType);
    if (!dictionary) {
      return result;
    }
    boolean constant =
        parts.subList(1, parts.size()).stream().allMatch(p -> RexFactory.constantOf(p) != null);
    if (!constant || !(type instanceof LowCardinalityType)) {
      throw Failures.notImplemented("CASE with a value of type LowCardinality");
    }
    return rex.cast(result, new LowCardinalityType(RexFactory.typeOf(result)));
  }

  /** The server reads constants as the value's type here, which is not what {@code =} does. */
  private static void refuseUnlike(Type value, Type tested) {
    boolean numbers = isNumber(value) && isNumber(tested);
    boolean texts = isText(value) && isText(tested);
    boolean missing = value instanceof NothingType || tested instanceof NothingType;
    if (!numbers && !texts && !missing && !value.equals(tested)) {
      throw Failures.notImplemented(
          "CASE of type " + value.name() + " with WHEN of type " + tested.name());
    }
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type instanceof FloatType
        || type instanceof DecimalType
        || type instanceof BoolType;
  }

  private static boolean isText(Type type) {
    return type instanceof StringType || type instanceof EnumType;
  }

  private RexNode arrayJoin(Call call) {
    if (call.arguments().size() != 1) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function arrayJoin requires exactly 1 argument, passed " + call.arguments().size());
    }
    RexNode array = binder.bind(call.arguments().get(0));
    Type type = RexFactory.typeOf(array);
    if (!(type instanceof ArrayType || type instanceof MapType)) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument for function arrayJoin must be Array or Map, got " + type.name());
    }
    return rex.make(
        UnnestArrays.element(type), BindingOperators.ArrayJoin.INSTANCE, List.of(array));
  }

  private RexNode grouping(Call call) {
    List<RexNode> keys = binder.bindAll(call.arguments());
    return rex.make(IntegerType.UINT64, BindingOperators.Grouping.INSTANCE, keys);
  }
}
