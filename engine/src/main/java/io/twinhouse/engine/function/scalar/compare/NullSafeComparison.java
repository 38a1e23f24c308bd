// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Composition.Part;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.function.nested.SameValue;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.List;

/** Comparisons in which NULL is a value, and choices among values by their order. */
public final class NullSafeComparison {

  private NullSafeComparison() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Comparison");
    family.add("isDistinctFrom", t -> t.ownNulls(), call -> bind(call, true));
    family.add("isNotDistinctFrom", t -> t.ownNulls(), call -> bind(call, false));
    family.add("clamp", NullSafeComparison::clamp);
    family.add("firstNonDefault", t -> t.ownNulls().ownLowCardinality(), NullSafeComparison::first);
    return family;
  }

  private static BoundFunction bind(CallSite call, boolean distinct) {
    call.arity(2);
    refuseUnlike(call, call.base(0), call.base(1));
    Composition composition = new Composition(call);
    Part a = composition.argument(0);
    Part b = composition.argument(1);
    Part differs = composition.call("notEquals", a, b);
    Part oneIsNull =
        composition.call("notEquals", composition.call("isNull", a), composition.call("isNull", b));
    boolean unknown = differs.type().base() instanceof NothingType;
    Part result = unknown ? oneIsNull : composition.call("ifNull", differs, oneIsNull);
    Part answer = distinct ? result : composition.call("not", result);
    return composition.bound(answer);
  }

  private static void refuseUnlike(CallSite call, Type a, Type b) {
    boolean unknown = a instanceof NothingType || b instanceof NothingType;
    boolean nested = isNested(a) || isNested(b);
    if (nested && (unknown || a.lane() == b.lane())) {
      throw call.notImplemented(a.name() + " and " + b.name());
    }
    boolean numbers = isNumber(a) && isNumber(b);
    if (numbers) {
      refuseWithoutSupertype(call, a, b);
    }
    boolean texts = CallSite.isText(a) && CallSite.isText(b);
    if (a instanceof IpType && b instanceof IpType && !a.equals(b)) {
      throw call.illegal();
    }
    if (!unknown && !numbers && !texts && !a.getClass().equals(b.getClass())) {
      throw unlike(call, a, b);
    }
  }

  private static TwinhouseException unlike(CallSite call, Type a, Type b) {
    boolean named = a instanceof EnumType || b instanceof EnumType;
    return named || isTime(a) && isTime(b)
        ? call.notImplemented(a.name() + " and " + b.name() + "; cast one to the other's type")
        : call.illegal();
  }

  private static boolean isNested(Type type) {
    return type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE;
  }

  private static void refuseWithoutSupertype(CallSite call, Type a, Type b) {
    try {
      LeastSupertype.of(List.of(a, b));
    } catch (TwinhouseException e) {
      throw call.illegal();
    }
  }

  private static boolean isTime(Type type) {
    return type instanceof DateType
        || type instanceof DateTimeType
        || type instanceof DateTime64Type
        || type instanceof TimeType
        || type instanceof Time64Type;
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType
        || type.lane() == Lane.DOUBLE
        || type instanceof DecimalType
        || type instanceof BoolType;
  }

  private static BoundFunction clamp(CallSite call) {
    call.arity(3);
    Composition composition = new Composition(call);
    Type common = LeastSupertype.of(call.types());
    if (common.lane() == Lane.ARRAY || common.lane() == Lane.TUPLE) {
      throw call.notImplemented(common.name());
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      parts.add(cast(composition, call, composition.argument(i), common));
    }
    Part right = composition.call("lessOrEquals", parts.get(1), parts.get(2));
    Part wrong = composition.call("not", right);
    // Not by least and greatest: what is equal to a bound stays as it is, with its sign of zero.
    Part above = composition.call("greater", parts.get(0), parts.get(2));
    Part below = composition.call("less", parts.get(0), parts.get(1));
    Part lowered = composition.call("if", above, parts.get(2), parts.get(0));
    Part value = composition.call("if", below, parts.get(1), lowered);
    Part checked =
        composition.call(
            List.of(value, wrong),
            arguments ->
                Bound.of(
                    common,
                    invocation -> {
                      refuse(call, invocation.flat(1));
                      return invocation.argument(0);
                    }));
    return composition.bound(checked);
  }

  private static Part cast(Composition composition, CallSite call, Part part, Type type) {
    Conversion conversion = Conversions.of(part.type(), type, call.context().zone());
    return composition.call(
        List.of(part),
        arguments -> Bound.of(type, invocation -> conversion.convert(invocation.argument(0))));
  }

  private static void refuse(CallSite call, Column wrong) {
    long[] flags = ((LongColumn) wrong).values();
    for (int row = 0; row < wrong.size(); row++) {
      if (flags[row] != 0) {
        throw call.refuse(
            ErrorCode.BAD_ARGUMENTS,
            "The minimum value cannot be greater than the maximum value for function clamp");
      }
    }
  }

  /** The first argument that is neither NULL nor, if it cannot be NULL, its type's default. */
  private static BoundFunction first(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    boolean coded = call.types().stream().allMatch(LowCardinalityType.class::isInstance);
    List<Type> types = call.types().stream().map(ElementTypes::plain).toList();
    Type common = LeastSupertype.of(types);
    int count = call.size();
    Conversion[] conversions = new Conversion[count];
    for (int i = 0; i < count; i++) {
      conversions[i] = Conversions.toCommon(types.get(i), common, call.context().zone());
    }
    return Bound.of(
        coded ? new LowCardinalityType(common) : common,
        invocation -> {
          Column[] columns = new Column[count];
          for (int i = 0; i < count; i++) {
            columns[i] = conversions[i].convert(invocation.argument(i)).flatten();
          }
          ColumnBuilder nothing = ColumnBuilder.of(common);
          nothing.appendDefault();
          Column defaults = nothing.build();
          ColumnBuilder out = ColumnBuilder.of(common);
          for (int row = 0; row < invocation.rows(); row++) {
            int chosen = 0;
            while (chosen < count - 1
                && isDefault(types.get(chosen), columns[chosen], row, defaults)) {
              chosen++;
            }
            if (isDefault(types.get(chosen), columns[chosen], row, defaults)) {
              none(common, out);
            } else {
              out.append(columns[chosen], row);
            }
          }
          return out.build();
        });
  }

  private static void none(Type type, ColumnBuilder out) {
    out.appendAbsent(type);
  }

  private static boolean isDefault(Type type, Column column, int row, Column defaults) {
    if (column.isNull(row)) {
      return true;
    }
    return !type.isNullable() && SameValue.same(column, row, defaults, 0);
  }
}
