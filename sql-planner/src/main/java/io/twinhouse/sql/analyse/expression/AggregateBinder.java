// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.sql.analyse.scope.BindingOperators;
import io.twinhouse.sql.analyse.scope.Correlated;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.rel.AggregateOperator;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Binds aggregate functions; they stay in the expression as calls until grouping is in place. */
final class AggregateBinder {

  private static final String COUNT_DISTINCT = "countdistinct";

  /** A count of rows, which has no use for columns. */
  private static final Pattern COUNT = Pattern.compile("(?i:count)(If|OrNull|OrDefault|State)*");

  /** Functions that are 0 of no rows even where others are NULL. */
  private static final Pattern ZERO_FOR_EMPTY =
      Pattern.compile(
          "((?i:count)|deltaSum|deltaSumTimestamp|nothingUInt64|uniq|uniqExact|uniqHLL12|uniqUpTo"
              + "|quantiles(?!BFloat16Weighted)\\w*)"
              + "(If|Array|Distinct)*");

  private static final Pattern COMBINED_FURTHER =
      Pattern.compile(
          ".*(State|Merge|Resample|Map|ForEach|ArgMin|ArgMax|OrDefault)(If|Array|Distinct)*");

  private static final String ARITHMETIC_SETTING =
      "optimize_arithmetic_operations_in_aggregate_functions";
  private static final String INJECTIVE_SETTING = "optimize_injective_functions_inside_uniq";
  private static final Set<String> COUNTS_OF_VALUES =
      Set.of("uniq", "uniqExact", "uniqHLL12", "uniqCombined", "uniqCombined64");
  private static final Set<String> ARITHMETIC = Set.of("min", "max", "sum", "avg");

  /** What RESPECT NULLS makes of functions, by their names in lower case. */
  private static final Map<String, String> RESPECTING =
      Map.of(
          "any", "any_respect_nulls",
          "any_value", "any_respect_nulls",
          "first_value", "any_respect_nulls",
          "anylast", "anyLast_respect_nulls",
          "last_value", "anyLast_respect_nulls");

  /** Combinators of such functions that count NULL as a value, too. */
  private static final Set<String> RESPECTFUL =
      Set.of("If", "Array", "ForEach", "State", "SimpleState", "Map");

  private final ExpressionBinder binder;
  private final Scope scope;
  private final RexFactory rex;

  AggregateBinder(ExpressionBinder binder) {
    this.binder = binder;
    this.scope = binder.scope();
    this.rex = scope.context().rex();
  }

  boolean knows(String name) {
    return rex.registry().isAggregate(functionOf(name));
  }

  /** count(DISTINCT x) is what count_distinct_implementation says, uniqExact unless set. */
  private String functionOf(String name) {
    if (!name.toLowerCase(Locale.ROOT).startsWith(COUNT_DISTINCT)) {
      return name;
    }
    String setting = scope.context().setting("count_distinct_implementation");
    String rest = name.substring(COUNT_DISTINCT.length());
    return (setting == null ? "uniqExact" : setting) + rest;
  }

  RexNode bind(Call call) {
    scope.meetAggregate();
    Bound bound = withoutInjective(call, bindFunction(call));
    for (RexNode argument : bound.arguments()) {
      refuseNested(argument);
      refuseCorrelated(argument);
    }
    RexNode plain = aggregate(bound.operator(), bound.arguments());
    if (call.parameters().isEmpty()
        && bound.arguments().size() == 1
        && ARITHMETIC.contains(bound.operator().function().toLowerCase(Locale.ROOT))
        && !"0".equals(scope.context().setting(ARITHMETIC_SETTING))) {
      String function = bound.operator().function().toLowerCase(Locale.ROOT);
      RexNode moved = outside(function, bound.arguments().get(0));
      return moved != null && RexFactory.typeOf(moved).equals(RexFactory.typeOf(plain))
          ? moved
          : plain;
    }
    return plain;
  }

