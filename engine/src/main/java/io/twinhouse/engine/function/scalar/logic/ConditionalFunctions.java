// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.logic;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** if and multiIf. */
public final class ConditionalFunctions {

  private ConditionalFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Conditional");
    family.add(
        "if", t -> t.ownNulls().dropLowCardinality().anyCase(), call -> choose(call.arity(3)));
    family.add(
        "multiIf",
        t -> t.ownNulls().dropLowCardinality().withAliases("caseWithoutExpression").anyCase(),
        ConditionalFunctions::multiIf);
    return family;
  }

  private static BoundFunction multiIf(CallSite call) {
    call.arity(3, Integer.MAX_VALUE);
    if (call.size() % 2 == 0) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Invalid number of arguments for function multiIf");
    }
    return choose(call);
  }

  /** Conditions at even places, each followed by its value, and the value for none at the end. */
  private static BoundFunction choose(CallSite call) {
    int conditions = call.size() / 2;
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < conditions; i++) {
      checkCondition(call, 2 * i);
      types.add(call.type(2 * i + 1));
    }
    types.add(call.type(call.size() - 1));
    Type result = LeastSupertype.orVariant(types);
    boolean named = types.stream().anyMatch(t -> t.base() instanceof EnumType);
    Conversion[] conversions = new Conversion[conditions + 1];
    for (int i = 0; i < conversions.length; i++) {
      boolean padded = conditions == 1 && !named && types.get(i).base() instanceof FixedStringType;
      conversions[i] =
          padded && result.base() instanceof StringType
              ? Conversion.NONE
              : Conversions.toCommon(types.get(i), result, call.context().zone());
    }
    return Bound.total(
        result,
        invocation -> {
          int rows = invocation.rows();
          int[] from = invocation.scratch().ints(rows);
          Arrays.fill(from, 0, rows, conditions);
          long[] truth = new long[rows];
          for (int i = conditions - 1; i >= 0; i--) {
            Column condition = invocation.argument(2 * i);
            LogicFunctions.truth(condition, truth, rows);
            boolean[] nulls = condition.nulls();
            for (int row = 0; row < rows; row++) {
              if (truth[row] != 0 && (nulls == null || !nulls[row])) {
                from[row] = i;
              }
            }
          }
          return Choice.pick(result, sources(invocation, conversions), from, invocation);
        });
  }

  private static void checkCondition(CallSite call, int index) {
    Type base = call.base(index);
    boolean fits =
        base instanceof NothingType
            || base instanceof io.twinhouse.engine.type.BoolType
            || base.equals(io.twinhouse.engine.type.IntegerType.UINT8);
    if (!fits) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + call.type(index).name()
              + " of argument (condition) of function "
              + call.name()
              + ". Must be UInt8 or Nullable(UInt8).");
    }
  }

  private static Column[] sources(
      io.twinhouse.engine.function.Invocation invocation, Conversion[] conversions) {
    Column[] sources = new Column[conversions.length];
    int last = conversions.length - 1;
    for (int i = 0; i < sources.length; i++) {
      int argument = i == last ? invocation.argumentCount() - 1 : 2 * i + 1;
      sources[i] = conversions[i].convert(invocation.argument(argument));
    }
    return sources;
  }
}
