// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.FunctionTraits.NullRule;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.BrainFloats;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a name apart into function and combinators and puts the NULL rules around each of them. */
final class AggregateBinding {

  private final FunctionRegistry registry;
  private final BindContext context;

  /** Suffixes that may stand twice. */
  /** Functions with a result over NULLs alone to which the literal is NULL all the same. */
  private static final Set<String> NULL_OF_NULL =
      Set.of("groupArraySample", "intervalLengthSum", "quantilesBFloat16Weighted", "retention");

  private static final Set<String> REPEATABLE = Set.of("Array", "OrNull", "OrDefault");

  AggregateBinding(FunctionRegistry registry, BindContext context) {
    this.registry = registry;
    this.context = context;
  }

  BoundAggregate bind(String name, List<Argument> parameters, List<Argument> arguments) {
    List<Argument> plain = arguments.stream().map(AggregateBinding::decoded).toList();
    AggregateFunction function = registry.aggregate(name).orElse(null);
    if (function != null) {
      BoundAggregate bound = bindFunction(function, parameters, plain);
      return function.has(AggregateTrait.CHOOSES) ? named(arguments, bound) : bound;
    }
    AggregateCombinator combinator = registry.combinatorOf(name);
    if (combinator == null) {
      throw registry.unknown(name);
    }
    Nested nested = new Nested(FunctionRegistry.nestedName(name, combinator));
    refuseTwice(nested.name(), combinator);
    refuseFilledMerge(name, nested.name());
    boolean state = combinator.suffix().endsWith("State");
    if (onlyNull(plain) && (state || !combinator.ownNulls())) {
      return ofNull(
          nested.canonicalName(),
          nested.has(AggregateTrait.ZERO_OF_NULL),
          nested.has(AggregateTrait.DEFAULT_OVER_NULLS));
    }
    if (combinator.suffix().equals("If") && nested.respectsNulls()) {
      refuseNullableCondition(plain);
    }
    if (!combinator.ownNulls() && hasNullable(plain) && nested.respectsNulls()) {
      return nested.bindRespecting(combinator, parameters, plain);
    }
    if (!hasNullable(plain) || handlesNulls(combinator, nested, plain)) {
      return combinator.bind(nested, parameters, plain, context);
    }
    return NullSkipping.of(
        combinator.bind(nested, parameters, withoutNulls(plain), context),
        plain.size() == 1 || combinator.ownNulls(),
        nested.has(AggregateTrait.DEFAULT_OVER_NULLS),
        nested.has(AggregateTrait.PLAIN_OVER_NULLS));
  }

