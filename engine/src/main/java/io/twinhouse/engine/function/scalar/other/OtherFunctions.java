// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.time.CivilDate;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;

/** Types as text, values passed through, and functions that wait or fail. */
public final class OtherFunctions {

  private static final long MOST_MICROSECONDS = 3_000_000;

  private OtherFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Other");
    family.add("toTypeName", FunctionTraits::asGiven, OtherFunctions::typeName);
    family.add(
        "identity",
        t -> t.asGiven().notFolded(),
        call -> Bound.total(call.arity(1).type(0), invocation -> invocation.argument(0)));
    family.add(
        "materialize",
        t -> t.asGiven().notDeterministic(),
        call -> Bound.total(call.arity(1).type(0), invocation -> invocation.argument(0).flatten()));
    family.add("ignore", t -> t.ownNulls().dropLowCardinality().notDeterministic(), call -> zero());
    family.add("isConstant", t -> t.ownNulls().ownLowCardinality(), OtherFunctions::isConstant);
    family.add(
        "defaultValueOfArgumentType",
        t -> t.ownNulls().ownLowCardinality(),
        call -> defaultValue(call, call.arity(1).type(0)));
    family.add(
        "defaultValueOfTypeName",
        call -> defaultValue(call, TypeParser.parse(call.arity(1).constantText(0))));
    Transform.addTo(family);
    Bars.addTo(family);
    ErrorNames.addTo(family);
    family.add("throwIf", t -> t.notDeterministic(), OtherFunctions::throwIf);
    family.add("sleep", t -> t.notDeterministic(), call -> sleep(call, false));
    family.add("sleepEachRow", t -> t.notDeterministic(), call -> sleep(call, true));
    return family;
  }

  private static BoundFunction typeName(CallSite call) {
    String name = PrettyTypeName.of(call.arity(1).type(0));
    return Bound.constant(StringType.INSTANCE, BytesColumn.ofStrings(name));
  }

  private static Bound zero() {
    return Bound.total(
        IntegerType.UINT8, invocation -> ConstantColumn.of(LongColumn.of(0), invocation.rows()));
  }

  private static BoundFunction isConstant(CallSite call) {
    if (!call.arity(1).argument(0).isConstant()) {
      throw call.notImplemented("what may become a constant only while the query runs");
    }
    return Bound.constant(IntegerType.UINT8, LongColumn.of(1));
  }

  private static BoundFunction defaultValue(CallSite call, Type type) {
    if (AggregateFunctionType.isIn(type)) {
      throw call.notImplemented(type.name());
    }
    return Bound.constant(type, firstOf(type));
  }

  /** A Date32 has its first day for a default where it is asked for by type. */
  private static Column firstOf(Type type) {
    if (type.equals(DateType.DATE32)) {
      return LongColumn.of(CivilDate.toDays(1900, 1, 1));
    }
    if (type.base() instanceof TupleType tuple && !tuple.elements().isEmpty()) {
      return TupleColumn.of(tuple.elements().stream().map(OtherFunctions::firstOf).toList(), 1);
    }
    return DefaultValues.of(type);
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof FloatType || type instanceof BoolType;
  }

  private static BoundFunction throwIf(CallSite call) {
    call.arity(1, 3);
    Type type = call.base(0);
    if (!isNumber(type)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument of function throwIf must be a number (passed: " + type.name() + ")");
    }
    String message =
        call.size() > 1 ? call.constantText(1) : "Value passed to 'throwIf' function is non-zero";
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          DoubleLane lane = DoubleLane.of(type, invocation.argument(0));
          for (int row = 0; row < invocation.rows(); row++) {
            if (lane.at(row) != 0) {
              throw new TwinhouseException(ErrorCode.FUNCTION_THROW_IF_VALUE_IS_NON_ZERO, message);
            }
          }
          return ConstantColumn.of(LongColumn.of(0), invocation.rows());
        });
  }

  private static BoundFunction sleep(CallSite call, boolean eachRow) {
    Type type = call.arity(1).base(0);
    if (!isNumber(type) || call.constant(0) == null) {
      throw call.illegal(0);
    }
    double seconds = DoubleLane.of(type, call.constant(0)).at(0);
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "Cannot sleep infinite or negative time (not implemented)");
    }
    return Bound.of(
        IntegerType.UINT8,
        invocation -> {
          int times = eachRow ? invocation.rows() : Math.min(1, invocation.rows());
          long micros = (long) (seconds * 1_000_000 * times);
          if (micros > MOST_MICROSECONDS) {
            throw new TwinhouseException(
                ErrorCode.TOO_SLOW,
                "The maximum sleep time is "
                    + MOST_MICROSECONDS
                    + " microseconds. Requested: "
                    + micros
                    + " microseconds");
          }
          pause(micros);
          return ConstantColumn.of(LongColumn.of(0), invocation.rows());
        });
  }

  private static void pause(long micros) {
    try {
      Thread.sleep(micros / 1000, (int) (micros % 1000) * 1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TwinhouseException(
          ErrorCode.QUERY_WAS_CANCELLED, "Query was cancelled while it slept", e);
    }
  }
}