  /** Functions that keep values apart are left out of what is counted, as the server does. */
  private Bound withoutInjective(Call call, Bound bound) {
    String function = bound.operator().function();
    if (!COUNTS_OF_VALUES.contains(function)
        || bound.arguments().stream().noneMatch(InjectiveFunctions::isCall)
        || !scope.context().isOn(INJECTIVE_SETTING, true)) {
      return bound;
    }
    List<RexNode> opened = bound.arguments().stream().map(InjectiveFunctions::innermost).toList();
    if (opened.stream().anyMatch(argument -> RexFactory.typeOf(argument) instanceof JsonType)) {
      return bound; // counted by what the functions make of them
    }
    List<RexNode> parameters = binder.bindAll(call.parameters());
    return new Bound(rex.aggregate(function, parameters, opened), opened);
  }

  private RexNode aggregate(AggregateOperator operator, List<RexNode> arguments) {
    return rex.make(operator.bound().returnType(), operator, arguments);
  }

  private RexNode aggregate(String function, RexNode argument) {
    RexNode moved = ARITHMETIC.contains(function) ? outside(function, argument) : null;
    List<RexNode> arguments = List.of(argument);
    return moved != null
        ? moved
        : aggregate(rex.aggregate(function, List.of(), arguments), arguments);
  }

  /**
   * Arithmetic with a constant, moved out of the aggregate as the server does: {@code min(x + 5)}
   * is {@code min(x) + 5}, which over no rows is 5 and not 0, and {@code sum(x / 3)} is rounded
   * once. Null where nothing moves.
   */
  private @Nullable RexNode outside(String function, RexNode argument) {
    if (!(argument instanceof RexCall call)
        || !(call.getOperator() instanceof FunctionOperator operator)
        || call.getOperands().size() != 2) {
      return null;
    }
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    boolean constantLeft = RexFactory.constantOf(left) != null;
    if (constantLeft == (RexFactory.constantOf(right) != null)) {
      return null;
    }
    String name = operator.getName();
    RexNode constant = constantLeft ? left : right;
    if (!moves(function, name, constantLeft)) {
      return null;
    }
    boolean turned =
        name.equals("minus") ? constantLeft : !name.equals("plus") && isNegative(constant);
    RexNode moved = aggregate(turned ? turned(function) : function, constantLeft ? right : left);
    return constantLeft ? rex.call(name, constant, moved) : rex.call(name, moved, constant);
  }

  /** Not of {@code c / x}; and sum(x + c) is sum(x) + c * count(x), which is the same number. */
  private static boolean moves(String function, String operator, boolean constantLeft) {
    return switch (operator) {
      case "multiply" -> true;
      case "divide" -> !constantLeft;
      case "plus", "minus" -> !function.equals("sum");
      default -> false;
    };
  }

  /** What the aggregate of falling values is of rising ones. */
  private static String turned(String function) {
    return switch (function) {
      case "min" -> "max";
      case "max" -> "min";
      default -> function;
    };
  }

  private static boolean isNegative(RexNode constant) {
    ConstantOperator operator = Objects.requireNonNull(RexFactory.constantOf(constant));
    Column value = operator.value();
    if (value instanceof DoubleColumn doubles) {
      return doubles.values()[0] < 0;
    }
    return value instanceof LongColumn longs
        && longs.values()[0] < 0
        && !operator.type().equals(IntegerType.UINT64);
  }

  /**
   * A function and its arguments.
   *
   * @param arguments over the columns of FROM
   */
  record Bound(AggregateOperator operator, List<RexNode> arguments) {}