  /** Nothing takes the NULLs of a condition away where those of values are kept. */
  private static void refuseNullableCondition(List<Argument> arguments) {
    @Nullable Type last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1).type();
    if (last != null && last.isNullable() && !(last.base() instanceof NothingType)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + last.name()
              + " of last argument for aggregate function with If suffix");
    }
  }

  /** Functions that count under -If have the flag of NULLs around the condition, not within it. */
  private static boolean handlesNulls(
      AggregateCombinator combinator, Nested nested, List<Argument> arguments) {
    boolean outside =
        combinator.suffix().equals("If")
            && nested.has(AggregateTrait.DEFAULT_OVER_NULLS)
            && !onlyNull(arguments);
    return combinator.ownNulls() && !outside;
  }

  /** A result of the very type of a SimpleAggregateFunction's value keeps its name. */
  private static BoundAggregate named(List<Argument> arguments, BoundAggregate bound) {
    Type first = arguments.isEmpty() ? bound.returnType() : arguments.get(0).type();
    boolean same =
        first instanceof AggregateFunctionType state
            && state.simple()
            && state.arguments().get(0).equals(bound.returnType());
    return same ? new Named(bound, first) : bound;
  }

  /** Results under another name of their type. */
  private record Named(BoundAggregate nested, Type returnType) implements BoundAggregate {
    @Override
    public boolean ignoresOrder() {
      return nested.ignoresOrder();
    }

    @Override
    public Accumulator newAccumulator(Reservation memory) {
      return nested.newAccumulator(memory);
    }
  }

  /** The server takes the rows of {@code sumMergeOrNull} for states of sumOrNull. */
  private static void refuseFilledMerge(String name, String nested) {
    boolean fills = name.endsWith("OrNull") || name.endsWith("OrDefault");
    if (fills && nested.endsWith("Merge")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Aggregate function " + name + " is not supported");
    }
  }

  private void refuseTwice(String nested, AggregateCombinator combinator) {
    if (REPEATABLE.contains(combinator.suffix())) {
      return;
    }
    if (registry.aggregate(nested).isEmpty() && registry.combinatorOf(nested) == combinator) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_AGGREGATION,
          "Nested identical combinator '" + combinator.suffix() + "' is not supported");
    }
  }

  private BoundAggregate bindFunction(
      AggregateFunction function, List<Argument> parameters, List<Argument> given) {
    List<Argument> arguments =
        given.stream()
            .map(each -> each.as(BrainFloats.aggregate(function.name(), each.type())))
            .toList();
    if (function.traits().nulls() == NullRule.OWN || !hasNullable(arguments)) {
      return function.bind(parameters, arguments, context);
    }
    if (onlyNull(arguments)) {
      return ofNull(
          function.name(),
          function.has(AggregateTrait.ZERO_OF_NULL),
          function.has(AggregateTrait.DEFAULT_OVER_NULLS));
    }
    return NullSkipping.of(
        function.bind(parameters, withoutNulls(arguments), context),
        arguments.size() == 1,
        function.has(AggregateTrait.DEFAULT_OVER_NULLS),
        function.has(AggregateTrait.PLAIN_OVER_NULLS));
  }

  /** Over the literal NULL: functions with a result over NULLs alone are made for its type. */
  private static BoundAggregate ofNull(String name, boolean zero, boolean byDefault) {
    if (byDefault && !zero && !NULL_OF_NULL.contains(name)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type Nullable(Nothing) of argument for aggregate function " + name);
    }
    return NothingAggregate.of(zero);
  }

  private static Argument decoded(Argument argument) {
    Type plain = LowCardinalityType.removedFrom(argument.type());
    return plain.equals(argument.type()) ? argument : new Argument(plain, argument.constant());
  }

  private static boolean hasNullable(List<Argument> arguments) {
    return arguments.stream().anyMatch(a -> a.type().isNullable());
  }

  private static boolean onlyNull(List<Argument> arguments) {
    return arguments.stream()
        .anyMatch(a -> a.type().isNullable() && a.type().base() instanceof NothingType);
  }

  private static List<Argument> withoutNulls(List<Argument> arguments) {
    return arguments.stream().map(a -> Argument.of(a.type().withoutNullable())).toList();
  }

  private String canonicalName(String name) {
    AggregateFunction function = registry.aggregate(name).orElse(null);
    AggregateCombinator combinator = function == null ? registry.combinatorOf(name) : null;
    if (function != null) {
      return function.name();
    }
    return combinator == null
        ? name
        : canonicalName(FunctionRegistry.nestedName(name, combinator)) + combinator.suffix();
  }

  /** A function under a suffix. */
  private final class Nested implements AggregateCombinator.Nested {
    private final String name;

    Nested(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String canonicalName() {
      return AggregateBinding.this.canonicalName(name);
    }

    @Override
    public BoundAggregate bind(List<Argument> parameters, List<Argument> arguments) {
      return AggregateBinding.this.bind(name, parameters, arguments);
    }

    /** Whether NULL is a value as others to the function under all suffixes. */
    boolean respectsNulls() {
      return canonicalName().contains("_respect_nulls");
    }

    /** Binds a suffix with the NULLs of the values within; those of its own argument are not. */
    BoundAggregate bindRespecting(
        AggregateCombinator combinator, List<Argument> parameters, List<Argument> arguments) {
      boolean keyed = Set.of("ArgMin", "ArgMax", "Resample").contains(combinator.suffix());
      if (keyed && arguments.get(arguments.size() - 1).type().isNullable()) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "A Nullable last argument of " + name + combinator.suffix() + " is not implemented");
      }
      return combinator.bind(this, parameters, arguments, context);
    }

    @Override
    public boolean has(AggregateTrait trait) {
      return registry.has(name, trait);
    }
  }
}
