// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression.SetSource;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.Refused;
import io.twinhouse.engine.function.dynamic.DynamicBinding;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.sql.type.EngineRelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Makes expressions: binds functions through the registry and folds what is constant. */
public final class RexFactory {

  /** Functions whose result may be of any of several types. */
  private static final Set<String> MAKE_VARIANTS =
      Set.of("if", "multiIf", "ifNull", "coalesce", "array", "map");

  /** Functions whose first argument may be an Enum, which they search by its names. */
  private static final Set<String> SEARCHES =
      Set.of(
          "like",
          "notLike",
          "ilike",
          "notILike",
          "match",
          "position",
          "positionCaseInsensitive",
          "positionUTF8",
          "positionCaseInsensitiveUTF8",
          "countSubstrings",
          "countSubstringsCaseInsensitive",
          "countSubstringsCaseInsensitiveUTF8",
          "hasToken",
          "hasTokenOrNull",
          "hasTokenCaseInsensitive",
          "hasTokenCaseInsensitiveOrNull",
          "substring",
          "byteSlice");

  private final RexBuilder rex;
  private final FunctionRegistry registry;
  private final BindContext context;
  private boolean momentary;
  private boolean refused;

  public RexFactory(RelOptCluster cluster, FunctionRegistry registry, BindContext context) {
    this.rex = cluster.getRexBuilder();
    this.registry = registry;
    this.context = context;
  }

  /** Whether a function was called whose value may be another one the next time. */
  public boolean isMomentary() {
    return momentary;
  }

  /** Whether a value was made that can not be computed, be it one that plays no role. */
  public boolean hasRefused() {
    return refused;
  }

  public FunctionRegistry registry() {
    return registry;
  }

  public BindContext context() {
    return context;
  }

  /** The engine's type of an expression. */
  public static Type typeOf(RexNode node) {
    return EngineRelType.typeOf(node.getType());
  }

  /** The value behind {@code node} if it is a constant, else null. */
  public static @Nullable ConstantOperator constantOf(RexNode node) {
    return node instanceof RexCall call && call.getOperator() instanceof ConstantOperator constant
        ? constant
        : null;
  }

  /** Column {@code index} of an input. */
  public RexNode input(int index, Type type) {
    return rex.makeInputRef(EngineRelType.of(type), index);
  }

  /**
   * A constant.
   *
   * @param value a column of one row
   */
  public RexNode constant(Type type, Column value) {
    Column flat = value.flatten();
    ConstantOperator operator = new ConstantOperator(ConstantText.of(type, flat), type, flat);
    return make(type, operator, List.of());
  }

  /** A String constant. */
  public RexNode text(String value) {
    return constant(StringType.INSTANCE, BytesColumn.ofStrings(value));
  }

  public RexNode call(String name, RexNode... operands) {
    return call(name, List.of(operands));
  }

  /**
   * A call of a scalar function; a constant where its value is known already.
   *
   * @throws TwinhouseException UNKNOWN_FUNCTION, or what the function says of its arguments
   */
  public RexNode call(String name, List<RexNode> operands) {
    ScalarFunction function = registry.scalar(name).orElseThrow(() -> unknownFunction(name));
    momentary |= operands.isEmpty() || !function.traits().deterministic();
    if (!function.name().equals("tupleElement")) {
      refuseNullableTuples(operands);
    }
    if (holdsEnumText(function.name(), operands)) {
      return call(name, withEnumAsText(function.name(), operands));
    }
    String step = stepIntoJson(function.name(), operands);
    if (step != null) {
      return jsonPath(operands.get(0), List.of(step));
    }
    if (asksForNull(function.name(), operands)) {
      return call(name, dynamicCast(operands.get(0), StringType.INSTANCE.toNullable()));
    }
    Type target = castFromDynamic(function.name(), operands);
    if (target != null) {
      return dynamicCast(operands.get(0), target);
    }
    return bound(function, operands);
  }

  /** Whether a text that is searched is an Enum, which the server reads by its names there. */
  private static boolean holdsEnumText(String name, List<RexNode> operands) {
    int place = placeOfText(name);
    return place >= 0
        && operands.size() > place
        && typeOf(operands.get(place)).base() instanceof EnumType;
  }

