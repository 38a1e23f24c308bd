// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.PositiveZeros;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.FunctionTraits.LowCardinalityRule;
import io.twinhouse.engine.function.FunctionTraits.NullRule;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes LowCardinality and Nullable off the arguments and puts them back on the result. */
final class ScalarBinding {

  static final Type NULL_TYPE = new NullableType(NothingType.INSTANCE);

  private ScalarBinding() {}

  static BoundFunction bind(
      ScalarFunction function, List<Argument> arguments, BindContext context) {
    function.checkGiven(arguments);
    BoundFunction bound = bindCoded(function, arguments, context);
    MonotonicityRule rule = function.traits().monotonicity();
    return rule == null ? bound : new Monotonic(bound, rule, arguments, context.zone());
  }

  private static BoundFunction bindCoded(
      ScalarFunction function, List<Argument> arguments, BindContext context) {
    if (function.traits().lowCardinality() == LowCardinalityRule.AS_GIVEN) {
      return bindNulls(function, arguments, context);
    }
    if (function.traits().lowCardinality() == LowCardinalityRule.OWN) {
      List<Argument> held = arguments.stream().map(ScalarBinding::plain).toList();
      return bindNulls(function, held, context);
    }
    List<Argument> plain = new ArrayList<>(arguments.size());
    int coded = 0;
    int ordinary = 0;
    boolean any = false;
    for (Argument given : arguments) {
      Argument argument = plain(given);
      if (argument.type() instanceof LowCardinalityType lowCardinality) {
        plain.add(new Argument(lowCardinality.inner(), argument.constant()));
        any = true;
        coded += argument.isConstant() ? 0 : 1;
      } else {
        Type type = LowCardinalityType.removedFrom(argument.type());
        plain.add(new Argument(type, argument.constant(), argument.parameters()));
        ordinary += argument.isConstant() ? 0 : 1;
      }
    }
    BoundFunction bound = bindNulls(function, plain, context);
    boolean keep =
        any
            && coded <= 1
            && ordinary == 0
            && function.traits().lowCardinality() == LowCardinalityRule.KEEP
            && fitsLowCardinality(bound.returnType());
    return keep ? new Coded(bound, new LowCardinalityType(bound.returnType())) : bound;
  }

  /** A SimpleAggregateFunction is to functions what it holds. */
  private static Argument plain(Argument argument) {
    return argument.type() instanceof AggregateFunctionType state && state.simple()
        ? new Argument(state.arguments().get(0), argument.constant(), argument.parameters())
        : argument;
  }

  private static boolean fitsLowCardinality(Type type) {
    Type base = type.base();
    if (type instanceof LowCardinalityType || base instanceof DecimalType) {
      return false;
    }
    return switch (base.lane()) {
      case ARRAY, TUPLE -> false;
      default ->
          !(base instanceof NothingType
              || base instanceof io.twinhouse.engine.type.DateTime64Type
              || base instanceof io.twinhouse.engine.type.Time64Type
              || base instanceof io.twinhouse.engine.type.EnumType
              || base instanceof io.twinhouse.engine.type.JsonType
              || base.carriesType()
              || base instanceof AggregateFunctionType);
    };
  }

  private static BoundFunction bindNulls(
      ScalarFunction function, List<Argument> arguments, BindContext context) {
    NullRule rule = function.traits().nulls();
    if (rule == NullRule.OWN || arguments.stream().noneMatch(a -> a.type().isNullable())) {
      return function.bind(arguments, context);
    }
    boolean lambda = arguments.stream().anyMatch(Argument::isLambda);
    if (!lambda && arguments.stream().anyMatch(a -> a.type().base() instanceof NothingType)) {
      function.checkCount(arguments.size());
      return NullResult.INSTANCE;
    }
    if (rule == NullRule.LITERAL) {
      return function.bind(arguments, context);
    }
    List<Argument> plain = arguments.stream().map(ScalarBinding::withoutNull).toList();
    return new NullPropagation(
        function.bind(plain, context),
        plain.stream().map(Argument::type).toList(),
        function.traits().nulls() == NullRule.DIVIDE && !arguments.get(0).isConstant());
  }

  private static Argument withoutNull(Argument argument) {
    Type type = argument.type().withoutNullable();
    Column constant = argument.constant();
    if (constant != null && constant.isNull(0)) {
      ColumnBuilder builder = ColumnBuilder.of(type);
      builder.appendDefault();
      constant = builder.build();
    }
    return new Argument(type, constant);
  }

  /** A function around another: it answers as that one does, but for what it overrides. */
  private interface Forwarding extends BoundFunction {

    BoundFunction function();

    @Override
    default Type returnType() {
      return function().returnType();
    }

    @Override
    default Column evaluate(Invocation call) {
      return function().evaluate(call);
    }

    @Override
    default boolean isTotal() {
      return function().isTotal();
    }

    @Override
    default @Nullable Column constant() {
      return function().constant();
    }

    @Override
    default @Nullable Monotonicity monotonicity() {
      return function().monotonicity();
    }

    @Override
    default @Nullable Column comparand() {
      return function().comparand();
    }

    @Override
    default @Nullable TwinhouseException failure() {
      return function().failure();
    }

    @Override
    default boolean failsAtOnce() {
      return function().failsAtOnce();
    }
  }

  /** A function whose results have a dictionary. */
  private record Coded(BoundFunction function, Type returnType) implements Forwarding {
    @Override
    public Column evaluate(Invocation call) {
      return PositiveZeros.of(function.evaluate(call));
    }

    @Override
    public @Nullable Column constant() {
      Column value = function.constant();
      return value == null ? null : PositiveZeros.of(value);
    }

    @Override
    public @Nullable Monotonicity monotonicity() {
      return null;
    }
  }

  /** A function that tells where it is monotonic. */
  private record Monotonic(
      BoundFunction function, MonotonicityRule rule, List<Argument> arguments, ZoneId session)
      implements Forwarding {

    @Override
    public @Nullable Monotonicity monotonicity() {
      List<Argument> plain =
          arguments.stream().map(a -> new Argument(a.type().base(), a.constant())).toList();
      return rule.of(plain, returnType().base(), session);
    }
  }

  /** What every function that propagates NULL makes of the literal NULL. */
  private record NullResult(Type returnType) implements BoundFunction {
    static final NullResult INSTANCE = new NullResult(NULL_TYPE);

    @Override
    public Column evaluate(Invocation call) {
      return io.twinhouse.engine.column.ConstantColumn.of(nullValue(), call.rows());
    }

    @Override
    public boolean isTotal() {
      return true;
    }

    @Override
    public Column constant() {
      return nullValue();
    }

    private static Column nullValue() {
      return io.twinhouse.engine.column.LongColumn.of(new long[1], 1, new boolean[] {true});
    }
  }
}
