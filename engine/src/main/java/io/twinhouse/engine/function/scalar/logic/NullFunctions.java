// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.logic;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;

/** Functions about NULL. */
public final class NullFunctions {

  private NullFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Nullable");
    family.add("isNull", t -> t.ownNulls().dropLowCardinality().anyCase(), call -> isNull(call, 1));
    family.add("isNotNull", t -> t.ownNulls().dropLowCardinality(), call -> isNull(call, 0));
    family.add("isZeroOrNull", t -> t.ownNulls(), NullFunctions::isZeroOrNull);
    family.add("isNullable", t -> t.ownNulls().ownLowCardinality(), NullFunctions::isNullable);
    family.add("toNullable", t -> t.ownNulls().ownLowCardinality(), NullFunctions::toNullable);
    family.add(
        "assumeNotNull", t -> t.ownNulls().ownLowCardinality(), NullFunctions::assumeNotNull);
    family.add(
        "coalesce",
        t -> t.ownNulls().anyCase(),
        call -> coalesce(call.arity(1, Integer.MAX_VALUE)));
    family.add("ifNull", t -> t.ownNulls().anyCase(), call -> coalesce(call.arity(2)));
    family.add("nullIf", t -> t.ownNulls().anyCase(), NullFunctions::nullIf);
    return family;
  }

  private static BoundFunction isNull(CallSite call, long whenNull) {
    Type type = call.arity(1).type(0);
    if (!type.isNullable() && !type.carriesType()) {
      return Bound.constant(IntegerType.UINT8, LongColumn.of(1 - whenNull));
    }
    if (type.carriesType()) {
      return Bound.total(IntegerType.UINT8, invocation -> isNull(invocation, whenNull));
    }
    return Bound.total(
        IntegerType.UINT8,
        invocation -> {
          int rows = invocation.rows();
          boolean[] nulls = invocation.argument(0).nulls();
          if (nulls == null) {
            return io.twinhouse.engine.column.ConstantColumn.of(LongColumn.of(1 - whenNull), rows);
          }
          long[] result = invocation.scratch().longs(rows);
          for (int row = 0; row < rows; row++) {
            result[row] = nulls[row] ? whenNull : 1 - whenNull;
          }
          return LongColumn.of(result, rows, null);
        });
  }

  /** Dynamic values, of which the empty one is NULL. */
  private static Column isNull(Invocation call, long whenNull) {
    BytesLane values = BytesLane.of(call.argument(0));
    long[] result = call.scratch().longs(call.rows());
    for (int row = 0; row < call.rows(); row++) {
      result[row] = values.length(row) == 0 ? whenNull : 1 - whenNull;
    }
    return LongColumn.of(result, call.rows(), null);
  }

  private static BoundFunction isZeroOrNull(CallSite call) {
    call.arity(1);
    LogicFunctions.checkCondition(call, 0);
    return Bound.total(
        IntegerType.UINT8,
        invocation -> {
          int rows = invocation.rows();
          long[] result = invocation.scratch().longs(rows);
          Column argument = invocation.argument(0);
          LogicFunctions.truth(argument, result, rows);
          for (int row = 0; row < rows; row++) {
            result[row] = argument.isNull(row) || result[row] == 0 ? 1 : 0;
          }
          return LongColumn.of(result, rows, null);
        });
  }

  private static BoundFunction isNullable(CallSite call) {
    long answer = call.arity(1).type(0).isNullable() ? 1 : 0;
    return Bound.constant(IntegerType.UINT8, LongColumn.of(answer));
  }

  private static BoundFunction toNullable(CallSite call) {
    if (call.arity(1).base(0) instanceof TupleType) {
      throw call.notImplemented("a tuple, which cannot be NULL here");
    }
    refuseNullable(call);
    return Bound.total(call.type(0).toNullable(), invocation -> invocation.argument(0));
  }

  private static void refuseNullable(CallSite call) {
    if (call.base(0).lane() == Lane.ARRAY) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Nested type " + call.type(0).name() + " cannot be inside Nullable type");
    }
  }

  private static BoundFunction assumeNotNull(CallSite call) {
    Type given = call.arity(1).type(0);
    Type plain = given instanceof LowCardinalityType ? given : ElementTypes.plain(given);
    Type type = plain.withoutNullable();
    return Bound.total(type, invocation -> withDefaults(type, invocation));
  }

  private static Column withDefaults(Type type, Invocation call) {
    Column source = call.argument(0);
    boolean[] nulls = source.nulls();
    if (nulls == null) {
      return source;
    }
    int[] from = new int[call.rows()];
    for (int row = 0; row < from.length; row++) {
      from[row] = nulls[row] ? 1 : 0;
    }
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendDefault();
    Column[] sources = {
      source.withNulls(null),
      io.twinhouse.engine.column.ConstantColumn.of(builder.build(), call.rows())
    };
    return Choice.pick(type, sources, from, call);
  }

  /** The first that is not NULL, as a value with its type, of which the empty one is NULL. */
  private static BoundFunction coalesceTyped(CallSite call, List<Type> types, Type result) {
    Conversion[] conversions =
        types.stream()
            .map(t -> Conversions.toCommon(t, result, call.context().zone()))
            .toArray(Conversion[]::new);
    return Bound.total(
        result,
        invocation -> {
          Column[] sources = new Column[conversions.length];
          BytesLane[] values = new BytesLane[conversions.length];
          for (int i = 0; i < sources.length; i++) {
            sources[i] = conversions[i].convert(invocation.argument(i));
            values[i] = BytesLane.of(sources[i]);
          }
          int[] from = invocation.scratch().ints(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            int i = 0;
            while (i < sources.length - 1 && values[i].length(row) == 0) {
              i++;
            }
            from[row] = i;
          }
          return Choice.pick(result, sources, from, invocation);
        });
  }

  private static boolean mayBeNull(Type type) {
    return type.isNullable() || type.carriesType() || type.base() instanceof NothingType;
  }

  private static BoundFunction coalesce(CallSite call) {
    int sure = 0;
    while (sure < call.size() && mayBeNull(call.type(sure))) {
      sure++;
    }
    List<Type> tried = call.types().subList(0, Math.min(call.size(), sure + 1));
    if (tried.stream().anyMatch(Type::carriesType)) {
      return coalesceTyped(call, tried, LeastSupertype.orVariant(tried));
    }
    List<Integer> places = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    boolean never = false;
    for (int i = 0; i < call.size() && !never; i++) {
      if (!(call.base(i) instanceof NothingType)) {
        places.add(i);
        types.add(ElementTypes.plain(call.type(i)));
        never = !call.type(i).isNullable();
      }
    }
    if (places.isEmpty()) {
      return Bound.total(
          new NullableType(NothingType.INSTANCE), invocation -> invocation.argument(0));
    }
    boolean lastIsSure = never;
    List<Type> plain = types.stream().map(Type::withoutNullable).toList();
    Type common = LeastSupertype.orVariant(plain);
    if (common.carriesType()) {
      return coalesceTyped(call, call.types(), common);
    }
    Type result = lastIsSure ? common : common.toNullable();
    Conversion[] conversions =
        types.stream().map(t -> padded(call, t, common)).toArray(Conversion[]::new);
    return Bound.total(
        result,
        invocation -> {
          Column[] sources = new Column[conversions.length];
          for (int i = 0; i < sources.length; i++) {
            sources[i] = conversions[i].convert(invocation.argument(places.get(i)));
          }
          int[] from = invocation.scratch().ints(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            int i = 0;
            while (i < sources.length - 1 && sources[i].isNull(row)) {
              i++;
            }
            from[row] = i;
          }
          Column picked = Choice.pick(result, sources, from, invocation);
          return lastIsSure ? picked.withNulls(null) : picked;
        });
  }

  /** A FixedString keeps its padding where it becomes a String. */
  private static Conversion padded(CallSite call, Type from, Type common) {
    return from.base() instanceof FixedStringType && common instanceof StringType
        ? Conversion.NONE
        : Conversions.toCommon(from, common.toNullable(), call.context().zone());
  }

  private static boolean isText(Type type) {
    return type instanceof StringType
        || type instanceof FixedStringType
        || type instanceof EnumType;
  }

  private static BoundFunction nullIf(CallSite call) {
    call.arity(2);
    if (call.base(0) instanceof NothingType || call.base(1) instanceof NothingType) {
      return Bound.total(call.type(0).toNullable(), invocation -> invocation.argument(0));
    }
    refuseNullable(call);
    List<Argument> both = call.arguments();
    if (isText(call.base(0)) != isText(call.base(1))) {
      LeastSupertype.of(call.types()); // fails as the server does
    }
    BoundFunction equals = FunctionRegistry.standard().bindScalar("equals", both, call.context());
    TwinhouseException failure = equals.failure();
    if (failure != null) {
      throw failure;
    }
    return Bound.of(
        call.type(0).toNullable(),
        invocation -> {
          Column value = invocation.argument(0);
          Column equal = equals.evaluate(invocation);
          long[] truth = new long[invocation.rows()];
          LogicFunctions.truth(equal, truth, truth.length);
          boolean[] nulls = new boolean[invocation.rows()];
          for (int row = 0; row < nulls.length; row++) {
            nulls[row] = value.isNull(row) || (truth[row] != 0 && !equal.isNull(row));
          }
          return value.withNulls(nulls);
        });
  }
}
