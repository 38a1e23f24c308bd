// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import static io.twinhouse.engine.function.AggregateTrait.CHOOSES;
import static io.twinhouse.engine.function.AggregateTrait.FIXED_STATE;

import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.define.Fourfold;
import io.twinhouse.engine.function.aggregate.define.States;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Aggregates that choose a row. */
public final class ChoiceAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: choice of a row")
        .add("min", FunctionTraits::anyCase, call -> extreme(call, false))
        .with(CHOOSES, FIXED_STATE)
        .add("max", FunctionTraits::anyCase, call -> extreme(call, true))
        .with(CHOOSES, FIXED_STATE)
        .add("argMin", t -> t.withAliases("min_by", "MIN_BY"), call -> argExtreme(call, false))
        .with(CHOOSES, FIXED_STATE)
        .add("argMax", t -> t.withAliases("max_by", "MAX_BY"), call -> argExtreme(call, true))
        .with(CHOOSES, FIXED_STATE)
        .add("argAndMin", t -> t.ownNulls(), call -> argAndExtreme(call, false))
        .add("argAndMax", t -> t.ownNulls(), call -> argAndExtreme(call, true))
        .add(
            "any",
            t -> t.withAliases("any_value", "ANY_VALUE", "first_value", "FIRST_VALUE"),
            call -> any(call, false))
        .with(CHOOSES, FIXED_STATE)
        .add("anyLast", t -> t.withAliases("last_value", "LAST_VALUE"), call -> any(call, true))
        .with(CHOOSES)
        .add(
            "any_respect_nulls",
            t ->
                t.ownNulls()
                    .withAliases(
                        "anyRespectNulls",
                        "anyValueRespectNulls",
                        "any_value_respect_nulls",
                        "firstValueRespectNulls",
                        "first_value_respect_nulls"),
            call -> anyRow(call, false))
        .with(CHOOSES)
        .add(
            "anyLast_respect_nulls",
            t ->
                t.ownNulls()
                    .withAliases(
                        "anyLastRespectNulls", "lastValueRespectNulls", "last_value_respect_nulls"),
            call -> anyRow(call, true))
        .with(CHOOSES)
        .add("anyHeavy", ChoiceAggregates::heavy)
        .add("singleValueOrNull", ChoiceAggregates::lone)
        .functions();
  }

  private static BoundAggregate extreme(AggregateSite call, boolean largest) {
    Type type = ordered(call.plain().unary(), 0);
    if (!largest && holdsNulls(type) && type.name().contains("Float")) {
      throw call.notImplemented("the smallest of " + type.name() + ", with NULL and NaN within");
    }
    return new Extremes(type, largest);
  }

  private static BoundAggregate argExtreme(AggregateSite call, boolean largest) {
    Type key = key(call, largest);
    Type type = call.type(0);
    States.Maker maker = memory -> new ArgExtreme(type, key, largest, false, memory);
    boolean ordered = key.lane() == Lane.LONG;
    return fourfold(type, key, ordered ? States.inAnyOrder(type, maker) : States.of(type, maker));
  }

  private static BoundAggregate argAndExtreme(AggregateSite call, boolean largest) {
    Type key = key(call, largest);
    Type type = call.type(0);
    if (key.isNullable() || type.isNullable()) {
      throw call.notImplemented(type.name() + " and " + key.name());
    }
    return fourfold(
        type,
        key,
        States.of(
            TupleType.of(List.of(type, key)),
            memory -> new ArgExtreme(type, key, largest, true, memory)));
  }

  private static BoundAggregate fourfold(Type type, Type key, BoundAggregate extreme) {
    boolean moment = key.equals(DateType.DATE) || key instanceof DateTimeType;
    boolean small = Fourfold.isSmall(type) && (moment || Fourfold.isSmall(key));
    return small ? new Fourfold(extreme) : extreme;
  }

  private static Type key(AggregateSite call, boolean largest) {
    Type type = ordered(call.plain().binary(), 1);
    if (!largest && holdsNulls(type) && type.name().contains("Float")) {
      throw call.notImplemented("the smallest of " + type.name() + ", with NULL and NaN within");
    }
    return type;
  }

  private static Type ordered(AggregateSite call, int index) {
    Type type = call.type(index);
    if (type.base().carriesType()) {
      throw call.illegal(index);
    }
    if (type.base() instanceof AggregateFunctionType state && !state.simple()) {
      throw call.illegal(index);
    }
    if (type.isOpaque()) {
      throw call.notImplemented("the order of values of type " + type.name());
    }
    return type;
  }

  /** Whether there may be a NULL inside of a value. */
  static boolean holdsNulls(Type type) {
    return parts(type).stream().anyMatch(ChoiceAggregates::hasNulls);
  }

  private static boolean hasNulls(Type type) {
    return type.isNullable() || parts(type).stream().anyMatch(ChoiceAggregates::hasNulls);
  }

  private static List<Type> parts(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return List.of(array.element());
    }
    if (base instanceof MapType map) {
      return List.of(map.value());
    }
    return base instanceof TupleType tuple ? tuple.elements() : List.of();
  }

  private static BoundAggregate any(AggregateSite call, boolean last) {
    Type type = call.plain().unary().type(0);
    BoundAggregate any = States.of(type, memory -> new AnyValue(last, false, type, memory));
    boolean number = type.lane() == Lane.LONG || type.lane() == Lane.DOUBLE;
    boolean wrapped =
        type.equals(DateType.DATE32)
            || type instanceof TimeType
            || type instanceof Time64Type
            || type instanceof IpType
            || type instanceof EnumType
            || type instanceof IntervalType;
    boolean fixed = number && !wrapped;
    return fixed ? new Fourfold(any) : any;
  }

  private static BoundAggregate anyRow(AggregateSite call, boolean last) {
    Type type = call.plain().unary().type(0);
    return States.of(type, memory -> new AnyValue(last, true, type, memory));
  }

  private static BoundAggregate heavy(AggregateSite call) {
    Type type = compared(call.plain().unary());
    return ObjectStates.of(type, call.types(), memory -> new HeavyValue(type, memory));
  }

  private static BoundAggregate lone(AggregateSite call) {
    Type type = compared(call.plain().unary());
    if (type.base() instanceof TupleType) {
      throw call.notImplemented(type.name());
    }
    if (!type.canBeNullable()) {
      throw call.illegal(0);
    }
    return ObjectStates.of(type.toNullable(), call.types(), memory -> new LoneValue(type, memory));
  }

  /** The argument's type if the server compares its values as bytes, or as numbers. */
  private static Type compared(AggregateSite call) {
    Type type = call.type(0);
    if (type.isOpaque() || parts(type).stream().anyMatch(ChoiceAggregates::isLoose)) {
      throw call.notImplemented(type.name());
    }
    return type;
  }

  private static boolean isLoose(Type type) {
    return type.base() instanceof FloatType
        || type.isNullable()
        || parts(type).stream().anyMatch(ChoiceAggregates::isLoose);
  }
}