  Bound bindFunction(Call call) {
    List<RexNode> parameters = binder.bindAll(call.parameters());
    for (RexNode parameter : parameters) {
      if (RexFactory.constantOf(parameter) == null) {
        throw Failures.of(
            ErrorCode.PARAMETERS_TO_AGGREGATE_FUNCTIONS_MUST_BE_LITERALS,
            "Parameters to aggregate function " + call.name() + " must be constants");
      }
    }
    List<RexNode> arguments = scope.nullableKeys().before(() -> binder.bindAll(withoutStars(call)));
    String name =
        switch (call.nulls()) {
          case RESPECT -> respectingNulls(call.name(), arguments);
          case IGNORE -> ignoringNulls(call.name());
          case DEFAULT -> functionOf(call.name());
        };
    return new Bound(rex.aggregate(nullForEmpty(name), parameters, arguments), arguments);
  }

  /** aggregate_functions_null_for_empty: what no row was given to is NULL, unless it counts. */
  private String nullForEmpty(String name) {
    if (!scope.context().isOn("aggregate_functions_null_for_empty", false)
        || name.endsWith("OrNull")
        || ZERO_FOR_EMPTY.matcher(name).matches()) {
      return name;
    }
    if (COMBINED_FURTHER.matcher(name).matches()) {
      throw Failures.notImplemented(
          "The function " + name + " where aggregate_functions_null_for_empty is set");
    }
    return name + "OrNull";
  }

  /** The function that RESPECT NULLS asks for, with the combinators of the other. */
  private static String respectingNulls(String name, List<RexNode> arguments) {
    String whole = RESPECTING.get(name.toLowerCase(Locale.ROOT));
    if (whole != null) {
      return whole;
    }
    if (name.endsWith("_respect_nulls")) {
      return name;
    }
    for (Map.Entry<String, String> known : RESPECTING.entrySet()) {
      int length = known.getKey().length();
      if (name.toLowerCase(Locale.ROOT).startsWith(known.getKey())
          && RESPECTFUL.contains(name.substring(length))) {
        refuseNullCondition(name, arguments);
        return known.getValue() + name.substring(length);
      }
    }
    throw Failures.of(
        ErrorCode.NOT_IMPLEMENTED, "Function " + name + " does not support RESPECT NULLS");
  }

  private static void refuseNullCondition(String name, List<RexNode> arguments) {
    if (name.endsWith("If")
        && !arguments.isEmpty()
        && RexFactory.typeOf(arguments.get(arguments.size() - 1)).isNullable()) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type of last argument for aggregate function with If suffix");
    }
  }

  /** The function that IGNORE NULLS asks for, which few count NULL as a value without it. */
  private String ignoringNulls(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
      case "anyrespectnulls", "firstvaluerespectnulls", "anyvaluerespectnulls" -> "any";
      case "anylastrespectnulls", "lastvaluerespectnulls" -> "anyLast";
      default -> functionOf(name);
    };
  }

  /**
   * Arguments without the stars that a count ignores: {@code count(*)} is {@code count()}, with
   * COLUMNS too, but {@code count(t.*)} counts what is not NULL.
   */
  static List<Expr> withoutStars(Call call) {
    if (!COUNT.matcher(call.name()).matches()) {
      return call.arguments();
    }
    return call.arguments().stream()
        .filter(argument -> !(argument instanceof ColumnSet columns && columns.qualifier() == null))
        .toList();
  }

  private void refuseNested(RexNode argument) {
    RexNode inner = BindingOperators.find(argument, BindingOperators::isAggregate);
    String kind = "Aggregate function ";
    if (inner == null) {
      inner = BindingOperators.find(argument, BindingOperators::isWindow);
      kind = "Window function ";
    }
    refuse(inner, kind);
  }

  private static void refuseCorrelated(RexNode argument) {
    if (BindingOperators.find(argument, Correlated::is) != null) {
      throw Failures.notImplemented("A correlated sub-query in an aggregate function's argument");
    }
  }

  private void refuse(@Nullable RexNode inner, String kind) {
    if (inner != null) {
      throw Failures.of(
          ErrorCode.ILLEGAL_AGGREGATION,
          kind
              + new ExpressionText(scope).of(inner)
              + " is found inside another aggregate function in query");
    }
  }
}