  private static int placeOfText(String name) {
    return name.equals("locate") ? 1 : SEARCHES.contains(name) ? 0 : -1;
  }

  private List<RexNode> withEnumAsText(String name, List<RexNode> operands) {
    int place = placeOfText(name);
    List<RexNode> read = new ArrayList<>(operands);
    read.set(place, call("toString", operands.get(place)));
    return read;
  }

  private RexNode bound(String name, List<RexNode> operands) {
    return bound(registry.scalar(name).orElseThrow(() -> unknownFunction(name)), operands);
  }

  private RexNode bound(ScalarFunction function, List<RexNode> operands) {
    List<Argument> arguments = arguments(operands);
    BoundFunction bound = bind(function, arguments);
    Column folded = registry.fold(function, bound, arguments);
    if (folded != null && operands.stream().noneMatch(RexFactory::addsRows)) {
      return constant(bound.returnType(), folded);
    }
    refused |= bound.failsAtOnce();
    boolean deterministic = function.traits().deterministic();
    return make(
        bound.returnType(),
        new FunctionOperator(function.name(), bound, arguments, deterministic),
        operands);
  }

  /** Whether arrayJoin stands in a value: that is not dropped even if the value plays no role. */
  static boolean addsRows(RexNode value) {
    return value instanceof RexCall call
        && (call.getOperator().getName().equals("arrayJoin")
            || call.getOperands().stream().anyMatch(RexFactory::addsRows));
  }

  /**
   * A value that can not be computed.
   *
   * @param failure told if the value plays a role in the query
   */
  public RexNode refused(String name, Type type, TwinhouseException failure) {
    refused = true;
    return make(
        type, new FunctionOperator(name, new Refused(type, failure), List.of(), false), List.of());
  }

  /** What a value is known to fail with when it is computed over no rows; null for nothing. */
  public static @Nullable TwinhouseException failureIn(RexNode value) {
    if (!(value instanceof RexCall call)) {
      return null;
    }
    if (call.getOperator() instanceof FunctionOperator function
        && function.function().failsAtOnce()) {
      return function.function().failure();
    }
    for (RexNode operand : call.getOperands()) {
      TwinhouseException failure = failureIn(operand);
      if (failure != null) {
        return failure;
      }
    }
    return null;
  }

  private BoundFunction bind(ScalarFunction function, List<Argument> arguments) {
    try {
      return DynamicBinding.bind(registry, function.name(), arguments, context);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.NO_COMMON_TYPE) && makesVariant(function, arguments)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "The type Variant, which "
                + function.name()
                + " makes of values without a common type, is not supported: "
                + e.getMessage());
      }
      boolean variant =
          e.is(ErrorCode.CANNOT_CONVERT_TYPE)
              && MAKE_VARIANTS.contains(function.name())
              && String.valueOf(e.getMessage()).contains(" to Variant(");
      throw variant
          ? new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, String.valueOf(e.getMessage()), e)
          : e;
    }
  }

  /** The server keeps arrays of constants apart: there it is an error. */
  private static boolean makesVariant(ScalarFunction function, List<Argument> arguments) {
    return MAKE_VARIANTS.contains(function.name())
        && (!function.name().equals("array")
            || arguments.stream().anyMatch(argument -> argument.constant() == null));
  }

  /** The key that tupleElement, which is how a dot reads, takes of a JSON value; else null. */
  private static @Nullable String stepIntoJson(String name, List<RexNode> operands) {
    boolean step =
        name.equals("tupleElement")
            && operands.size() == 2
            && typeOf(operands.get(0)) instanceof JsonType;
    ConstantOperator key = step ? constantOf(operands.get(1)) : null;
    return key != null && key.value() instanceof BytesColumn text ? text.string(0) : null;
  }

  /** Whether it is about NULL at a path: the streams of a table tell that without a type each. */
  private static boolean asksForNull(String name, List<RexNode> operands) {
    return (name.equals("isNull") || name.equals("isNotNull"))
        && operands.size() == 1
        && operands.get(0) instanceof RexCall path
        && path.getOperator() instanceof JsonPathOperator
        && typeOf(path) instanceof DynamicType;
  }

  /** The target of a CAST of a Dynamic value, which above a table is a typed read; else null. */
  private static @Nullable Type castFromDynamic(String name, List<RexNode> operands) {
    boolean cast =
        name.equals("CAST")
            && operands.size() == 2
            && typeOf(operands.get(0)) instanceof DynamicType;
    ConstantOperator type = cast ? constantOf(operands.get(1)) : null;
    return type != null && type.value() instanceof BytesColumn text
        ? TypeParser.parse(text.string(0))
        : null;
  }

  private static TwinhouseException unknownFunction(String name) {
    return new TwinhouseException(
        ErrorCode.UNKNOWN_FUNCTION, "Function with name `" + name + "` does not exist.");
  }

  /**
   * {@code CAST(operand, 'type')}; the operand itself where it has the type, if of another zone.
   */
  public RexNode cast(RexNode operand, Type type) {
    Type given = typeOf(operand);
    if (CarriedZones.dropped(given).equals(CarriedZones.dropped(type))) {
      return operand;
    }
    if (!CarriedZones.in(type)) {
      return call("CAST", operand, text(type.name()));
    }
    if (!type.equals(given.toNullable())) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The type "
              + type.name()
              + " of values of a table is not supported here where session_timezone is not the"
              + " server's: name the zone in the types of its times");
    }
    return call("toNullable", operand);
  }

  /** The value at a path of a JSON column, of the type that the column declares for it. */
  public RexNode jsonPath(RexNode json, List<String> path) {
    JsonType type = (JsonType) typeOf(json).base();
    Type declared = type.declared().get(String.join(".", path));
    Type value = declared == null ? new DynamicType(type.maxTypes()) : declared;
    return make(value, new JsonPathOperator(path, false), List.of(json));
  }

  /** The object at a path of a JSON column. */
  public RexNode jsonObject(RexNode json, List<String> path) {
    JsonType type = ((JsonType) typeOf(json).base()).within(path);
    return make(type, new JsonPathOperator(path, true), List.of(json));
  }

  /** The call that computes a sub-column of any JSON value. */
  public RexNode subcolumn(RexNode json, String name) {
    return bound("getSubcolumn", List.of(json, text(name)));
  }

  /** The call that casts any Dynamic value. */
  public RexNode castOfAny(RexNode dynamic, Type type) {
    return bound("CAST", List.of(dynamic, text(type.name())));
  }

  /** A Dynamic value cast to {@code target}. */
  public RexNode dynamicCast(RexNode dynamic, Type target) {
    if (typeOf(dynamic).equals(target)) {
      return dynamic;
    }
    return make(target, new DynamicCastOperator(target), List.of(dynamic));
  }

  /**
   * A lambda.
   *
   * @param captures what the body's first inputs are
   * @param body over the captures, then the parameters
   */
  public RexNode lambda(
      List<String> names, List<Type> parameters, List<RexNode> captures, RexNode body) {
    return make(typeOf(body), new LambdaOperator(names, parameters, body), captures);
  }

  /**
   * Membership in a set.
   *
   * @param text the set in words, different for different sets
   */
  public RexNode inSet(List<RexNode> keys, SetSource source, String text, boolean negated) {
    Type key = keys.size() == 1 ? typeOf(keys.get(0)) : IntegerType.UINT8;
    Type flag = key.isNullable() ? IntegerType.UINT8.toNullable() : IntegerType.UINT8;
    boolean shared = key instanceof LowCardinalityType && source instanceof SetSource.Rows;
    Type type = shared ? new LowCardinalityType(flag) : flag;
    return make(type, new InSetOperator(text, source, negated), keys);
  }

  /** The value of sub-query {@code index}. */
  public RexNode scalarSubquery(int index, ScalarSubqueryOperator.Form form, Type type) {
    return make(type, new ScalarSubqueryOperator(index, form), List.of());
  }

  private static void refuseNullableTuples(List<RexNode> operands) {
    if (operands.stream().anyMatch(ScalarSubqueryOperator::isNullableTuple)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The type Nullable(Tuple) of a scalar sub-query's tuple is not supported; take its"
              + " elements, or select them as columns");
    }
  }

  /** A call of an operator that is not in the registry. */
  public RexNode make(Type type, org.apache.calcite.sql.SqlOperator operator, List<RexNode> args) {
    return rex.makeCall(EngineRelType.of(type), operator, args);
  }

  /** The same call over other operands, bound anew where a type or a constant changed. */
  public RexNode rebind(RexCall call, List<RexNode> operands) {
    if (call.getOperator() instanceof FunctionOperator function
        && !sameArguments(function.arguments(), operands)) {
      return call(function.getName(), operands);
    }
    return call.clone(call.getType(), operands);
  }

  private static boolean sameArguments(List<Argument> arguments, List<RexNode> operands) {
    for (int i = 0; i < operands.size(); i++) {
      Argument argument = arguments.get(i);
      if (!argument.type().equals(typeOf(operands.get(i)))
          || argument.isConstant() != (constantOf(operands.get(i)) != null)) {
        return false;
      }
    }
    return true;
  }

  /** An aggregate function over arguments of these types. */
  public AggregateOperator aggregate(
      String name, List<RexNode> parameters, List<RexNode> operands) {
    refuseNullableTuples(operands);
    List<Argument> constants = arguments(parameters);
    List<Argument> arguments = arguments(operands);
    BoundAggregate bound = registry.bindAggregate(name, constants, arguments, context);
    StringBuilder text = new StringBuilder(name);
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "(" : ", ").append(parameters.get(i));
    }
    text.append(parameters.isEmpty() ? "" : ")");
    return new AggregateOperator(text.toString(), name, constants, arguments, bound);
  }

  /** What a function sees of {@code operands} when it is bound. */
  public static List<Argument> arguments(List<RexNode> operands) {
    List<Argument> arguments = new ArrayList<>(operands.size());
    for (RexNode operand : operands) {
      ConstantOperator constant = constantOf(operand);
      if (operand instanceof RexCall call && call.getOperator() instanceof LambdaOperator lambda) {
        arguments.add(Argument.lambda(typeOf(operand), lambda.parameters().size()));
      } else {
        arguments.add(new Argument(typeOf(operand), constant == null ? null : constant.value()));
      }
    }
    return arguments;
  }

  /** {@code value} as a condition: BOOLEAN, true where it is neither 0 nor NULL. */
  public RexNode truth(RexNode value) {
    RelDataType bool = rex.getTypeFactory().createSqlType(SqlTypeName.BOOLEAN);
    if (value.getType().getSqlTypeName() == SqlTypeName.BOOLEAN) {
      return value;
    }
    ConstantOperator constant = constantOf(value);
    if (constant != null) {
      return rex.makeLiteral(isTrue(constant));
    }
    if (value instanceof RexCall call && isCall(call, "and")) {
      return and(call.getOperands().stream().map(this::truth).toList());
    }
    if (value instanceof RexCall call && isCall(call, "or")) {
      List<RexNode> factors = CommonFactors.of(call, this);
      if (factors != null) {
        return and(factors.stream().map(this::truth).toList());
      }
    }
    return rex.makeCall(bool, TruthOperator.INSTANCE, List.of(value));
  }

  private static boolean isTrue(ConstantOperator constant) {
    Column value = constant.value();
    return !value.isNull(0)
        && (value instanceof LongColumn longs
            ? longs.values()[0] != 0
            : !(value instanceof DoubleColumn doubles) || doubles.values()[0] != 0);
  }

  /** Whether {@code value} is a call of the scalar function {@code name}. */
  static boolean isCall(RexNode value, String name) {
    return value instanceof RexCall call
        && call.getOperator() instanceof FunctionOperator function
        && function.getName().equals(name);
  }

  /** The value behind a condition that {@link #truth} made, else null. */
  public static @Nullable RexNode truthOf(RexNode condition) {
    return condition instanceof RexCall call && call.getOperator() == TruthOperator.INSTANCE
        ? call.getOperands().get(0)
        : null;
  }

  /** The condition that no row fulfils. */
  public RexNode never() {
    return rex.makeLiteral(false);
  }

  /** All of {@code conditions}; none is TRUE. */
  public RexNode and(List<RexNode> conditions) {
    return RexUtil.composeConjunction(rex, conditions);
  }

  /** The parts of a condition that must all be true. */
  public static List<RexNode> conjuncts(@Nullable RexNode condition) {
    return condition == null ? List.of() : RelOptUtil.conjunctions(condition);
  }
}
